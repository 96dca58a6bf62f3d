// Single cases, each written by hand: charsets, answers between quotations, forwards, odd signatures, wishes.

export type Special = { kind: string; headers?: string[]; body: string | Buffer; text: string; name?: string; place?: string; anonymous?: boolean; from?: string; subject?: string }

const latin1 = (words: string) => Buffer.from(words, 'latin1')
const utf8 = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit']
const type = (charset: string) => ['MIME-Version: 1.0', `Content-Type: text/plain; charset=${charset}`, 'Content-Transfer-Encoding: 8bit']

export const specials: Special[] = [
  { kind: 'charset', headers: type('iso-8859-1'), body: latin1('The caf\xe9 at the hospital was open, and that was all.\n\nZo\xeb\nSt Albans'), text: 'The café at the hospital was open, and that was all.', name: 'Zoë', place: 'St Albans', from: 'zoe@example.com' },
  { kind: 'charset', headers: type('windows-1252'), body: latin1('It\x92s a disgrace \x96 a \x93national\x94 disgrace.\n\nPaul Dodd\nCrewe'), text: 'It’s a disgrace – a “national” disgrace.', name: 'Paul Dodd', place: 'Crewe', from: 'p@example.com' },
  { kind: 'charset', headers: type('iso-8859-1'), body: latin1('It\x92s called latin1 but it isn\x92t.'), text: 'It’s called latin1 but it isn’t.', from: 'p@example.com' },
  { kind: 'charset', headers: ['Content-Type: text/plain'], body: latin1('No charset declared: na\xefve of me, I know.'), text: 'No charset declared: naïve of me, I know.', from: 'p@example.com' },
  { kind: 'charset', headers: type('x-nonsense'), body: Buffer.from('Unknown charset, but it’s UTF-8 all the same.'), text: 'Unknown charset, but it’s UTF-8 all the same.', from: 'p@example.com' },
  { kind: 'charset', headers: type('utf-8'), body: Buffer.from('It donâ€™t matter how often you encode it.'), text: 'It don’t matter how often you encode it.', from: 'p@example.com' },
  { kind: 'charset', headers: type('us-ascii'), body: Buffer.from('“Ascii”, it says.'), text: '“Ascii”, it says.', from: 'p@example.com' },
  { kind: 'charset', headers: type('iso-2022-jp'), body: Buffer.from('\x1b$B$3$s$K$A$O\x1b(B', 'latin1'), text: 'こんにちは', from: 'j@example.jp' },
  { kind: 'charset', headers: type('gb18030'), body: Buffer.from([0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0xca, 0xc0, 0xbd, 0xe7]), text: '你好，世界', from: 'c@example.cn' },
  { kind: 'charset', headers: type('koi8-r'), body: Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x2c, 0x20, 0xcd, 0xc9, 0xd2]), text: 'Привет, мир', from: 'r@example.ru' },
  { kind: 'charset', headers: type('utf-7'), body: 'Caf+AOk- is open.', text: 'Café is open.', from: 'u@example.com' },
  { kind: 'inline-answers', headers: utf8, from: 'Jo Brennan <jo@example.com>', body: 'On 26/04/2016 08:45, BBC News wrote:\n> Do you support the strike?\n\nYes, with all my heart.\n\n> Have you been affected?\n\nNot yet.\n\nJo Brennan', text: '> Do you support the strike?\n\nYes, with all my heart.\n\n> Have you been affected?\n\nNot yet.', name: 'Jo Brennan' },
  { kind: 'forward', headers: utf8, from: 'Sue Grant <sue@example.com>', body: 'You may be interested in this.\n\nSue Grant\nLincoln\n\n---------- Forwarded message ---------\nFrom: Someone <s@example.com>\nDate: Mon, 25 Apr 2016 at 10:00\nSubject: Strike\nTo: Sue\n\nDear all, please come.', text: 'You may be interested in this.', name: 'Sue Grant', place: 'Lincoln' },
  { kind: 'forward', headers: utf8, from: 'Sue Grant <sue@example.com>', body: 'See below.\n\nBegin forwarded message:\n\n> From: A <a@example.com>\n> Subject: B\n>\n> Words of A.', text: 'See below.', name: 'Sue Grant' },
  { kind: 'one-line', headers: utf8, from: 'jb@example.com', body: 'Keep going, you have the country behind you. Regards, Jane Birch, Exeter', text: 'Keep going, you have the country behind you.', name: 'Jane Birch', place: 'Exeter' },
  { kind: 'one-line', headers: utf8, from: 'Mo Ansari <mo@example.com>', body: 'The doctors are right. Mo Ansari, Oldham', text: 'The doctors are right.', name: 'Mo Ansari', place: 'Oldham' },
  { kind: 'post-scriptum', headers: utf8, from: 'Ted Hall <ted@example.com>', body: 'I am for them.\n\nBest wishes\nTed Hall\nRipon\n\nPS: my wife is against.', text: 'I am for them.\n\nPS: my wife is against.', name: 'Ted Hall', place: 'Ripon' },
  { kind: 'no-cut', headers: utf8, from: 'reader@example.com', body: 'Regards to all the nurses.\n\nThanks to them my father is alive, and I will say so to anyone who asks me.', text: 'Regards to all the nurses.\n\nThanks to them my father is alive, and I will say so to anyone who asks me.' },
  { kind: 'no-cut', headers: utf8, from: 'reader@example.com', body: 'On Monday the minister wrote:\n\nWe will not be moved.\n\nWell, nor will we.', text: 'On Monday the minister wrote:\n\nWe will not be moved.\n\nWell, nor will we.' },
  { kind: 'no-cut', headers: utf8, from: 'reader@example.com', body: 'From: a patient\nTo: the Health Secretary\n\nPlease talk to them.', text: 'From: a patient\nTo: the Health Secretary\n\nPlease talk to them.' },
  { kind: 'no-cut', headers: utf8, from: 'reader@example.com', body: 'Thank you.\n\nThank you for the care, the tea and the patience. I will never forget it.', text: 'Thank you.\n\nThank you for the care, the tea and the patience. I will never forget it.' },
  { kind: 'no-cut', headers: utf8, from: 'reader@example.com', body: 'It is confidential what a patient says. This email is not about that.\n\nIt is about trust.', text: 'It is confidential what a patient says. This email is not about that.\n\nIt is about trust.' },
  { kind: 'no-cut', headers: utf8, from: 'reader@example.com', body: 'He sent from his sick bed a message to them all:\n\nStay strong.', text: 'He sent from his sick bed a message to them all:\n\nStay strong.' },
  { kind: 'no-cut', headers: utf8, from: 'reader@example.com', body: 'Two things:\n\n1. Talk.\n2. Listen.', text: 'Two things:\n\n1. Talk.\n2. Listen.' },
  { kind: 'no-cut', headers: utf8, from: 'reader@example.com', body: 'Shame on you\n\nJeremy Hunt must go', text: 'Shame on you\n\nJeremy Hunt must go' },
  { kind: 'letterhead', headers: utf8, from: 'Amy Cole <amy.cole@corp.example.com>', body: 'Could you ask the minister when he last worked a night shift?\n\nKind regards\nAmy Cole\nSenior Account Manager\nBigcorp Ltd\n1 Tower Street, Manchester M1 1AA\nT: 0161 496 0000', text: 'Could you ask the minister when he last worked a night shift?', name: 'Amy Cole', place: '' },
  { kind: 'letterhead', headers: utf8, from: 'Ian Frost <ian.frost@corp.example.com>', body: 'I live in Stockport and commute past the picket line.\n\nIan\n\nIan Frost | Director | Frost Consulting Limited | London | +44 20 7946 0000', text: 'I live in Stockport and commute past the picket line.', name: 'Ian', place: 'Stockport in Greater Manchester' },
  { kind: 'address', headers: utf8, from: 'Mary Finch <mary@example.com>', body: 'We wrote to our MP and had no answer.\n\nYours faithfully,\n\nMary Finch\n14 Acacia Avenue\nSwaffham\nNorfolk PE37 7AA', text: 'We wrote to our MP and had no answer.', name: 'Mary Finch', place: 'Swaffham in Norfolk' },
  { kind: 'wish', headers: utf8, from: 'Paula Dean <paula@example.com>', body: 'The ward is unsafe.\n\nI would rather not be named.\n\nPaula Dean', text: 'The ward is unsafe.\n\nI would rather not be named.', anonymous: true },
  { kind: 'wish', headers: utf8, from: 'Paula Dean <paula@example.com>', body: 'The ward is unsafe. Please keep me anonymous.\n\nPaula', text: 'The ward is unsafe. Please keep me anonymous.', anonymous: true },
  { kind: 'wish', headers: utf8, from: 'Paula Dean <paula@example.com>', body: 'The ward is unsafe.\n\nAnonymous, Leeds', text: 'The ward is unsafe.', anonymous: true, place: 'Leeds' },
  { kind: 'wish', headers: utf8, from: 'Paula Dean <paula@example.com>', body: 'The ward is unsafe. If you use this please withhold my name.\n\nPaula Dean\nLeeds', text: 'The ward is unsafe. If you use this please withhold my name.', anonymous: true, place: 'Leeds' },
  { kind: 'wish', headers: utf8, from: 'Paula Dean <paula@example.com>', body: 'The ward is unsafe. Don’t publish my surname please.\n\nPaula Dean\nLeeds', text: 'The ward is unsafe. Don’t publish my surname please.', name: 'Paula', place: 'Leeds' },
  { kind: 'wish', headers: utf8, from: 'Paula Dean <paula@example.com>', body: 'The ward is unsafe.\n\n(name and address supplied)', text: 'The ward is unsafe.', anonymous: true },
  { kind: 'wish', headers: utf8, from: 'Paula Dean <paula@example.com>', body: 'An anonymous colleague told me the ward is unsafe. I am happy to be named.\n\nPaula Dean\nLeeds', text: 'An anonymous colleague told me the ward is unsafe. I am happy to be named.', name: 'Paula Dean', place: 'Leeds' },
  { kind: 'told', headers: utf8, from: 'user1234@example.com', body: 'My name is Grace Obi and I live in Thetford. I cannot get an appointment.', text: 'My name is Grace Obi and I live in Thetford. I cannot get an appointment.', name: 'Grace Obi', place: 'Thetford in Norfolk' },
  { kind: 'told', headers: utf8, from: '"Info" <info@example.com>', body: 'My sister in Cardiff is a nurse and my brother lives in Leeds. Nobody asks patients.', text: 'My sister in Cardiff is a nurse and my brother lives in Leeds. Nobody asks patients.' },
  { kind: 'told', headers: utf8, from: 'Kev <kev@example.com>', body: 'As a paramedic in Sunderland I see it all.\n\nKev', text: 'As a paramedic in Sunderland I see it all.', name: 'Kev', place: 'Sunderland' },
  { kind: 'subject-only', headers: utf8, from: 'Kim Ross <kim@example.com>', subject: 'I support the doctors', body: '', text: '', name: 'Kim Ross' },
]
