// Texts of any length, one kind each, that ask the most of one pattern or another of the room: repeated beginnings of
// what a pattern looks for, and long runs of what it skips. Found by searching every pattern for its worst input.

/** A line, or a part of a line, that is repeated until the text is long enough. */
const units: Record<string, string> = {
  'plain prose':
    'I waited nine hours on a trolley last month, and the nurses were kind but worn out. My wife had to sleep in a chair.\n',
  'short lines': 'Yes.\n',
  'empty lines': '\n',
  'one line of letters': 'a',
  'one line of words': 'word ',
  'one line of capitals': 'Anna ',
  'one line of blanks': ' ',
  'one line of tabs': '\t',
  'one line of digits': '07700 900123 ',
  'one line of dashes': '-',
  'one line of colons': ':',
  'one line of closing brackets': ')',
  'one line of opening brackets': '[[',
  'one line of quotes closed': '")',
  'one line of marks': '. ! ? … ',
  'hyphened words': 'y-',
  'apostrophes and hyphens': "'-",
  addresses: '@.',
  'links that never end': 'ttp://@/',
  'names and their places': 'A’My Teacher ',
  'children of mine': 'my kids two of my ',
  'his son’s': "his son'",
  'never our own': 'never not our ',
  'driving at': "drive at'",
  'never air my view': 'NEVER AIR MY VUE',
  'nothing but wishes': "please don't it nothing my name ",
  'minds that changed': 'changed my mind ',
  'leaving out': 'omit without leave out ',
  'in danger': 'I my end he ',
  'at and dot': 'd(@)-.bat (at) x dot ',
  'years of age': '(aged 5 year 7 ',
  'letters behind a name': '\tFRCCNA BSc',
  'titles in a row': 'nAu A&A Le ',
  'live in': ' I live but and Ire ',
  quotations: '> On Mon, 1 Jan 2024 at 10:00, Kate <k@example.com> wrote:\n',
  'marks of quotation': '>',
  'attributions without end': 'On Monday, Kate wrote ',
  'heads of an older letter': 'From: Kate\nSent: Monday\nTo: Rob\n',
  underscores: '_____ ',
  'sign-offs': 'Kind regards\nKate\n',
  'dashes and a blank': '-- \nKate\n',
  'codes of failure': '550 NZ-RXZ55 5.1.1 .',
  'flags of countries': '🇬🇧 ',
  'marks on marks': 'a\u0301\u0302\u0303',
  'words without spaces': '差出人:東京都',
}

/** Each kind by its name: a text of so many UTF-16 units. */
export const lengthy: Record<string, (length: number) => string> = Object.fromEntries(
  Object.entries(units).map(([name, unit]) => [
    name,
    (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
  ]),
)

/** The text as a message; `html`: as a page, a paragraph a line. */
export function letterOf(text: string, html = false): Buffer {
  const escaped = () => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const body = html ? `<html><body><p>${escaped().replaceAll('\n', '</p>\n<p>')}</p></body></html>` : text
  return Buffer.from(
    `From: Kate Jones <kate@example.com>\r\nTo: views@example.org\r\nSubject: My view\r\nMIME-Version: 1.0\r\n` +
      `Content-Type: text/${html ? 'html' : 'plain'}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${body}\r\n`,
  )
}
