// Bytes of a text part to characters. A wrong or missing charset is mended where the evidence is clear and said
// so in the defects; nothing is passed on as if it were right when it was guessed.
import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { likeliest } from './charset-guess.ts'
import { count, type Decoded, damaged, fromMixed } from './charset-mixed.ts'

export type { Decoded }

const aliases: Record<string, string> = {
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'ansi_x3.4-1968': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-ir-100': 'windows-1252',
  'x-unknown': '',
  unknown: '',
  'unknown-8bit': '',
  default: '',
  'iso-8859-8-i': 'iso-8859-8',
  'cp-850': 'cp850',
  'x-mac-roman': 'macintosh',
  utf8mb4: 'utf-8',
  'unicode-1-1-utf-7': 'utf-7',
  'unicode-1-1-utf-8': 'utf-8',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  'iso-2022-jp-ms': 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
}

/** The name we know a charset by; '' when it says nothing. */
function known(label: string): string {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .slice(0, 60)
  return aliases[name] ?? name
}

const stateful = new Set(['utf-7', 'iso-2022-jp', 'hz-gb-2312', 'utf-16', 'utf-16le', 'utf-16be', 'utf-32'])

/** Decodes the bytes of a text part whose header declares `label` ('' when it declares none). */
export function decodeText(bytes: Buffer, label: string): Decoded {
  const charset = known(label)
  if (bytes.length >= 2 && !stateful.has(charset)) {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.subarray(2).toString('utf16le'), defect: null }
    if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: iconv.decode(bytes, 'utf-16be'), defect: null }
  }
  if (isAscii(bytes) && charset === '' && /~\{[!-}]{2,}~\}/.test(bytes.toString('latin1', 0, 4_000)))
    return { text: fromHz(bytes.toString('latin1')), defect: guessed('HZ') }
  if (isAscii(bytes) && !stateful.has(charset)) return fromAscii(bytes, charset)
  if (isUtf8(bytes) && !stateful.has(charset)) {
    const text = bytes.toString('utf8')
    if (charset === 'utf-8' || charset === '') return mendDouble({ text, defect: null })
    // Text in another charset is practically never valid UTF-8 by chance; multi-byte ones are judged by themselves.
    if (/^(windows-125|iso-8859|macintosh|koi8|cp\d{3}$)/.test(charset) || !iconv.encodingExists(charset))
      return mendDouble({
        text,
        defect: `The email says its letters are coded as ${label}; they are UTF-8 and were read so.`,
      })
  }
  return fromLegacy(bytes, charset, label)
}

function fromAscii(bytes: Buffer, charset: string): Decoded {
  const text = bytes.toString('latin1')
  if (/\x1b\$[@B]/.test(text))
    return { text: strict('iso-2022-jp', bytes) ?? text, defect: charset ? null : guessed('ISO-2022-JP') }
  return { text, defect: null }
}

const guessed = (name: string) => `The email does not say how its letters are coded; ${name} was guessed.`

function strict(charset: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function fromLegacy(bytes: Buffer, charset: string, label: string): Decoded {
  if (charset === 'utf-8') {
    const mixed = fromMixed(bytes)
    if (mixed) return mixed
    return {
      text: likeliest(bytes).text,
      defect: 'The email says its letters are coded as UTF-8, but they are not; the likeliest coding was used.',
    }
  }
  if (charset && charset !== 'windows-1252') {
    const text = decodeAs(charset, bytes)
    if (text !== null && count(text, '\ufffd') * 20 < text.length) {
      const bad = count(text, '\ufffd')
      return { text, defect: bad ? damaged(bad) : null }
    }
    return {
      text: likeliest(bytes).text,
      defect: `The email's charset “${label.slice(0, 40)}” is unknown or wrong; the likeliest coding was used.`,
    }
  }
  if (charset === 'windows-1252') {
    const { text, other } = likeliest(bytes, 'windows-1252')
    const ascii = /^(us-)?ascii$/i.test(label.trim())
    if (other)
      return {
        text,
        defect: `The email says its letters are coded as ${label}, but they are not; the likeliest coding was used.`,
      }
    return mendDouble({
      text,
      defect: ascii ? 'The email says it is plain ASCII, but it is not; read as Windows-1252.' : null,
    })
  }
  const text = likeliest(bytes).text
  return { text, defect: guessed('the likeliest coding') }
}

function decodeAs(charset: string, bytes: Buffer): string | null {
  if (charset === 'hz-gb-2312') return fromHz(bytes.toString('latin1'))
  if (charset === 'iso-2022-jp') return new TextDecoder('iso-2022-jp').decode(bytes)
  if (iconv.encodingExists(charset)) return iconv.decode(bytes, charset)
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return null
  }
}

/** HZ (RFC 1843): GB 2312 in seven bits between `~{` and `~}`. */
const fromHz = (text: string): string =>
  text.replace(/~~|~\n|~\{([^~\n]{0,5000})~\}/g, (match, run) =>
    run === undefined
      ? match.slice(2) || (match === '~~' ? '~' : '')
      : iconv.decode(Buffer.from(run, 'latin1').map(byte => byte | 128) as Buffer, 'gbk'),
  )

/** “donâ€™t” → “don’t”: UTF-8 that some program read as windows-1252 and coded again. */
function mendDouble(decoded: Decoded): Decoded {
  const { text } = decoded
  const suspects = text.match(/[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g)
  if (!suspects) return decoded
  const mended = text.replace(/[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}/g, piece => {
    const bytes = Buffer.from([...piece].map(windowsByte))
    return isUtf8(bytes) ? bytes.toString('utf8') : piece
  })
  if (mended === text) return decoded
  return { text: mended, defect: decoded.defect ?? 'The letters of the email were coded twice; this was mended.' }
}

/** The windows-1252 byte of a letter; the five bytes without a letter stand for themselves. */
const windowsByte = (letter: string): number => {
  const code = letter.charCodeAt(0)
  return code < 0x100 ? code : (iconv.encode(letter, 'windows-1252')[0] ?? 0)
}
