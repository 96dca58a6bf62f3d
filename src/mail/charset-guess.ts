// The likeliest reading of 8-bit bytes whose coding nobody told, or told wrongly: a detector's word first, and where that
// reads like no language, the coding that does.
import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/** Codings of one byte a letter that mail came in, and the common ones of East Asia. */
const others =
  'windows-1252 windows-1250 windows-1251 koi8-r koi8-u macintosh cp850 cp852 cp866 windows-1253 windows-1254 windows-1255 windows-1256 shift_jis gb18030 big5 euc-jp cp949'.split(
    ' ',
  )
const sampled = 4_000
/** Marks of a wrong reading in so many letters that another coding is tried. */
const suspicious = 2

/** What no writer puts within or behind a word, each found place counted. */
const faults: [RegExp, number][] = [
  [/[\ufffd\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g, 10],
  [/(?<=\p{L})[\p{S}¹²³ªº¡¿§¶‚„†‡‰‹›“”•…~](?=\p{L})/gu, 3],
  [/(?<=\p{L})[¹²³¥©®¬¦¨¯´¸÷×¢£¤µ±¶‡†ˆ˜¢]/gu, 2],
  [/(?<=\p{Ll})\p{Lu}/gu, 2],
  [/[\u2500-\u259f]/g, 3],
  [/[\uff61-\uff9f]/g, 1],
  [
    /(?<=\p{Script=Latin})[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]|(?<=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}])\p{Script=Latin}/gu,
    3,
  ],
]

/** How little a text reads like one: 0 is clean. */
export function oddness(text: string): number {
  const sample = text.slice(0, sampled)
  return faults.reduce((sum, [pattern, weight]) => sum + (sample.match(pattern)?.length ?? 0) * weight, 0)
}

/** The detector's word where it tells several bytes a letter or another alphabet; Windows-1252 otherwise. */
function first(bytes: Buffer): string {
  const name = bytes.length < 12 ? undefined : analyse(bytes.subarray(0, 20_000))[0]?.name
  return name && /^(gb18030|big5|euc|shift|koi8|windows-1251|iso-8859-[5-9]|utf)/i.test(name) ? name : 'windows-1252'
}

const decode = (bytes: Buffer, name: string): string | null =>
  iconv.encodingExists(name) ? iconv.decode(bytes, name) : null

/** From the line with the first letter outside ASCII on, as much as is judged. */
function telling(bytes: Buffer): Buffer {
  const at = bytes.findIndex(byte => byte > 127)
  const start = at < 0 ? 0 : bytes.lastIndexOf(10, at) + 1
  return bytes.subarray(start, start + 4 * sampled)
}

/** The text, and whether it was read otherwise than `preferred` would have it ('' prefers nothing). */
export function likeliest(bytes: Buffer, preferred = ''): { text: string; other: boolean } {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), other: preferred !== '' }
  const start = preferred || first(bytes)
  const name = betterThan(start, telling(bytes))
  return { text: decode(bytes, name) ?? iconv.decode(bytes, 'windows-1252'), other: name !== start }
}

/** Another coding must read twice as well as the likeliest, and then better than its rivals. */
function betterThan(start: string, sample: Buffer): string {
  let best = { name: start, score: oddness(decode(sample, start) ?? '\ufffd') }
  if (best.score <= suspicious) return start
  const least = best.score / 2
  const told = analyse(sample).slice(0, 4)
  for (const name of new Set([...told.map(each => each.name), ...others])) {
    const text = decode(sample, name)
    const score = text === null ? Number.POSITIVE_INFINITY : oddness(text)
    if (score < least && score < best.score) best = { name, score }
  }
  return best.name
}
