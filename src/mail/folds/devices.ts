// “Sent from my iPhone” and its kin: a word for sending and a word for a thing that sends, in the languages phones speak.

import { trimBy } from '../trim.ts'

/** Things and programs that sign what they send; compared with a whole line in lower case. */
const things =
  /iphon|ipad|ipod|i-phone|айфон|آيفون|آیفون|האייפון|アイフォン|アイフォーン|android|андроид|アンドロイド|samsung|galaxy|blackberry|huawei|honor|xiaomi|redmi|小米|华为|華為|oppo|vivo|oneplus|pixel|nokia|htc|sony|xperia|motorola|moto g|alcatel|windows (?:phone|mobile|mail|\d)|\bmobil|телефон|τηλέφωνο|κινητό|mobiel|tele[fp]on|telèfon|téléphone|telemóvel|teléfono|telefono|celular|cellulare|móvil|handy|smartphone|smarttelefon|smartfon|älypuhelin|puhelin|phone|\bcell\b|tablet|handheld|handset|\bdevice|gerät|apparaat|appareil|dispositivo|enhet|enhed|zařízení|zariadenia|eszköz|készülék|urządzeni|устройств|пристро|uređaj|naprave|cihaz|συσκευή|هاتف|جوال|端末|手机|手機|휴대폰|điện thoại|ponsel|telepon|อุปกรณ์|โทรศัพท์|फ़ोन|फोन|outlook|mailbird|mailbox|mail for windows|yahoo|\baol\b|gmail|googlemail|hotmail|\bgmx\b|web\.de|t-online|telekom|libero|orange|proton|tutanota|fastmail|hushmail|zoho|\bbt email|xfinity|verizon|t-mobile|at&t|vodafone|virgin media|kindle|chromebook|surface|airmail|bluemail|typeapp|acompli|superhuman|newton mail|edison|canary mail|spark|\bnine\b|k-9|fairmail|thunderbird|apple watch|mac(?:book)?\b|\bpc\b|laptop|computer|e-?mail|webmail|\bposta\b|poczt|почт|пошт|courrier|correo|e-post|メール|邮件|郵件|메일|appli|\bapp\b|aplikac|aplicaci|mail\.ru|yandex|яндекс|siri|potato/

/** “Sent”, where it leads the line. */
const sentFirst =
  /^(?:sent|written|typed|composed|posted|mailed|dictated|envoy[ée]e?s?|exp[ée]di[ée]|provenance|gesendet|verschickt|geschickt|verfasst|geschrieben|enviad[oa]|mandad[oa]|inviat[oa]|mandat[oa]|verzonden|verstuurd|verstuur|skicka(?:t|des)|s[ei]nt|sendt|sendte|lähetetty|wysłan[eoya]|wysłano|odesláno|odesláno|odoslané|posláno|poslané|poslano|poslato|poslané|(?:el)?küldve|trimis|expediat|отправлено|послано|написано|надіслано|відправлено|изпратено|послато|испратено|στάλθηκε|εστάλη|gönderildi|saadetud|nosūtīts|išsiųsta|enviat|anfonwyd|seolta|bidalia|đã gửi|được gửi|gửi từ|gửi bằng|dikirim|dihantar|ส่งจาก|ipinadala|imetumwa|dërguar|נשלח|أ?ُ?رسلت? من|أرسل|أُرسل|تم (?:ال)?إرسال|مرسل|ارسال|发自|發自|发送自|發送自|傳送自|来自|來自)/

/** “Sent”, where it ends the line: German, Turkish, Hungarian and the languages of Asia put it there. */
const sentLast =
  /(?:gesendet|verschickt|geschickt|geschrieben|verzonden|verstuurd|gönderildi|gönderilmiştir|göndərildi|küldve|から送信|より送信|から送信されました|で送信|发送|發送|傳送|发出|寄出|에서 보냄|에서 전송|보냄|भेजा गया|ارسال شد|ارسال شده|bidalia|saadetud)[.!。\s]*$/

/** “Get Outlook for iOS”: programs that advertise themselves below a letter. */
const advertised =
  /^(?:.{0,40}\b)?outlook(?:\b.{0,40}\b(?:ios|android|iphone|ipad|mac|windows)|.{0,12}(?:ios|android)).{0,25}$|^(?:ios|android)\s?(?:için|版|용|用|向け|для|için olan) ?outlook.{0,25}$|^(?:get|download|try|install) (?:the )?(?:free |all-new |new )?(?:outlook|bluemail|typeapp|yahoo|spark|nine|aol|gmail|office 365|proton|edison|fairmail|my mail).{0,80}$/

const apologies =
  /^(?:(?:please )?(?:excuse|forgive|pardon|ignore)|apologies for|sorry (?:for|about)) (?:the |my |any |all )?(?:brevity|typos?|typoze|spelling|typing|mis-?spell|auto-?correct|predictive|errors|fat fingers|terse|short|mistakes)(?!.{0,20}\b(?:i'm|i’m|i am|im) (?:only |just )?\d).{0,80}$/

const low = (text: string): string =>
  trimBy(text.slice(0, 420).toLowerCase().replace(/[’‘]/g, "'").replaceAll('\u0307', ''), /[*_>\s]/, /[*_\s]/)

/** A whole line that a phone or a mail program adds, never a part of one. */
export function isDeviceLine(text: string): boolean {
  if (text.length > 130) return false
  const bare = low(text).replace(/<https?:[^<>\s]{0,300}>|\(https?:[^()\s]{0,300}\)|https?:\S{0,300}/g, ' ')
  const words = trimBy(bare, /[-–—\s[(<«]/, /[\s.!…\])>»]/).trim()
  if (words === '' || words.split(' ').length > 16) return false
  if (apologies.test(words) || advertised.test(words)) return true
  if (/^(?:from|von|vom|van) (?:my|meinem|mijn|unterwegs) .{2,40}$/.test(words) && things.test(words))
    return /^from my/.test(words) ? words.split(' ').length <= 7 : sentLast.test(words)
  if (/^(?:von )?unterwegs (?:gesendet|geschickt)$|^\S{2,20} from (?:my )?(?:mobile|phone|iphone)$/.test(words))
    return true
  if (/^(?:this|diese) (?:e-?mail|message|nachricht) (?:was|wurde) .{0,12}(?:sent|written|typed|von|from) /.test(words))
    return things.test(words) && words.split(' ').length <= 13 && !/,|\b(?:our|not|and|because)\b/.test(words)
  if (sentLast.test(words)) return things.test(words) && words.length < 90
  if (!sentFirst.test(words)) return false
  // “Sent from my desk, which is easier than my phone”: a sentence, not a line of a program.
  const [head, ...tail] = words.split(/, | - |; |\. +/)
  if (
    tail.length > 0 &&
    !apologies.test(tail.join(' ')) &&
    !/^(?:so |please |sorry|an? |pardon|excuse)/.test(tail[0]!)
  ) {
    if (!/smartphone|samsung|verizon|at&t/.test(tail.join(' '))) return false
  }
  if (/\b(?:is|was|were|are|has|have|because|which|who|that|but)\b/.test(head!)) return false
  return (
    things.test(head!) ||
    /^(?:sent|typed|written|dictated) (?:from|via|using|with|by|on|while) \S+(?: \S+){0,4}$/.test(head!)
  )
}
