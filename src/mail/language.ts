// The language of a letter, told only when it is surely not English. A detector knows sixty languages; that a letter
// may be English nevertheless, with foreign names or words in it, is asked before and after.

import { mayMatch } from './may-match.ts'

/** Words that are English and seldom anything else: a fifth of these, and the detector is not even loaded. */
const english = new Set(
  'the and that it are not this with you they but my from has our would their what by there who your can were when out she her his them be how if just like these those which'.split(
    ' ',
  ),
)

/** What the detector does not know: three different words of a language, and a fifth of all. */
const celtic: Record<string, Set<string>> = {
  Welsh: new Set(
    "y yr yn ac mae mae'r oedd wedi gan gyda sy'n rwy'n dw fod bod i'r a'r o'r yw nid eu fy ei ni nhw hyn hwn iawn mewn ond bydd hynny ddim chi os gwelwch dda".split(
      ' ',
    ),
  ),
  Irish: new Set(
    'agus tá níl gan againn aon ó faoi sé sí mé muid na ar ag le go bhí ní atá chun seo sin leis anseo gach bhfuil'.split(
      ' ',
    ),
  ),
  'Scottish Gaelic': new Set('agus tha mi sinn na aig le gu bha chan nach seo sin leis ann gach bheil gun'.split(' ')),
}

const scripts: [string, RegExp][] = [
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Chinese or Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Russian or another Cyrillic language', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Hindi', /\p{Script=Devanagari}/gu],
  ['Bengali', /\p{Script=Bengali}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Tamil', /\p{Script=Tamil}/gu],
]

const addresses = /(?:https?:\/\/|www\.)\S+|\S+@\S+/gi
const sampled = 2_000
/** So many words with a small letter, or one fewer among eight: what has less may be anything. */
const enough = 5
/** How near English may come to the detector's first choice. */
const nearness = 0.75

const names = new Intl.DisplayNames('en', { type: 'language' })

/** The name of the language of a reader's own words; '' for English, and whenever it cannot be told surely. */
export async function foreignLanguage(text: string): Promise<string> {
  const beginning = text.slice(0, sampled)
  const sample = mayMatch(addresses, beginning) ? beginning.replace(addresses, ' ') : beginning
  const script = scriptOf(sample)
  if (script !== null) return script === '' ? '' : ((await detected(sample, 0)) ?? script)
  const spoken = wordsIn(sample)
  const few = spoken.length < enough && (sample.trim().split(/\s+/).length < 8 || spoken.length < enough - 1)
  if (few || share(spoken, english) > 0.2) return ''
  for (const [name, common] of Object.entries(celtic))
    if (new Set(spoken.filter(word => common.has(word))).size > 2 && share(spoken, common) > 0.2) return name
  return (await detected(spoken.join(' '), nearness)) ?? ''
}

/** null when the letters are Latin ones; '' when others are there, and not most of them or too few. */
function scriptOf(sample: string): string | null {
  if (!/[^\x00-\u024f\u1e00-\u1eff\u2000-\u2fff]/.test(sample)) return null
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin * 2 > letters) return null
  return letters > 8
    ? (scripts.find(([, pattern]) => (sample.match(pattern)?.length ?? 0) * 2 > letters)?.[0] ?? '')
    : ''
}

/** Words as they stand within a sentence: a capital letter there is a name, in which every language occurs. */
function wordsIn(sample: string): string[] {
  const shouted = !/\p{Ll}{3}/u.test(sample)
  const plain = (shouted ? sample.toLowerCase() : sample).replace(/[’‘`´]/g, "'")
  return plain.match(/(?<![\p{L}\p{N}'-])\p{Ll}[\p{L}'-]*/gu) ?? []
}

const share = (words: string[], among: Set<string>): number =>
  words.filter(word => among.has(word)).length / words.length

let loading: Promise<typeof import('eld/extrasmall')> | undefined

/** What the detector is sure of. It is loaded with the first letter that needs it: its tables take 33 MB. */
async function detected(sample: string, near: number): Promise<string | null> {
  // Asking for a module again costs more than asking the detector.
  loading ??= import('eld/extrasmall')
  const { eld } = await loading
  const found = eld.detect(sample)
  const { [found.language]: best = 0, en = 0 } = found.getScores()
  if (!best || found.language === 'en' || en > best * near) return null
  if (found.isReliable()) return names.of(found.language) ?? null
  return near > 0 && en < best / 2 ? 'A language other than English' : null
}
