// Lines of a signature that hold how to reach someone or what they do. Each judged alone; linear.

const phone = /(?:\+|00)?\(?\d[\d\s().-]{7,18}\d/
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/i
const street =
  /\b\d{1,4}[a-z]?,?\s+(?:\p{L}[\p{L}’'.-]*\s+){1,4}(?:road|rd|street|st|avenue|ave|lane|ln|close|drive|dr|way|court|crescent|terrace|place|gardens|grove|hill|park|square|row|walk|mews|view|rise|green|parade|boulevard|blvd|straße|strasse|str|rue|via|calle)\b/iu
const label =
  /^(?:[*_]?(?:t|m|f|e|w|a|tel|telephone|phone|mob|mobile|cell|fax|email|e-mail|web|website|address|home|office|direct|dd|ddi|work|switchboard|extension|ext|twitter|x|skype|facebook|linkedin|instagram|whatsapp|blog|telefon|handy|tél|portable|correo|tlf|gsm|mobil)\s?[:.|]\s?)/i

/** A telephone number, an address, a web page, a postcode. */
export function isContactLine(text: string): boolean {
  if (text.length > 140) return false
  if (label.test(text) && /[\d@.]/.test(text)) return true
  if ((text.match(/\s[|•·]\s/g)?.length ?? 0) >= 2) return true
  if (/^my (?:normal |usual |regular )?(?:working|office|work) (?:days|hours|pattern|week)\b/i.test(text)) return true
  const bare = text.replace(/[\s|*_<>()[\]]+/g, ' ').trim()
  const sentence = bare.split(' ').length > 10
  if (sentence) return false
  if (
    /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+\.?$/.test(bare) ||
    /^(?:https?:\/\/|www\.)\S+$/i.test(bare) ||
    /^@\w{2,30}$/.test(bare)
  )
    return true
  if (/(?:https?:\/\/|www\.)\S|\S@[^\s@.]+\.\S/i.test(bare) && bare.split(' ').length <= 5) return true
  if (phone.test(bare) && bare.replace(/[^\p{L}]/gu, '').length <= 24) return true
  return (
    (postcode.test(bare) && bare.split(' ').length <= 9 && !/\b(?:i|my|we|our|is|was)\b/i.test(bare)) ||
    (street.test(bare) && !/\b(?:i|my|we|our|is|was|live|at)\b/i.test(bare))
  )
}

const jobs =
  /\b(?:director|manager|consultant|engineer|officer|secretary|chair(?:man|woman|person)?|president|editor|teacher|headteacher|head of|lecturer|professor|reader in|doctor|nurse|midwife|gp|registrar|surgeon|physician|anaesthetist|paramedic|radiographer|physiotherapist|pharmacist|psychologist|psychiatrist|therapist|solicitor|barrister|lawyer|accountant|architect|surveyor|developer|analyst|designer|administrator|assistant|coordinator|co-ordinator|executive|partner|associate|founder|owner|proprietor|trainer|technician|specialist|scientist|researcher|student|trustee|councillor|vicar|rector|curate|chaplain|farmer|driver|librarian|journalist|writer|author|photographer|retired|pensioner|ceo|cto|cfo|coo|md|hr|ltd|limited|plc|llp|inc|gmbh|university|college|school|hospital|infirmary|hospice|nhs|trust|foundation|department|dept|faculty|institute|council|union|association|society|practice|surgery|clinic|services|solutions|group|st[1-8]|ct[1-3]|fy[12]|f[12]|sho|bsc|msc|phd|mbbs|mrcp|frcp|frcgp|mbe|obe)\b/i

const firms =
  /\b(?:director|manager|head of|executive|officer|secretary|chair(?:man|woman|person)?|editor|partner|associate|founder|ceo|cto|cfo|coo|ltd|limited|plc|llp|inc|gmbh|university|college|school|hospital|infirmary|hospice|surgery|clinic|nhs|trust|foundation|department|dept|faculty|institute|council|union|association|society|services|solutions|group|company|agency|consulting|consultants|partners|bank|office)\b/i

/** A job line that names a firm or a post in one: what stands below it is a letterhead. “Retired GP” is not. */
export const isFirmLine = (text: string): boolean => isJobLine(text) && firms.test(text)

/** A line with a job, a degree or an employer and no verb of its own. */
export function isJobLine(text: string): boolean {
  if (text.length > 90 || /[.!?]$/.test(text.replace(/\b(?:ltd|inc|co|dept|hons|ph\.d)\.$/i, ''))) return false
  if (text.split(/\s+/).length > 11) return false
  return (
    jobs.test(text) &&
    !/\b(?:i|i'm|my|we|our|is|are|was|were|have|has|had|will|would|should|must|can|could|do|does|did|not|they|you|he|she|it|this|that|these|those|who|why|because|but|if)\b/i.test(
      text,
    )
  )
}
