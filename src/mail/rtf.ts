// The words of a letter in RTF, without its tables of fonts and pictures. Linear; what it does not know it passes over.
import iconv from 'iconv-lite'

/** Groups that hold no words of the letter. */
const silent =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header|footer|generator|listtable|listoverridetable|themedata|datastore|fldinst|xmlnstbl|rsidtbl|mmathPr)$/
const signs: Record<string, string> = {
  par: '\n\n',
  line: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
}

export function rtfToText(rtf: string): string {
  const quiet: boolean[] = [false]
  let out = ''
  let skip = 0
  const say = (words: string) => {
    if (!quiet.at(-1)) out += words
  }
  for (const [token, brace, word, number, hex, star, symbol] of rtf
    .slice(0, 400_000)
    .matchAll(/([{}])|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|(\\\*)|\\([^a-z])|[^\\{}\r\n]/gi)) {
    if (brace === '{') quiet.push(quiet.at(-1)!)
    else if (brace === '}') {
      if (quiet.length > 1) quiet.pop()
    } else if (star) quiet[quiet.length - 1] = true
    else if (word) {
      if (silent.test(word)) quiet[quiet.length - 1] = true
      else if (word === 'u' && number) {
        say(String.fromCharCode(Number(number) & 0xffff))
        skip = 1
      } else say(signs[word] ?? '')
    } else if (skip > 0) skip--
    else if (hex) say(iconv.decode(Buffer.from([Number.parseInt(hex, 16)]), 'windows-1252'))
    else say(symbol === '~' ? ' ' : (symbol ?? token))
  }
  return out.trim()
}
