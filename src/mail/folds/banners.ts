// What mail servers put on top of a letter: “CAUTION: this email originated from outside …”. None of it is the reader's.
import { type Line, nextFilled } from './lines.ts'

const tag =
  /^[[*({<=_ #!-]*(?:external|ext|extern|externe|externo|esterno|outside)(?:[ :-]+(?:e-?mail|sender|message|mail|source|absender|expéditeur))?(?: warning)?[\])}*>\-=_ #!.:]*$/i
const outside =
  /\b(?:outside (?:of )?(?:the|our|your|this)?|external|extern|extérieur|externe[nrs]?|fuera de|fora d[aeo]|esterno|buiten|utanför|utenfor|unfamiliar|unknown)\b/i
const about =
  /\b(?:originat|organi[sz]ation|company|council|trust|university|network|sender|links?|attachments?|caution|exercise|absender|organisation|anhänge|pièces jointes|liens|enlaces|allegati|bijlagen|afzender|source|safe)/i
const learn =
  /^(?:\[?(?:you|some people who received this message) don.t often get e-?mail from |sie erhalten nicht (?:oft|häufig) e-?mails? von |vous ne recevez pas souvent |no suele recibir correo|non si ricevono spesso|u ontvangt niet vaak)/i
const mailWords = /\b(?:e-?mail|message|mail|nachricht|courriel|correo|messaggio|bericht|mensagem|sender)\b/i
const firstPerson = /(?:^|\s)(?:i|i'm|i’m|my|we|our)\s/i

/** Marks the banners among the first paragraphs. */
export function markBanners(lines: Line[]): void {
  for (let at = nextFilled(lines, 0), seen = 0; at < lines.length && seen < 3; at = nextFilled(lines, at), seen++) {
    let end = at
    while (end < lines.length && lines[end]!.text !== '' && end < at + 8) end++
    const paragraph = lines.slice(at, end).map(line => line.text)
    const size = bannerSize(paragraph)
    if (size === 0) return
    for (let line = at; line < at + size; line++) lines[line]!.fold ??= 'disclaimer'
    at += size
  }
}

/** How many of a paragraph's first lines are a banner. */
function bannerSize(paragraph: string[]): number {
  const first = paragraph[0] ?? ''
  if (tag.test(first)) return 1
  if (learn.test(first)) return paragraph.length
  const joined = paragraph.join(' ').slice(0, 600)
  if (firstPerson.test(joined) || joined.length > 500) return 0
  const warns =
    /^\W*(?:caution|warning|attention|achtung|vorsicht|warnung|atención|advertencia|attenzione|atenção|let op|varning|advarsel|external|note|notice|this (?:e-?mail|message))\b/i
  return warns.test(joined) && outside.test(joined) && about.test(joined) && mailWords.test(joined)
    ? paragraph.length
    : 0
}
