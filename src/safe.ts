// What a stranger wrote becomes safe to keep and to show. The only home of sanitize-html.
import sanitizeHtml from 'sanitize-html'

/** HTML that `cleanHtml` made. A plain string does not compile in its place. */
export type SafeHtml = string & { readonly made: 'by cleanHtml()' }

// biome-ignore-start lint/suspicious/noMisleadingCharacterClass: the classes list invisible characters one by one
// Bidirectional controls, zero-width characters and other invisible formatting (Unicode Cf and friends);
// ZWNJ and ZWJ (U+200C, U+200D) are judged by their neighbours below.
const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e007f}]/gu
const strayJoiner =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}\p{Script=Sinhala}\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])[\u200c\u200d]/gu
// The tags of the flags of England, Scotland and Wales are kept, each a whole sequence as Unicode (UTS 51, ED-14a)
// recommends for interchange; any other tag character could hide words.
const flagOrInvisible = new RegExp(
  `\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}|${invisible.source}`,
  'gu',
)
// biome-ignore-end lint/suspicious/noMisleadingCharacterClass: as above
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g
const marks = /(\p{M}{4})\p{M}+/gu

/**
 * Text as it may enter the database: no control, bidi or invisible characters, at most four combining marks in a
 * row, NFC, no lone surrogates. Line feed and tab stay. Applied once at the border, and again to moderators' edits.
 */
export function cleanText(raw: string): string {
  if (/^[\n\t\x20-\x7e]*$/.test(raw)) return raw
  return raw
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(control, '')
    .replace(flagOrInvisible, flag => (flag.length > 2 ? flag : ''))
    .replace(strayJoiner, '')
    .replace(marks, '$1')
    .normalize('NFC')
}

/** `cleanText` for a field of one line: white space runs become one blank; cut at `most` UTF-16 units. */
export function cleanLine(raw: string, most = 500): string {
  const line = cleanText(raw).replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : line.slice(0, most).toWellFormed().replaceAll('\ufffd', '').trim()
}

/**
 * The address when a link may carry it, else null: absolute http, https or mailto, without user name or password.
 * sanitize-html lets `//host`, relative paths and `user@host` tricks pass, so we judge for ourselves.
 */
export function safeUrl(raw: string): string | null {
  const text = raw.trim()
  if (/[\u0000-\u0020\u007f-\u00a0\u202a-\u202e\u2066-\u2069\\]/.test(text)) return null
  if (!/^(https?:\/\/|mailto:)/i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.username || url.password ? null : url.href
}

const allowedTags = ['p', 'br', 'b', 'i', 'em', 'strong', 'a', 'blockquote', 'ul', 'ol', 'li', 'figure', 'figcaption']

/** HTML reduced to our allow-list: `href` the only attribute that comes in, links marked as strangers'. */
export function cleanHtml(raw: string): SafeHtml {
  return sanitizeHtml(raw, {
    allowedTags,
    allowedAttributes: { a: ['href', 'rel', 'target'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: {
      a: (tagName, attributes) => {
        const href = attributes.href === undefined ? null : safeUrl(attributes.href)
        // A `span` is not on the list, so a refused link leaves its words and nothing else.
        if (href === null) return { tagName: 'span', attribs: {} as sanitizeHtml.Attributes }
        return { tagName, attribs: { href, rel: 'noopener noreferrer nofollow ugc', target: '_blank' } }
      },
    },
  }) as SafeHtml
}

/** Our own picture as HTML, from nothing but escaped values. A credit stands below it. */
export function pictureHtml(picture: {
  src: string
  width: number
  height: number
  alt: string
  credit: string
}): SafeHtml {
  const escaped = (text: string) => text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
  const { src, width, height, alt, credit } = picture
  const image = `<img src="${escaped(src)}" width="${Number(width)}" height="${Number(height)}" alt="${escaped(alt)}">`
  return `<figure>${image}${credit === '' ? '' : `<figcaption>${escaped(credit)}</figcaption>`}</figure>` as SafeHtml
}
