// A name as a newsroom prints it: capitals mended, titles and letters after it dropped, couples kept.
import { titles } from '../names/shape.ts'

const particles = new Set(
  'van von de der den del della di da dos das du la le bin ibn bint ten ter af av zu y e ap ab ferch el al'.split(' '),
)
const letters =
  /(?:,?\s+(?:MBE|OBE|CBE|KBE|DBE|BEM|QC|KC|JP|PhD|DPhil|MD|MBBS|MBChB|FRC[A-Z]{1,4}|MRC[A-Z]{1,4}|BA|BSc|MSc|MA|MPhil|MBA|LLB|RGN|RN|RMN|FCA|FRSA|CEng|Esq\.?|\(?retd\.?\)?|\(Hons\)|Dip\.?\w*|Cert\.?\w*|MP|MSP|Jnr|Snr)\.?)+\s*$/i

/** One word of a name in capitals and small letters: O’BRIEN → O’Brien, MCDONALD → McDonald, SMITH-JONES → Smith-Jones. */
function mendWord(word: string, first: boolean): string {
  const lower = word.toLowerCase()
  if (!first && particles.has(lower)) return lower
  return lower
    .replace(/(^|[-’'`])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
    .replace(/^(Mc)(\p{L})/u, (_, mc: string, letter: string) => mc + letter.toUpperCase())
    .replace(/[’'`]S$/u, '’s')
}

const degrees =
  /^(?:[BDM]Sc|[BCM]Eng|[DM]Phil|PhD|FMedSci|C(?:Phys|Chem|Biol|Math|Stat|Psychol)|M(?:Res|Chem|Phys|Ed|Mus|Litt|Arch)|BEd|EdD|DMus|BMedSci)$/

/** “Mary Bernadette Quill OHP”, “Geoff Bloxham CEng MICE”: capitals behind a name of two words are no part of it. */
function withoutLetters(text: string): string {
  const last = text.slice(text.lastIndexOf(' ') + 1)
  if (last === text || !/\p{Lu}.*\p{Lu}/u.test(last) || /^[IVX]+$/.test(last)) return text
  const degree = degrees.test(last) || /^(?:\p{Lu}{2,4}|\p{Lu}{5,7}|\p{Lu}{2,5}\p{Ll}{1,3}\p{Lu}{0,3})$/u.test(last)
  // A surname in capitals stands behind one given name, or has vowels in it.
  if (!degree || (last.length > 4 && /[AEIOUY]/.test(last) && !degrees.test(last))) return text
  const written = text
    .split(' ')
    .filter(word => /^\p{Lu}\p{Ll}/u.test(word) && !titles.has(word.toLowerCase().replace(/\.$/, '')))
  return written.filter(word => word !== last).length >= 2 ? text.slice(0, -last.length - 1) : text
}

/** '' when nothing of a name is left. */
export function printName(raw: string): string {
  let text = raw
    .replace(/\([^()]{0,60}\)|"[^"]{0,60}"|“[^“”]{0,60}”|\[[^[\]]{0,60}\]|(?<=\s)['‘][^'’\s]{1,20}['’](?=\s)/g, ' ')
    .replace(/(?:\p{Extended_Pictographic}|\ufe0f|\u200d)+/gu, ' ')
    .replace(/[*_~|<>{}"“”]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.\-–—:;]+|(?<![\s,\-–—:;])[\s,\-–—:;]+$/g, '')
    .replace(/(?<!\s)\s+x{1,4}$/i, '')
  for (let round = 0; round < 3; round++) text = withoutLetters(text.replace(letters, ''))
  const words = text.split(' ').filter(Boolean)
  const bare = dropTitles(words)
  if (bare.length === 0) return ''
  const joined = bare.join(' ')
  const oneCase = joined === joined.toUpperCase() || joined === joined.toLowerCase()
  const mended = bare.map((word, index) => {
    if (
      /^(?:&|and|und|et|og|och|y|e)$/i.test(word) &&
      index > 0 &&
      index < bare.length - 1 &&
      !(word === 'y' || word === 'e')
    )
      return 'and'
    if (
      /^(?:\p{Lu}\.?){1,3}$/u.test(word) &&
      bare.length > 1 &&
      word.length <= 6 &&
      (word.length === 1 || word.includes('.'))
    )
      return word.toUpperCase().replace(/\.$/, '').replace(/\./g, ' ')
    if (oneCase || (word.length > 3 && word === word.toUpperCase() && /^\p{L}/u.test(word)))
      return mendWord(word, index === 0)
    return /^\p{Ll}/u.test(word) && !particles.has(word) ? mendWord(word, index === 0) : word
  })
  return mended.join(' ').replace(/\.$/, '').slice(0, 80)
}

/** Titles go, unless nothing but a surname would be left (“Mrs Jones”). */
function dropTitles(words: string[]): string[] {
  const isTitle = (word: string | undefined) => word !== undefined && titles.has(word.toLowerCase().replace(/\.$/, ''))
  // “Dean” alone is a given name, not an office.
  let start = 0
  // “Me Aïssatou Diallo”: how a French lawyer is addressed.
  if (words[0] === 'Me' && words.length > 2) start++
  // “The Venerable”, “The Rev”
  if (words[0]?.toLowerCase() === 'the' && words.length > 2 && isTitle(words[1])) start++
  while (words.length > 1 && isTitle(words[start])) start++
  if (start > 0 && words.length - start === 1)
    return [mendWord(words[0]!.replace(/\.$/, ''), true), ...words.slice(start)]
  // “Mr and Mrs Smith”
  if (start === 1 && /^(?:&|and)$/i.test(words[1] ?? '') && isTitle(words[2])) return words
  return words.slice(start)
}

/** A header's display name put in order: “Jones, Katherine” → “Katherine Jones”; '' when it is no person's. */
export function headerName(raw: string, address: string): string {
  let text = raw.replace(/^['"\s]+|(?<!['"\s])['"\s]+$/g, '').replace(/(?<!\s)\s+(?:via|on behalf of)\s.*$/i, '')
  if (text === '' || text.includes('@') || text.toLowerCase() === address.toLowerCase()) return ''
  const swapped = /^([^,]{2,40}),\s*([^,]{1,40})$/.exec(text)
  // “SMITH John”: the French way, and the army's.
  const shouted = /^(\p{Lu}[\p{Lu}’'-]{2,}) (\p{Lu}\p{Ll}[\p{L}-]*)$/u.exec(text)
  if (shouted) text = `${shouted[2]} ${shouted[1]}`
  if (swapped) text = `${swapped[2]} ${swapped[1]}`
  return text
}
