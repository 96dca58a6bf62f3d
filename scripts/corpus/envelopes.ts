// How mail programs wrap a letter: each envelope makes the message that such a program would send.
import type { Letter } from './letters.ts'

export type Envelope = { kind: string; wrap: (letter: Letter) => { headers: string[]; body: string } }

const callOut = 'Send us your views on the junior doctors’ strike: haveyoursay@example.org'
const plain = (charset = 'utf-8') => [
  'MIME-Version: 1.0',
  `Content-Type: text/plain; charset=${charset}`,
  'Content-Transfer-Encoding: 8bit',
]
const html = ['MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: 8bit']
const text = ({ body, close }: Letter) => (close ? `${body}\n\n${close}` : body)
const quoted = (words: string) =>
  words
    .split('\n')
    .map(line => (line ? `> ${line}` : '>'))
    .join('\n')
const old = `Hello,\n\n${callOut}\n\nThe newsroom`

/** Letter, then `after`. */
const below = (kind: string, after: string): Envelope => ({
  kind,
  wrap: letter => ({ headers: plain(), body: `${text(letter)}\n\n${after}` }),
})

const replies: [string, string][] = [
  ['reply-en', 'On 26 Apr 2016, at 08:45, BBC News <haveyoursay@example.org> wrote:'],
  [
    'reply-en-long',
    'On Tuesday, 26 April 2016, 08:45:12 BST, The very long name of a newsroom desk\n<haveyoursay@example.org> wrote:',
  ],
  ['reply-en-gmail', 'On Tue, Apr 26, 2016 at 8:45 AM, BBC News <haveyoursay@example.org>\nwrote:'],
  ['reply-en-nodate', 'haveyoursay@example.org wrote:'],
  ['reply-fr', 'Le mar. 26 avr. 2016 à 08:45, BBC News <haveyoursay@example.org> a écrit :'],
  ['reply-de', 'Am 26.04.2016 um 08:45 schrieb BBC News <haveyoursay@example.org>:'],
  ['reply-de-gmail', 'BBC News <haveyoursay@example.org> schrieb am Di., 26. Apr. 2016, 08:45:'],
  ['reply-es', 'El mar, 26 abr 2016 a las 8:45, BBC News (<haveyoursay@example.org>) escribió:'],
  ['reply-it', 'Il giorno mar 26 apr 2016 alle ore 08:45 BBC News <haveyoursay@example.org> ha scritto:'],
  ['reply-pt', 'Em ter., 26 de abr. de 2016 às 08:45, BBC News <haveyoursay@example.org> escreveu:'],
  ['reply-nl', 'Op di 26 apr. 2016 om 08:45 schreef BBC News <haveyoursay@example.org>:'],
  ['reply-sv', 'Den tis 26 apr. 2016 kl 08:45 skrev BBC News <haveyoursay@example.org>:'],
  ['reply-da', 'Den tir. 26. apr. 2016 kl. 08.45 skrev BBC News <haveyoursay@example.org>:'],
  ['reply-no', 'tir. 26. apr. 2016 kl. 08:45 skrev BBC News <haveyoursay@example.org>:'],
  ['reply-fi', 'ti 26. huhtik. 2016 klo 8.45 BBC News (haveyoursay@example.org) kirjoitti:'],
  ['reply-pl', 'wt., 26 kwi 2016 o 08:45 BBC News <haveyoursay@example.org> napisał(a):'],
  ['reply-cs', 'út 26. 4. 2016 v 8:45 odesílatel BBC News <haveyoursay@example.org> napsal:'],
  ['reply-hu', 'BBC News <haveyoursay@example.org> ezt írta (időpont: 2016. ápr. 26., K, 8:45):'],
  ['reply-ro', 'În mar., 26 apr. 2016 la 08:45, BBC News <haveyoursay@example.org> a scris:'],
  ['reply-ru', 'вт, 26 апр. 2016 г. в 08:45, BBC News <haveyoursay@example.org>:'],
  ['reply-ru-verb', '26 апреля 2016 г., 8:45 пользователь BBC News <haveyoursay@example.org> написал:'],
  ['reply-uk', 'вт, 26 квіт. 2016 р. о 08:45 BBC News <haveyoursay@example.org> пише:'],
  ['reply-tr', 'BBC News <haveyoursay@example.org>, 26 Nis 2016 Sal, 08:45 tarihinde şunu yazdı:'],
  ['reply-el', 'Στις Τρί 26 Απρ 2016 στις 8:45 π.μ., ο/η BBC News <haveyoursay@example.org> έγραψε:'],
  ['reply-ja', '2016年4月26日(火) 8:45 BBC News <haveyoursay@example.org>:'],
  ['reply-zh', 'BBC News <haveyoursay@example.org> 于2016年4月26日周二 08:45写道：'],
  ['reply-ko', '2016년 4월 26일 (화) 오전 8:45, BBC News <haveyoursay@example.org>님이 작성:'],
  ['reply-he', 'בתאריך יום ג׳, 26 באפר׳ 2016 ב-8:45 מאת BBC News <haveyoursay@example.org>:'],
  ['reply-ar', 'في الثلاثاء، 26 أبريل 2016 في 8:45 ص كتب BBC News <haveyoursay@example.org>:'],
  ['reply-vi', 'Vào Th 3, 26 thg 4, 2016 vào lúc 08:45 BBC News <haveyoursay@example.org> đã viết:'],
  ['reply-id', 'Pada tanggal Sel, 26 Apr 2016 pukul 08.45 BBC News <haveyoursay@example.org> menulis:'],
  ['reply-cy', 'Ar Maw, 26 Ebr 2016 am 08:45 ysgrifennodd BBC News <haveyoursay@example.org>:'],
  ['reply-ca', 'El dt., 26 d’abr. 2016, 8:45, BBC News <haveyoursay@example.org> va escriure:'],
]

const outlook: [string, string][] = [
  [
    'outlook-en',
    'From: BBC News [mailto:haveyoursay@example.org]\nSent: 26 April 2016 08:45\nTo: A Reader\nSubject: Your views',
  ],
  [
    'outlook-original',
    '-----Original Message-----\nFrom: BBC News <haveyoursay@example.org>\nTo: reader@example.com\nSent: Tue, 26 Apr 2016 8:45\nSubject: Your views',
  ],
  [
    'outlook-rule',
    '________________________________\nFrom: BBC News <haveyoursay@example.org>\nSent: Tuesday, April 26, 2016 8:45:00 AM\nTo: A Reader <r@example.com>\nSubject: Your views',
  ],
  [
    'outlook-de',
    'Von: BBC News <haveyoursay@example.org>\nGesendet: Dienstag, 26. April 2016 08:45\nAn: Leserin\nBetreff: Ihre Meinung',
  ],
  [
    'outlook-fr',
    'De : BBC News <haveyoursay@example.org>\nEnvoyé : mardi 26 avril 2016 08:45\nÀ : Lecteur\nObjet : Votre avis',
  ],
  [
    'outlook-es',
    'De: BBC News <haveyoursay@example.org>\nEnviado: martes, 26 de abril de 2016 8:45\nPara: Lector\nAsunto: Su opinión',
  ],
  [
    'outlook-it',
    'Da: BBC News <haveyoursay@example.org>\nInviato: martedì 26 aprile 2016 08:45\nA: Lettore\nOggetto: La vostra opinione',
  ],
  [
    'outlook-nl',
    'Van: BBC News <haveyoursay@example.org>\nVerzonden: dinsdag 26 april 2016 08:45\nAan: Lezer\nOnderwerp: Uw mening',
  ],
  [
    'outlook-pl',
    'Od: BBC News <haveyoursay@example.org>\nWysłano: wtorek, 26 kwietnia 2016 08:45\nDo: Czytelnik\nTemat: Opinia',
  ],
  [
    'outlook-ru',
    'От: BBC News <haveyoursay@example.org>\nОтправлено: 26 апреля 2016 г. 8:45\nКому: Читатель\nТема: Мнение',
  ],
  ['outlook-ja', '差出人: BBC News <haveyoursay@example.org>\n送信日時: 2016年4月26日 8:45\n宛先: 読者\n件名: ご意見'],
]

const footers: [string, string][] = [
  ['footer-iphone', 'Sent from my iPhone'],
  ['footer-ipad', 'Sent from my iPad'],
  ['footer-samsung', 'Sent from my Samsung Galaxy smartphone.'],
  ['footer-outlook', 'Get Outlook for iOS<https://aka.ms/o0ukef>'],
  ['footer-yahoo', 'Sent from Yahoo Mail on Android'],
  ['footer-windows', 'Sent from Mail for Windows 10'],
  ['footer-bt', 'Sent from my BlackBerry® smartphone on O2'],
  ['footer-fr', 'Envoyé de mon iPhone'],
  ['footer-de', 'Von meinem iPhone gesendet'],
  ['footer-es', 'Enviado desde mi iPhone'],
  ['footer-it', 'Inviato da iPhone'],
  ['footer-nl', 'Verstuurd vanaf mijn iPad'],
  [
    'footer-avast',
    '---\nThis email has been checked for viruses by Avast antivirus software.\nhttps://www.avast.com/antivirus',
  ],
  ['footer-virusfree', 'Virus-free. www.avast.com'],
  [
    'disclaimer-1',
    'This email and any attachments are confidential and intended solely for the addressee. If you have received it in error please notify the sender and delete it.',
  ],
  [
    'disclaimer-2',
    '********************************************************************************\nDISCLAIMER: The information in this message is confidential and may be legally privileged. It is intended\nsolely for the addressee. Access to this message by anyone else is unauthorised.\n********************************************************************************',
  ],
  [
    'disclaimer-nhs',
    '********************************************************************************************************************\n\nThis message may contain confidential information. If you are not the intended recipient please inform the\nsender that you have received the message in error before deleting it.\n\nNHSmail is the secure email and directory service available for all NHS staff in England and Scotland.',
  ],
  ['environment', 'Please consider the environment before printing this email.'],
  ['signature-dashes', '-- \nTel: 01632 960123\nwww.example.com'],
  [
    'signature-job',
    '-- \nSenior Lecturer in Thermodynamics\nUniversity of Somewhere, Manchester M1 1AA\nT: +44 (0)161 496 0000\n@somewhere',
  ],
]

const escaped = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const lines = (words: string, open: string, close: string) =>
  words
    .split('\n')
    .map(line => `${open}${escaped(line) || '<br>'}${close}`)
    .join('\n')
const paragraphs = (words: string) =>
  words
    .split('\n\n')
    .map(part => `<p class=MsoNormal>${escaped(part).replace(/\n/g, '<br>')}<o:p></o:p></p>`)
    .join('\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n')

const htmlEnvelopes: Envelope[] = [
  {
    kind: 'html-gmail',
    wrap: letter => ({
      headers: html,
      body: `<div dir="ltr">${lines(text(letter), '<div>', '</div>')}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, 26 Apr 2016 at 08:45, BBC News &lt;<a href="mailto:haveyoursay@example.org">haveyoursay@example.org</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${lines(old, '<div>', '</div>')}</blockquote></div>`,
    }),
  },
  {
    kind: 'html-apple',
    wrap: letter => ({
      headers: html,
      body: `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">${lines(text(letter), '<div>', '</div>')}<br><div id="AppleMailSignature">Sent from my iPhone</div><div><br>On 26 Apr 2016, at 08:45, BBC News &lt;<a href="mailto:haveyoursay@example.org">haveyoursay@example.org</a>&gt; wrote:<br><br></div><blockquote type="cite"><div>${lines(old, '<span>', '</span><br>')}</div></blockquote></body></html>`,
    }),
  },
  {
    kind: 'html-outlook',
    wrap: letter => ({
      headers: html,
      body: `<html><head><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=EN-GB><div class=WordSection1>${paragraphs(text(letter))}<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b><span lang=EN-US>From:</span></b><span lang=EN-US> BBC News [mailto:haveyoursay@example.org] <br><b>Sent:</b> 26 April 2016 08:45<br><b>To:</b> A Reader<br><b>Subject:</b> Your views<o:p></o:p></span></p></div></div><p class=MsoNormal>${escaped(callOut)}<o:p></o:p></p></div></body></html>`,
    }),
  },
  {
    kind: 'html-outlook-com',
    wrap: letter => ({
      headers: html,
      body: `<html><body><div style="font-family:Calibri">${lines(text(letter), '<div>', '</div>')}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif"><b>From:</b> BBC News &lt;haveyoursay@example.org&gt;<br><b>Sent:</b> 26 April 2016 08:45<br><b>To:</b> A Reader<br><b>Subject:</b> Your views</font><div>&nbsp;</div></div><div>${escaped(callOut)}</div></body></html>`,
    }),
  },
  {
    kind: 'html-yahoo',
    wrap: letter => ({
      headers: html,
      body: `<html><body><div style="color:#000">${lines(text(letter), '<div dir="ltr">', '</div>')}</div><div class="yahoo_quoted"><div>On Tuesday, 26 April 2016, 08:45, BBC News &lt;haveyoursay@example.org&gt; wrote:</div><br><blockquote style="border-left:2px solid rgb(16,16,255);margin-left:5px"><div>${escaped(callOut)}</div></blockquote></div></body></html>`,
    }),
  },
  {
    kind: 'html-hidden',
    wrap: letter => ({
      headers: html,
      body: `<html><head><title>Untitled Document</title></head><body><div style="display:none;font-size:0">preview words nobody sees</div>${lines(text(letter), '<p>', '</p>')}<style>.x{}</style></body></html>`,
    }),
  },
  {
    kind: 'html-signature',
    wrap: letter => ({
      headers: html,
      body: `<div dir="ltr">${lines(text(letter), '<div>', '</div>')}<div><br></div>-- <br><div class="gmail_signature">Registered nurse<br>07700 900456<br>Some Trust, Plymouth</div></div>`,
    }),
  },
  {
    kind: 'alternative-stub',
    wrap: letter => ({
      headers: ['MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="b1"'],
      body: `--b1\nContent-Type: text/plain; charset=utf-8\n\nYour email client does not support HTML messages.\n--b1\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${lines(text(letter), '<p>', '</p>')}\n--b1--\n`,
    }),
  },
  {
    kind: 'mixed-photo',
    wrap: letter => ({
      headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=Apple-Mail-1'],
      body: `--Apple-Mail-1\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<html><body>${lines(text(letter), '<div>', '</div>')}</body></html>\n--Apple-Mail-1\nContent-Type: image/jpeg; name=IMG_0001.JPG\nContent-Disposition: inline; filename=IMG_0001.JPG\nContent-Transfer-Encoding: base64\n\n/9j/4AAQSkZJRgABAQ==\n--Apple-Mail-1--\n`,
    }),
  },
]

/** Soft-wrapped at 72 as format=flowed, quoted reply below. */
function flow(words: string): string {
  return words
    .split('\n')
    .map(line => wrapAt(line, 70, ' \n'))
    .join('\n')
}

const wrapAt = (line: string, width: number, glue: string): string => {
  const out: string[] = []
  let now = ''
  for (const word of line.split(' ')) {
    if (now && now.length + word.length + 1 > width) {
      out.push(now)
      now = word
    } else now = now ? `${now} ${word}` : word
  }
  return [...out, now].join(glue)
}

const others: Envelope[] = [
  { kind: 'plain', wrap: letter => ({ headers: plain(), body: text(letter) }) },
  { kind: 'bare', wrap: letter => ({ headers: [], body: text(letter) }) },
  {
    kind: 'hard-wrapped',
    wrap: letter => ({
      headers: plain(),
      body: text(letter)
        .split('\n')
        .map(line => wrapAt(line, 72, '\n'))
        .join('\n'),
    }),
  },
  {
    kind: 'flowed',
    wrap: letter => ({
      headers: [
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8; format=flowed',
        'Content-Transfer-Encoding: 8bit',
      ],
      body: `${flow(text(letter))}\n\nOn 26/04/2016 08:45, BBC News wrote:\n> Send us your views on the \n> strike.`,
    }),
  },
  {
    kind: 'bottom-posted',
    wrap: letter => ({
      headers: plain(),
      body: `On 26/04/2016 08:45, BBC News wrote:\n${quoted(old)}\n\n${text(letter)}`,
    }),
  },
  {
    kind: 'quote-first-apple',
    wrap: letter => ({
      headers: plain(),
      body: `> On 26 Apr 2016, at 08:45, BBC News <haveyoursay@example.org> wrote:\n> \n${quoted(old)}\n\n${text(letter)}`,
    }),
  },
  { kind: 'call-out-copied', wrap: letter => ({ headers: plain(), body: `${callOut}\n\n${text(letter)}` }) },
  {
    kind: 'list-footer',
    wrap: letter => ({
      headers: plain(),
      body: `${text(letter)}\n\n_______________________________________________\nVillage mailing list\nVillage@lists.example.org\nhttps://lists.example.org/village`,
    }),
  },
  {
    kind: 'crlf-qp',
    wrap: letter => ({
      headers: [
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
      ],
      body: quotedPrintable(text(letter)),
    }),
  },
  {
    kind: 'base64',
    wrap: letter => ({
      headers: ['MIME-Version: 1.0', 'Content-Type: text/plain; charset="UTF-8"', 'Content-Transfer-Encoding: base64'],
      body: Buffer.from(text(letter)).toString('base64').replace(/.{76}/g, '$&\n'),
    }),
  },
  { kind: 'undeclared-utf8', wrap: letter => ({ headers: ['Content-Type: text/plain'], body: text(letter) }) },
  { kind: 'utf8-called-latin1', wrap: letter => ({ headers: plain('iso-8859-1'), body: text(letter) }) },
]

const quotedPrintable = (words: string) =>
  [...Buffer.from(words)]
    .map(byte =>
      byte === 10
        ? '\n'
        : byte === 61 || byte > 126
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
    )
    .join('')
    .replace(/[^\n]{70}(?=[^\n])/g, piece => (/=.?$/.test(piece) ? piece : `${piece}=\n`))

export const envelopes: Envelope[] = [
  ...others,
  ...htmlEnvelopes,
  ...replies.map(([kind, line]) => below(kind, `${line}\n\n${quoted(old)}`)),
  ...outlook.map(([kind, block]) => below(kind, `${block}\n\n${old}`)),
  ...footers.map(([kind, footer]) => below(kind, footer)),
]
