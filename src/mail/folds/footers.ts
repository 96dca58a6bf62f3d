// What programs and firms add below a letter: virus scanners, lists, legal notices.

import { remembering } from '../remembering.ts'
import { trimBy } from '../trim.ts'

/** Lines in lower case, apostrophes straight; each pattern is anchored and linear. */
const scanners =
  /^(?:this (?:e-?mail|message) (?:has been|was) (?:checked|scanned|sent from a computer)|virus-?free|no virus(?:es)? found|checked by avg|scanned by |click here to report this e-?mail as spam|report this (?:e-?mail|message) as spam|this e-?mail is protected by|protected by (?:avg|avast|norton)|sophos|mailmarshal|avast|l'absence de virus|diese e-?mail wurde (?:von|auf viren)|este correo electrónico ha sido comprobado|este e-?mail foi|this email is free from viruses|deze e-?mail is gecontroleerd|questa e-?mail è stata|message scanned by|scanned by mailscanner|the e-?mail has been scanned|libre de virus|sans virus|virenfrei|garantito senza|\[?(?:avast|avg|norton|mcafee|sophos|kaspersky) (?:logo|antivirus))/

const lists =
  /^(?:to unsubscribe|unsubscribe|you (?:are receiving|received|are receiving|have received|get|are getting) this (?:e-?mail|message|because)|you (?:are receiving|received) this|this (?:e-?mail|message) was sent to you|if you (?:no longer wish|do not want|don't want|prefer not) to receive|view this email in your browser|manage your (?:preferences|subscription)|update your preferences|for more options, visit this group|posted by: |visit your group|se désabonner|abmelden|cancelar suscripción|click here to unsubscribe|reply to this email directly|—reply to this email directly|you can reply to this email|to stop receiving|to view this discussion|.{2,60} mailing list$)/

const legal =
  /^(?:\*{0,4}|[-_=]{0,4}\s?)(?:disclaimer|confidentiality(?: notice| note)?|important(?: notice| -| :)?|legal notice|notice|privileged|private (?:and|&) confidential|e-?mail disclaimer|privacy notice)?[\s:.*–-]{0,5}(?:the (?:information|contents?|content) (?:contained )?(?:in|of|on) this|(?:the )?information (?:contained )?in this (?:e-?mail|message|communication)|this (?:e-?mail|electronic mail|message|communication|electronic message|transmission|correspondence|mail)(?:,? (?:and|including|together|with|message|transmission|communication|or)|'s| its|\s?\(including)? ?.{0,90}(?:confidential|intended|privileged|addressee|views|sole use|proprietary|recipient|property|subject to|private)|any (?:views|opinions|statements)(?: or (?:views|opinions|statements))? .{0,60}(?:author|sender|own|individual|personal)|(?:the )?(?:views|opinions) (?:expressed|stated|contained) (?:in this|are|here|above)|if you (?:are not|have received|receive|aren't) (?:the |an |this |it )?.{0,50}(?:recipient|addressee|error|mistake)|please consider the environment|think (?:of the environment|before you print|green)|save (?:paper|trees)|p? ?please (?:don't|do not) print this|unless (?:expressly|otherwise) stated|the (?:sender|company|organisation|organization|author) (?:does not|cannot|accepts no|will not) |internet (?:communications|e-?mails?) (?:are|is) not|(?:we|the company|.{3,40} (?:ltd|limited|plc|llp)) (?:accepts?|cannot accept|does not accept|takes?) no|.{3,60} (?:is|are) (?:a (?:company|charity|limited|registered)|registered|authorised and regulated|incorporated)|registered (?:in|office|charity|company|address)|company (?:number|no|registration)|(?:nhsmail|nhs mail) is the secure)/

const legalElsewhere =
  /^(?:(?:diese|dieser) (?:e-?mail|nachricht) .{0,80}(?:vertraulich|bestimmt)|diese e-?mail enthält|der inhalt dieser|(?:ce (?:message|courriel|courrier|mail)|cet e-?mail|le présent message|les informations contenues) .{0,120}(?:confidentiel|destinataire|privilégi|établi|intention)|(?:este (?:mensaje|correo|e-?mail|email)|la información contenida|el contenido de este) .{0,140}(?:confidencial|destinatari|dirigid|uso exclusivo)|(?:esta mensagem|este e-?mail|a informação contida|as informações contidas) .{0,140}(?:confidencial|destinat|privilegiad)|(?:questo messaggio|questa e-?mail|le informazioni contenute|il contenuto d|ai sensi del) .{0,140}(?:riservat|confidenzial|destinatari|d\.?lgs|gdpr|679)|(?:dit (?:e-?mail)?bericht|deze e-?mail|de informatie (?:in|verzonden)) .{0,140}(?:vertrouwelijk|bestemd|geadresseerde)|(?:detta (?:e-?post)?meddelande|denne (?:e-?mail|e-?post|meddelelse)|denna e-?post) .{0,120}(?:konfidenti|fortroli|avsedd|tiltenkt)|(?:tämä (?:viesti|sähköposti)) .{0,100}(?:luottamuksell|tarkoitettu)|(?:niniejsz|treść tej|informacje zawarte|ta wiadomość|wiadomość ta|ten e-?mail) .{0,140}(?:poufn|przeznaczon|adresat)|(?:tato zpráva|tento e-?mail|informace obsažené) .{0,120}(?:důvěrn|určen)|(?:это (?:электронное )?(?:сообщение|письмо)|данное (?:сообщение|письмо)|настоящее) .{0,120}(?:конфиденциальн|предназначен)|(?:bu (?:e-?posta|mesaj|ileti)) .{0,120}(?:gizli|amaçlan|özel)|(?:mae'r (?:e-?bost|neges)) .{0,120}(?:cyfrinachol|bwriad)|este mensaje va dirigido|antes de imprimir|avant d'imprimer|pensez à l'environnement|bitte denken sie an die umwelt|bitte prüfen sie)/

const low = remembering(text =>
  trimBy(text.slice(0, 420).toLowerCase().replace(/[’‘]/g, "'"), /[*_>\s]/, /[*_\s]/).slice(0, 400),
)

export const isScannerLine = (text: string): boolean => scanners.test(low(text))
export const isListLine = (text: string): boolean => lists.test(low(text))
/** The first line of a paragraph of legal notice. */
export const isLegalLine = (text: string): boolean =>
  legalElsewhere.test(low(text)) || (legal.test(low(text)) && !isReaders(text))

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
