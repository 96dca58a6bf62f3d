// What programs and firms add below a letter: device lines, virus scanners, lists, legal notices.

/** Lines in lower case, apostrophes straight; each pattern is anchored and linear. */
const devices = [
  /^(?:sent|written|typed|composed|posted|mailed) (?:with |using )?(?:from|via|by|on|with|using) (?:my |the |an? )?.{0,24}\b(?:iphone|ipad|ipod|i-phone|android|samsung|galaxy|blackberry|huawei|nokia|htc|sony|xperia|windows phone|windows mobile|windows 1[01]|mobile|phone|smartphone|tablet|handheld|device|outlook|mailbird|mail for windows|yahoo|aol|gmail|bt email|ee|o2|vodafone|virgin media|tesco mobile|sky|three|kindle|chromebook|proton ?mail|protonmail|tutanota|spark|airmail|workspace|nine|k-9 mail|fairmail|bluemail|typeapp|my1|pixel|oneplus|xiaomi|redmi|motorola|moto|lg|apple watch|surface|mailapp|webmail|zoho mail|hotmail|superhuman|newton mail|thunderbird|email\.com|mail\.ru|mail\.com|gmx|a potato|mac|pc|laptop|computer)\b.{0,60}$/,
  /^(?:sent|written|typed) (?:from|via|using|with|on) (?:my|a|an|the) [^.,;:!?]{2,45}$/,
  /^get (?:outlook|bluemail|typeapp|yahoo mail|spark|nine) for .{2,60}$/,
  /^(?:download|get) the (?:free )?(?:yahoo|aol|gmail|outlook|office 365|all-new) .{2,80}$/,
  /^this (?:e-?mail|message) was sent from (?:my|a|an|the) .{2,50}$/,
  /^(?:excuse|please excuse|apologies for|forgive|pardon) (?:the |my |any )?(?:brevity|typos|typing errors|spelling|auto-?correct|predictive text|errors).{0,80}$/,
  /^sent (?:securely )?(?:from|with|by) proton ?mail.{0,40}$/,
  /^(?:envoyé|envoye|expédié|télécharger|téléchargez|obtenez|obtenir) (?:de |depuis |à partir de |à partir d'|par |via |avec |l'application |outlook ).{2,70}$/,
  /^(?:provenance|enviado|enviada|inviato|mandato|scarica|verzonden|verstuurd|gesendet|skickat|sendt|lähetetty|hanki|wysłane|wysłano|odesláno|odesláno z|odoslané|poslano|küldve|trimis|отправлено|відправлено|надіслано|изпратено|gönderildi|εστάλη|στάλθηκε|nosūtīts|saadetud|išsiųsta|diterima|dikirim|enviat|anfonwyd|seolta|seoladh)\b.{0,20}\b(?:(?:mon|mi|meu|mijn|meinem|min|mojego|mého|mojega|moj|minu|моего|мого|моя|το|min|tô|fy|mo)\b.{0,40}|.{0,30}(?:iphone|ipad|android|samsung|galaxy|outlook|yahoo|huawei|smartphone|mobile|telefon|mail|blackberry|windows).{0,40})$/,
  /^(?:von|vom|diese nachricht wurde von|diese e-?mail wurde von) .{0,40}(?:iphone|ipad|android|samsung|handy|smartphone|mobiltelefon|outlook|gerät|smart ?phone|mobilgerät|galaxy|mail).{0,30}(?:gesendet|gesendet\.|verschickt|geschickt)\.?$/,
  /^(?:gesendet|verschickt) (?:mit|von|über) .{2,60}$/,
  /^(?:iphone|ipad|my iphone|iphone'?umdan|ipad'?imden|android|outlook for ios|outlook para|outlook für|yahoo mail|samsung galaxy).{0,30}(?:から送信|gönderildi|uğurlandı|ile gönderildi|へ送信|より送信|發送|发送|에서 보냄)?\.?$/,
  /^.{0,30}(?:iphone|ipad|アンドロイド|android).{0,12}(?:から送信|より送信|发送|發送|傳送|发送自|보냄|gönderildi)\.?$/,
  /^(?:发自我的|從我的|从我的|发自|發自我的|傳送自我的|我的 ?iphone|나의 ?iphone|내 ?iphone|נשלח מ|أرسلت من|أُرسلت من|ارسال شده از|مرسلة من).{0,40}$/,
  /^iphone'?(?:umdan|mdan) gönderildi$/,
  /^(?:lähetetty|skickat från|sendt fra|hentet fra) .{2,50}$/,
  /^--? ?sent from .{2,60}$/,
]

const scanners =
  /^(?:this (?:e-?mail|message) (?:has been|was) (?:checked|scanned|sent from a computer)|virus-?free|(?:no viruses? found|checked by avg)|avast|l'absence de virus|diese e-?mail wurde (?:von|auf viren)|este correo electrónico ha sido comprobado|este e-?mail foi|this email is free from viruses|deze e-?mail is gecontroleerd|questa e-?mail è stata|message scanned by|scanned by mailscanner|the e-?mail has been scanned|libre de virus|sans virus|virenfrei|garantito senza|\[?(?:avast|avg|norton|mcafee|sophos|kaspersky) (?:logo|antivirus))/

const lists =
  /^(?:to unsubscribe|unsubscribe|you (?:are receiving|received|are receiving|have received|get|are getting) this (?:e-?mail|message|because)|you (?:are receiving|received) this|this (?:e-?mail|message) was sent to you|if you (?:no longer wish|do not want|don't want|prefer not) to receive|view this email in your browser|manage your (?:preferences|subscription)|update your preferences|for more options, visit this group|posted by: |visit your group|se désabonner|abmelden|cancelar suscripción|click here to unsubscribe|reply to this email directly|—reply to this email directly|you can reply to this email|to stop receiving|to view this discussion|.{2,60} mailing list$)/

const legal =
  /^(?:\*{0,4}|[-_=]{0,4}\s?)(?:disclaimer|confidentiality(?: notice| note)?|important(?: notice| -| :)?|legal notice|notice|privileged|private (?:and|&) confidential|e-?mail disclaimer|privacy notice)?[\s:.*–-]{0,5}(?:the (?:information|contents?|content) (?:contained )?(?:in|of|on) this|(?:the )?information (?:contained )?in this (?:e-?mail|message|communication)|this (?:e-?mail|electronic mail|message|communication|electronic message|transmission|correspondence|mail)(?:,? (?:and|including|together|with|message|transmission|communication|or)|'s| its|\s?\(including)? ?.{0,90}(?:confidential|intended|privileged|addressee|views|sole use|proprietary|recipient|property|subject to|private)|any (?:views|opinions|statements)(?: or (?:views|opinions|statements))? .{0,60}(?:author|sender|own|individual|personal)|(?:the )?(?:views|opinions) (?:expressed|stated|contained) (?:in this|are|here|above)|if you (?:are not|have received|receive|aren't) (?:the |an |this |it )?.{0,50}(?:recipient|addressee|error|mistake)|please consider the environment|think (?:of the environment|before you print|green)|save (?:paper|trees)|p? ?please (?:don't|do not) print this|unless (?:expressly|otherwise) stated|(?:we|the company|.{3,40} (?:ltd|limited|plc|llp)) (?:accepts?|cannot accept|does not accept|takes?) no|.{3,60} (?:is|are) (?:a (?:company|charity|limited|registered)|registered|authorised and regulated|incorporated)|registered (?:in|office|charity|company|address)|company (?:number|no|registration)|(?:nhsmail|nhs mail) is the secure)/

const legalElsewhere =
  /^(?:(?:diese|dieser) (?:e-?mail|nachricht) .{0,80}(?:vertraulich|bestimmt)|diese e-?mail enthält|der inhalt dieser|(?:ce (?:message|courriel|courrier|mail)|cet e-?mail|le présent message|les informations contenues) .{0,120}(?:confidentiel|destinataire|privilégi|établi|intention)|(?:este (?:mensaje|correo|e-?mail|email)|la información contenida|el contenido de este) .{0,140}(?:confidencial|destinatari|dirigid|uso exclusivo)|(?:esta mensagem|este e-?mail|a informação contida|as informações contidas) .{0,140}(?:confidencial|destinat|privilegiad)|(?:questo messaggio|questa e-?mail|le informazioni contenute|il contenuto d|ai sensi del) .{0,140}(?:riservat|confidenzial|destinatari|d\.?lgs|gdpr|679)|(?:dit (?:e-?mail)?bericht|deze e-?mail|de informatie (?:in|verzonden)) .{0,140}(?:vertrouwelijk|bestemd|geadresseerde)|(?:detta (?:e-?post)?meddelande|denne (?:e-?mail|e-?post|meddelelse)|denna e-?post) .{0,120}(?:konfidenti|fortroli|avsedd|tiltenkt)|(?:tämä (?:viesti|sähköposti)) .{0,100}(?:luottamuksell|tarkoitettu)|(?:niniejsz|treść tej|informacje zawarte|ta wiadomość|wiadomość ta) .{0,120}(?:poufn|przeznaczon|adresat)|(?:tato zpráva|tento e-?mail|informace obsažené) .{0,120}(?:důvěrn|určen)|(?:это (?:электронное )?(?:сообщение|письмо)|данное (?:сообщение|письмо)|настоящее) .{0,120}(?:конфиденциальн|предназначен)|(?:bu (?:e-?posta|mesaj|ileti)) .{0,120}(?:gizli|amaçlan|özel)|(?:mae'r (?:e-?bost|neges)) .{0,120}(?:cyfrinachol|bwriad)|este mensaje va dirigido|antes de imprimir|avant d'imprimer|pensez à l'environnement|bitte denken sie an die umwelt|bitte prüfen sie)/

const low = (text: string): string =>
  text
    .slice(0, 420)
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^[*_>\s]+|[*_\s]+$/g, '')
    .slice(0, 400)

/** “Sent from my iPhone” and its kin, in the languages phones speak. A whole line, never a part of one. */
export function isDeviceLine(text: string): boolean {
  if (text.length > 110) return false
  const words = low(text)
    .replace(/<https?:[^<>\s]{0,300}>|\(https?:[^()\s]{0,300}\)|https?:\S{0,300}/g, '')
    .replace(/[\s.!…]+$/, '')
    .replace(/^[-–—\s]+/, '')
  return words !== '' && devices.some(pattern => pattern.test(words))
}

export const isScannerLine = (text: string): boolean => scanners.test(low(text))
export const isListLine = (text: string): boolean => lists.test(low(text))
/** The first line of a paragraph of legal notice. */
export const isLegalLine = (text: string): boolean =>
  (legal.test(low(text)) || legalElsewhere.test(low(text))) && !isReaders(text)

/** “This email is confidential, please don't print it”: a reader's wish, not a firm's notice. */
const isReaders = (text: string): boolean =>
  (/\b(?:i|i'm|i’m|my|me|i'd|i’d)\b/i.test(text) && !/recipient|addressee|solely/i.test(text)) ||
  (text.length < 90 &&
    /^\W*(?:this|the)\b/i.test(text) &&
    !/intended|recipient|addressee|environment|views|opinions|privileged|registered|virus/i.test(text))

/** A line that only names what follows. */
export const isLegalTitle = (text: string): boolean =>
  /^[*_=\-\s]*(?:(?:legal |email |e-mail )?disclaimer|confidentiality(?: notice| note)?|privacy notice|private (?:and|&) confidential|important notice|legal notice|haftungsausschluss|vertraulichkeitshinweis|avis de confidentialité|aviso legal|aviso de confidencialidad|avviso di riservatezza)[*_=\-:.\s]*$/i.test(
    text,
  )
