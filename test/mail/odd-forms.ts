// Ways in which a message is put together oddly: each makes one of a letter's text. Met in test suites of mail programs,
// in archives and in the RFCs' small print.
type Make = (text: string) => string | Buffer

const head =
  'From: Kate Jones <kate@example.com>\r\nTo: haveyoursay@example.org\r\nSubject: A view\r\nDate: Tue, 26 Apr 2016 08:50:00 +0100\r\nMessage-ID: <odd@example.com>\r\n'
const mime = `${head}MIME-Version: 1.0\r\n`
const b64 = (text: string) =>
  Buffer.from(text)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n')
const qp = (text: string) =>
  [...Buffer.from(text)]
    .map(byte =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('')
const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n')
const paragraphs = (text: string) => text.split(/\n\n/)
const html = (text: string) =>
  `<html><body>${paragraphs(text)
    .map(one => `<p>${one}</p>`)
    .join('\r\n')}</body></html>`
const plain =
  (type: string, rest = '') =>
  (text: string) =>
    `${mime}Content-Type: ${type}\r\n${rest}\r\n${crlf(text)}\r\n`
const encoded = (encoding: string, change: (text: string) => string) => (text: string) =>
  `${mime}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${change(text)}\r\n`
const part = (type: string, body: string, rest = '') => `--b\r\nContent-Type: ${type}\r\n${rest}\r\n${crlf(body)}\r\n`
const multi = (kind: string, ...parts: string[]) =>
  `${mime}Content-Type: multipart/${kind}; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`
const utf = 'text/plain; charset=utf-8'
const page = 'text/html; charset=utf-8'
const picture = part('image/jpeg; name=a.jpg', '/9j/4AAQSkZJRgABAQAAAQABAAD', 'Content-Transfer-Encoding: base64\r\n')
const uu = (text: string) => {
  const bytes = Buffer.from(text)
  let out = 'begin 644 letter.txt\r\n'
  for (let at = 0; at < bytes.length; at += 45) {
    const line = bytes.subarray(at, at + 45)
    out += String.fromCharCode(32 + line.length)
    for (let step = 0; step < line.length; step += 3) {
      const [a, b, c] = [line[step]!, line[step + 1] ?? 0, line[step + 2] ?? 0]
      for (const six of [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63])
        out += six === 0 ? '`' : String.fromCharCode(32 + six)
    }
    out += '\r\n'
  }
  return `${out}\`\r\nend\r\n`
}

export const forms: Record<string, Make> = {
  'no MIME header': text => `${head}\r\n${crlf(text)}`,
  'no header at all': text => crlf(text),
  'an mbox line above': text => `From kate@example.com Tue Apr 26 08:50:00 2016\r\n${head}\r\n${crlf(text)}`,
  'a quoted mbox line above': text => `>From kate@example.com Tue Apr 26 08:50:00 2016\r\n${head}\r\n${crlf(text)}`,
  'a byte order mark above': text => `\ufeff${head}Content-Type: ${utf}\r\n\r\n${crlf(text)}`,
  'blank lines above': text => `\r\n\r\n\n${head}Content-Type: ${utf}\r\n\r\n${crlf(text)}`,
  'a line in the header that is none': text => `${head}this is no field\r\nContent-Type: ${utf}\r\n\r\n${crlf(text)}`,
  'blanks before the colon': text =>
    `${head.replaceAll(':', ' :').replace(/(\d) :(\d)/g, '$1:$2')}Content-Type : ${utf}\r\n\r\n${crlf(text)}`,
  'fields in capitals': text => `${head.toUpperCase()}CONTENT-TYPE: TEXT/PLAIN; CHARSET=UTF-8\r\n\r\n${crlf(text)}`,
  'a field without a name': text => `${head}: nothing\r\nContent-Type: ${utf}\r\n\r\n${crlf(text)}`,
  'an empty field': text => `${head}Cc:\r\nBcc: \r\nContent-Type: ${utf}\r\n\r\n${crlf(text)}`,
  'a blank line with blanks': text => `${head}Content-Type: ${utf}\r\n \t\r\n${crlf(text)}`,
  'letters of eight bits in the header': text =>
    `${head.replace('A view', 'Café naïve')}Content-Type: ${utf}\r\n\r\n${crlf(text)}`,
  'a NUL in the header': text => `${head.replace('A view', 'A\0view')}Content-Type: ${utf}\r\n\r\n${crlf(text)}`,
  'NULs in the body': text => `${mime}Content-Type: ${utf}\r\n\r\n${crlf(text).replaceAll(' ', '\0 ')}`,
  'two types': text => `${mime}Content-Type: ${utf}\r\nContent-Type: text/html\r\n\r\n${crlf(text)}`,
  'two encodings': text =>
    `${mime}Content-Type: ${utf}\r\nContent-Transfer-Encoding: 8bit\r\nContent-Transfer-Encoding: base64\r\n\r\n${crlf(text)}`,
  'a type of one word': plain('text'),
  'a type that is none': plain('plain'),
  'a type without a value': plain(''),
  'a type with a slash too many': plain('text/plain/utf-8'),
  'a type in quotes': plain('"text/plain"; charset=utf-8'),
  'a type of its own': plain('text/x-letter; charset=utf-8'),
  Markdown: plain('text/markdown; charset=utf-8'),
  'a log': plain('text/x-log; charset=utf-8'),
  'application/text': plain('application/text; charset=utf-8'),
  'an octet stream': plain('application/octet-stream'),
  'unknown/unknown': plain('unknown/unknown'),
  'message/plain': plain('message/plain'),
  'a charset without a value': plain('text/plain; charset='),
  'a charset in quotes never closed': plain('text/plain; charset="utf-8'),
  'a charset in single quotes': plain("text/plain; charset='utf-8'"),
  'a charset with a star': plain("text/plain; charset*=us-ascii'en'utf-8"),
  'a charset in two pieces': plain('text/plain; charset*0="utf"; charset*1="-8"'),
  'utf8 without the hyphen': plain('text/plain; charset=utf8'),
  'a charset with a comment': plain('text/plain; charset=utf-8 (letters)'),
  'two semicolons': plain('text/plain;; charset=utf-8;'),
  'a colon for the equals sign': plain('text/plain; charset: utf-8'),
  'format=flowed': plain('text/plain; charset=utf-8; format=flowed'),
  'format=flowed with delsp': plain('text/plain; charset=utf-8; format=flowed; delsp=yes'),
  'a text that is called an attachment': plain(utf, 'Content-Disposition: attachment\r\n'),
  'a text with a file name': plain(utf, 'Content-Disposition: attachment; filename="letter.txt"\r\n'),
  'a text with an inline file name': plain(
    'text/plain; charset=utf-8; name="letter.txt"',
    'Content-Disposition: inline; filename="letter.txt"\r\n',
  ),
  'enriched text': text => `${mime}Content-Type: text/enriched; charset=utf-8\r\n\r\n<bold>${crlf(text)}</bold>`,
  'rich text of 1992': text =>
    `${mime}Content-Type: text/richtext; charset=utf-8\r\n\r\n<bold>${crlf(text)}</bold><nl>`,
  RTF: text =>
    `${mime}Content-Type: text/rtf\r\n\r\n{\\rtf1\\ansi ${[...text].map(letter => (letter > '~' ? `\\u${letter.charCodeAt(0)}?` : letter === '\n' ? '\\par ' : letter)).join('')}}`,
  base64: encoded('base64', b64),
  'base64 without its end': encoded('base64', text => b64(text).replace(/=+$/, '')),
  'base64 with rubbish': encoded('base64', text => b64(text).replace(/(.{20})/g, '$1 !\t')),
  'base64 on one line': encoded('base64', text => Buffer.from(text).toString('base64')),
  'base64 of the other alphabet': encoded('base64', text => Buffer.from(text).toString('base64url')),
  'base64 and a footer in clear': encoded('base64', text => `${b64(text)}\r\n\r\n_______________\r\nThe list\r\n`),
  'base64 in two pieces': encoded(
    'base64',
    text => `${Buffer.from(text.slice(0, 40)).toString('base64')}\r\n${Buffer.from(text.slice(40)).toString('base64')}`,
  ),
  'base64 that is plain text': encoded('base64', crlf),
  'BASE64 with a comment': encoded('BASE64 (really)', b64),
  'quoted-printable': encoded('quoted-printable', qp),
  'quoted-printable in small letters': encoded('quoted-printable', text => qp(text).toLowerCase()),
  'quoted-printable never escaped': encoded('quoted-printable', crlf),
  'quoted-printable with equals signs': encoded('quoted-printable', text => `${qp(text)} = == =ZZ =3 `),
  'quoted-printable that ends soft': encoded('quoted-printable', text => `${qp(text)}=`),
  'quoted-printable with blanks at line ends': encoded('quoted-printable', text =>
    qp(text).replace(/((?:=[0-9A-F]{2}|[^=]){50})/g, '$1= \t\r\n'),
  ),
  'quoted printable without a hyphen': encoded('quoted printable', qp),
  'an encoding nobody knows': encoded('x-mystery', crlf),
  'an encoding of utf-8': encoded('utf-8', crlf),
  '8-bit with a hyphen': encoded('8-bit', crlf),
  binary: encoded('binary', crlf),
  uuencode: encoded('x-uuencode', uu),
  'uuencode in clear': text => `${head}\r\n${uu(text)}`,
  'a boundary that is not told': text =>
    `${mime}Content-Type: multipart/mixed\r\n\r\n--b1234\r\nContent-Type: ${utf}\r\n\r\n${crlf(text)}\r\n--b1234--\r\n`,
  'a boundary that does not occur': text =>
    `${mime}Content-Type: multipart/mixed; boundary=other\r\n\r\n--b1234\r\nContent-Type: ${utf}\r\n\r\n${crlf(text)}\r\n--b1234--\r\n`,
  'a multipart without parts': text => `${mime}Content-Type: multipart/mixed; boundary=b\r\n\r\n${crlf(text)}\r\n`,
  'words before the first part': text =>
    `${mime}Content-Type: multipart/mixed; boundary=b\r\n\r\n${crlf(text)}\r\n--b--\r\n`,
  'words after the last part': text =>
    `${mime}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n\r\n--b--\r\n${crlf(text)}\r\n`,
  'no closing boundary': text => `${mime}Content-Type: multipart/mixed; boundary=b\r\n\r\n${part(utf, text)}`,
  'a boundary with blanks': text =>
    multi('mixed', part(utf, text)).replace('boundary=b', 'boundary=" b "').replaceAll('--b', '-- b '),
  'a boundary of signs': text =>
    multi('mixed', part(utf, text)).replace('boundary=b', 'boundary="=_(b):/?"').replaceAll('--b', '--=_(b):/?'),
  'a boundary that begins another': text =>
    `${mime}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=bb\r\n\r\n--bb\r\nContent-Type: ${utf}\r\n\r\n${crlf(text)}\r\n--bb--\r\n--b--\r\n`,
  'the same boundary within': text =>
    `${mime}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: ${utf}\r\n\r\n${crlf(text)}\r\n--b--\r\n--b--\r\n`,
  'parts without headers': text => multi('mixed', `--b\r\n\r\n${crlf(text)}\r\n`),
  'parts without a blank line': text => multi('mixed', `--b\r\n${crlf(text)}\r\n`),
  'an empty plain form': text => multi('alternative', part(utf, ''), part(page, html(text))),
  'a plain form of blanks': text => multi('alternative', part(utf, ' \r\n\u00a0\r\n'), part(page, html(text))),
  'an empty HTML form': text => multi('alternative', part(utf, text), part(page, '<html><body></body></html>')),
  'HTML before plain': text => multi('alternative', part(page, html(text)), part(utf, text)),
  'your program shows no HTML': text =>
    multi('alternative', part(utf, 'Your mail program cannot display HTML.'), part(page, html(text))),
  'a letter of HTML in a mixed': text => multi('mixed', part(page, html(text)), picture),
  'a picture before the words': text => multi('mixed', picture, part(utf, text)),
  'a form of a related of a mixed': text =>
    multi(
      'mixed',
      `--b\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: ${page}\r\n\r\n${html(text)}\r\n--a--\r\n--r--\r\n`,
      picture,
    ),
  'words among pictures': text =>
    multi('mixed', part(utf, paragraphs(text)[0]!), picture, part(utf, paragraphs(text).slice(1).join('\n\n'))),
  'a digest': text => multi('digest', `--b\r\n\r\n${head}\r\n${crlf(text)}\r\n`),
  'a signed letter': text =>
    multi(
      'signed; protocol="application/pgp-signature"',
      part(utf, text),
      part('application/pgp-signature', '-----BEGIN PGP SIGNATURE-----\r\nabc\r\n-----END PGP SIGNATURE-----'),
    ),
  'a letter signed in clear': text =>
    `${head}\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n${crlf(text)}\r\n-----BEGIN PGP SIGNATURE-----\r\nabc\r\n-----END PGP SIGNATURE-----\r\n`,
  'apple’s two forks': text =>
    multi(
      'appledouble',
      part('application/applefile', 'AAUWBwAC', 'Content-Transfer-Encoding: base64\r\n'),
      part(utf, text),
    ),
  'voice mail’s mixed': text => multi('voice-message', part(utf, text)),
  parallel: text => multi('parallel', part(utf, text), picture),
  'a kind of multipart nobody knows': text => multi('x-mystery', part(utf, text)),
  'form data': text => multi('form-data', part(utf, text, 'Content-Disposition: form-data; name="message"\r\n')),
  'a forwarded message': text => `${mime}Content-Type: message/rfc822\r\n\r\n${head}\r\n${crlf(text)}`,
  'a forwarded message of a forwarded one': text =>
    `${mime}Content-Type: message/rfc822\r\n\r\n${mime}Content-Type: message/rfc822\r\n\r\n${head}\r\n${crlf(text)}`,
  'a forwarded message in base64': text =>
    `${mime}Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${b64(`${head}\r\n${text}`)}`,
  'a message in pieces': text =>
    `${mime}Content-Type: message/partial; id=a; number=1; total=1\r\n\r\n${head}\r\n${crlf(text)}`,
  'a message for the world': text => `${mime}Content-Type: message/global\r\n\r\n${head}\r\n${crlf(text)}`,
  'words only in an attached text': text =>
    multi(
      'mixed',
      part(
        'text/plain; charset=utf-8; name=letter.txt',
        text,
        'Content-Disposition: attachment; filename=letter.txt\r\n',
      ),
    ),
  'words only in an attached page': text =>
    multi(
      'mixed',
      part(
        'text/html; charset=utf-8; name=letter.html',
        html(text),
        'Content-Disposition: attachment; filename=letter.html\r\n',
      ),
    ),
  'an empty form and an attached text': text =>
    multi(
      'mixed',
      part(utf, ''),
      part('text/plain; charset=utf-8', text, 'Content-Disposition: attachment; filename=letter.txt\r\n'),
    ),
  'HTML without tags': text => `${mime}Content-Type: ${page}\r\n\r\n${crlf(text)}`,
  'HTML called plain': text => `${mime}Content-Type: ${utf}\r\n\r\n${html(text)}`,
  'HTML in a table': text =>
    `${mime}Content-Type: ${page}\r\n\r\n<table><tr><td>${paragraphs(text).join('</td></tr><tr><td>')}</td></tr></table>`,
  'HTML never closed': text =>
    `${mime}Content-Type: ${page}\r\n\r\n<html><body><div><p>${paragraphs(text).join('<p>')}`,
  'HTML with a comment never closed': text =>
    `${mime}Content-Type: ${page}\r\n\r\n${html(text).replace('</body></html>', '<!-- ')}`,
  'HTML in capitals': text =>
    `${mime}Content-Type: ${page}\r\n\r\n<HTML><BODY><P>${paragraphs(text).join('</P><P>')}</P></BODY></HTML>`,
  'HTML in a pre': text => `${mime}Content-Type: ${page}\r\n\r\n<pre>${crlf(text)}</pre>`,
  'HTML in a title': text =>
    `${mime}Content-Type: ${page}\r\n\r\n<html><head><title>x</title><style>p{color:red}</style></head><body>${html(text)}</body></html>`,
  'HTML of numbers': text =>
    `${mime}Content-Type: text/html; charset=us-ascii\r\n\r\n<p>${[...text].map(letter => (letter > '~' ? `&#${letter.codePointAt(0)};` : letter)).join('')}</p>`,
  'HTML with an XML line': text =>
    `${mime}Content-Type: ${page}\r\n\r\n<?xml version="1.0"?><!DOCTYPE html>${html(text)}`,
  'HTML in a textarea': text => `${mime}Content-Type: ${page}\r\n\r\n<form><textarea>${text}</textarea></form>`,
  'HTML in a frame set': text => `${mime}Content-Type: ${page}\r\n\r\n<html><noframes>${html(text)}</noframes></html>`,
  XHTML: text => `${mime}Content-Type: application/xhtml+xml; charset=utf-8\r\n\r\n${html(text)}`,
  'a page of AMP alone': text => multi('alternative', part('text/x-amp-html; charset=utf-8', html(text))),
  'a calendar beside the words': text =>
    multi('alternative', part(utf, text), part('text/calendar', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR')),
  'a card beside the words': text =>
    multi('mixed', part(utf, text), part('text/vcard; name=kate.vcf', 'BEGIN:VCARD\r\nEND:VCARD')),
  'a report that a person wrote': text => multi('report; report-type=disposition-notification', part(utf, text)),
  'a type with a folded boundary': text =>
    multi('mixed', part(utf, text)).replace('; boundary=b', ';\r\n\tboundary=\r\n "b"'),
  'a header folded in the middle': text =>
    `${head.replace('A view', 'A\r\n view\r\n\tof mine')}Content-Type: text/plain;\r\n\tcharset=\r\n\tutf-8\r\n\r\n${crlf(text)}`,
}
