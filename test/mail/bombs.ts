// Messages made to stop a reader: too much of everything (RELIABILITY F30). Each a name and the bytes.

const headers =
  'From: A Bomb <bomb@example.com>\r\nTo: haveyoursay@example.org\r\nSubject: bomb\r\nMIME-Version: 1.0\r\n'
const text = (words: string, type = 'text/plain; charset=utf-8') => `${headers}Content-Type: ${type}\r\n\r\n${words}`
const html = (words: string) => text(words, 'text/html; charset=utf-8')
const multipart = (inner: string) => `${headers}Content-Type: multipart/mixed; boundary=b\r\n\r\n${inner}--b--\r\n`

function nested(levels: number, type: string): string {
  let open = headers
  for (let at = 0; at < levels; at++) open += `Content-Type: ${type}; boundary=b${at}\r\n\r\n--b${at}\r\n`
  return `${open}\r\ncore\r\n`
}

export const bombs: Record<string, () => string> = {
  '100,000 parts': () => multipart('--b\r\n\r\nx\r\n'.repeat(100_000)),
  'a million empty parts': () => multipart('--b\r\n'.repeat(1_000_000)),
  'parts 5,000 deep': () => nested(5_000, 'multipart/mixed'),
  'one boundary, 5,000 deep': () => headers + 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n'.repeat(5_000),
  '2,000 nested messages': () => headers + 'Content-Type: message/rfc822\r\n\r\n'.repeat(2_000),
  'a 10 MB header': () => `X-Long: ${'a'.repeat(10_000_000)}\r\n${text('x')}`,
  'a header without end': () => `${'X-Line: y\r\n'.repeat(100_000)}`,
  '200,000 headers': () => `${'A: b\r\n'.repeat(200_000)}${text('x')}`,
  '100,000 addresses': () => `To: ${'a@example.com, '.repeat(100_000)}\r\n${text('x')}`,
  '20,000 addresses in 250 kB': () => `Cc: ${'a@b.cc, '.repeat(20_000)}\r\n${text('x')}`,
  '30,000 groups': () => `Cc: ${'g:a@b.c;,'.repeat(20_000)}\r\n${text('x')}`,
  'nested comments in an address': () => `From: ${'('.repeat(60_000)}a@b.c\r\nSubject: x\r\n\r\nx`,
  'quotes in an address': () => `From: ${'"'.repeat(60_000)}a@b.c\r\nSubject: x\r\n\r\nx`,
  '10 MB of HTML': () => html('<p>words and words</p>'.repeat(450_000)),
  '512 kB of flat HTML': () => html('<b>x</b>'.repeat(60_000)),
  '100,000 nested divs': () => html('<div>'.repeat(100_000)),
  '3,000 nested tables': () => html('<table><tr><td>'.repeat(3_000)),
  '490 nested divs': () => html(`${'<div>'.repeat(490)}deep${'</div>'.repeat(490)}`),
  '200,000 links': () => html('<a href="https://example.com/">x</a>'.repeat(200_000)),
  '13,000 links in text': () => text('https://example.com/a '.repeat(13_000)),
  'unclosed tags': () => html('<a <b <c '.repeat(50_000)),
  'unclosed comment': () => html(`<!--${'-'.repeat(400_000)}`),
  'angle brackets': () => html('<'.repeat(500_000)),
  entities: () => html('&amp'.repeat(120_000)),
  'a million blockquotes, unclosed': () => html('<blockquote>'.repeat(40_000)),
  'a parameter in 50,000 pieces': () =>
    `${headers}Content-Type: text/plain; ${Array.from({ length: 12_000 }, (_, at) => `name*${at}=x; `).join('')}\r\n\r\nx`,
  'a 100 kB charset name': () => text('x', `text/plain; charset=${'a'.repeat(100_000)}`),
  'a 100 kB boundary': () =>
    `${headers}Content-Type: multipart/mixed; boundary=${'b'.repeat(100_000)}\r\n\r\n--${'b'.repeat(100_000)}\r\n\r\nx`,
  'a body of hyphens': () => `${headers}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--\r\n'.repeat(500_000)}`,
  'encoded words without end': () => `Subject: ${'=?utf-8?q?a?='.repeat(15_000)}\r\n\r\nx`,
  'an encoded word never closed': () => `Subject: =?utf-8?q?${'a='.repeat(100_000)}\r\n\r\nx`,
  'one line of 5 MB': () => text('word '.repeat(1_000_000)),
  'one word of 5 MB': () => text('a'.repeat(5_000_000)),
  'a million lines': () => text('x\r\n'.repeat(1_000_000)),
  '100,000 levels of quotation': () => text(`${'>'.repeat(100_000)} x`),
  '50,000 quoted answers': () => text('> q\r\na\r\n'.repeat(50_000)),
  '60,000 attribution lines': () => text('On 1 Jan 2016, at 10:00, A <a@b.c> wrote:\r\n'.repeat(5_000)),
  'half an attribution, many times': () => text('On 1 Jan 2016 A\r\n'.repeat(13_000)),
  'header blocks': () => text('From: a\r\nTo: b\r\nx\r\n'.repeat(10_000)),
  'closes without a name': () => text('Thanks\r\n'.repeat(25_000)),
  names: () => text('Katherine\r\nRuislip\r\n'.repeat(10_000)),
  blanks: () => text(' '.repeat(2_000_000)),
  'blank lines with blanks': () => text(' \t \r\n'.repeat(500_000)),
  'flowed without end': () => text('a \r\n'.repeat(500_000), 'text/plain; format=flowed'),
  digits: () => text('0'.repeat(200_000)),
  'digits and blanks': () => text('0 '.repeat(100_000)),
  'hyphens and digits': () => text('01-'.repeat(66_000)),
  'at signs': () => text('a@'.repeat(100_000)),
  dots: () => text('a.'.repeat(100_000)),
  capitals: () => text('I live in A'.repeat(18_000)),
  'capital words': () => text('Aa '.repeat(66_000)),
  'I am a': () => text('I am a '.repeat(28_000)),
  'do not': () => text("don't ".repeat(33_000)),
  'my name': () => text('my name is '.repeat(18_000)),
  commas: () => text(`Regards, ${'a, '.repeat(60_000)}`),
  'combining marks': () => text(`a${'\u0301'.repeat(100_000)}`),
  'bidi controls': () => text('\u202e'.repeat(60_000)),
  NULs: () => text('\0'.repeat(200_000)),
  'byte salad': () => Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 256)).toString('latin1'),
  'quoted-printable without letters': () =>
    `${headers}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'='.repeat(500_000)}`,
  'base64 of nothing': () => `${headers}Content-Transfer-Encoding: base64\r\n\r\n${'===='.repeat(200_000)}`,
  'base64 in a million pieces': () => `${headers}Content-Transfer-Encoding: base64\r\n\r\n${'YQ=='.repeat(1_000_000)}`,
  '20 MB of letters in no coding': () =>
    `${headers}Content-Type: text/plain; charset=us-ascii\r\n\r\n${'caf\x81 \x9d\xe9\xff'.repeat(2_500_000)}`,
  'UTF-8 that is none now and then': () => text(`${'caf\xc3\xa9 '.repeat(500_000)}\x92`),
  'braces of RTF': () => text('{\\rtf1 '.repeat(200_000), 'application/rtf'),
  'a signature of brackets': () =>
    `${headers}Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\n${'MIAw'.repeat(1_000_000)}`,
  'messages in messages in base64': () => {
    let inner = 'words'.repeat(1_000_000)
    for (let at = 0; at < 5; at++)
      inner = `Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(inner).toString('base64')}`
    return headers + inner
  },
  '150 files without words': () =>
    multipart(`--b\r\nContent-Type: text/x-log; name=a.log\r\n\r\n${' \r\n'.repeat(20_000)}\r\n`.repeat(150)),
  '300 attachments': () => multipart('--b\r\nContent-Type: image/jpeg; name=a.jpg\r\n\r\nx\r\n'.repeat(300)),
  '180 text parts': () => multipart('--b\r\nContent-Type: text/plain\r\n\r\nwords\r\n'.repeat(180)),
  'CR only': () => text('words\r\n'.repeat(1_000)).replaceAll('\r\n', '\r'),
  'hidden words': () => html('<span style="display:none">x</span>'.repeat(12_000)),
  'a style without end': () => html(`<p style="${'a:b;'.repeat(100_000)}">x</p>`),
  'spaces in a tag': () => html(`<p ${' '.repeat(400_000)}>x</p>`),
  'a list of 20,000': () => html(`<ol>${'<li>x'.repeat(20_000)}</ol>`),
}
