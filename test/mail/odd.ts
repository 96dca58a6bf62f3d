// Odd messages, the same ones every time: letters in sixteen languages in every coding that holds them, rightly, wrongly
// and not declared; the forms of odd-forms.ts with every kind of line end; and labelled messages with damage.
import { readdirSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { randomFrom } from '../../scripts/bench/language.ts'
import { forms } from './odd-forms.ts'

export type Odd = {
  name: string
  raw: Buffer
  /** Words that must be found in what was read; none where damage may have taken them. */
  words: string[]
}

type Letter = { text: string; words: string[]; charsets: string[] }
const western = ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'macintosh', 'cp850']

/** Each with the codings of its country. */
const letters: Record<string, Letter> = {
  English: {
    text: 'I waited nine hours at the café in the foyer, and it cost £12 to park.\n\nThe nurses were kind; nobody else was.\n\nZoë',
    words: ['waited', 'café', '£12', 'Zoë'],
    charsets: western,
  },
  French: {
    text: 'Les médecins ont raison, il faut les écouter.\n\nNous avons attendu dix heures à l’hôpital.\n\nHélène',
    words: ['médecins', 'écouter', 'Hélène'],
    charsets: ['windows-1252', 'macintosh', 'utf-16'],
  },
  German: {
    text: 'Die Ärzte haben recht, und wir müssen sie unterstützen.\n\nViele Grüße aus Köln\n\nJürgen',
    words: ['Ärzte', 'müssen', 'Jürgen'],
    charsets: western,
  },
  Polish: {
    text: 'Lekarze mają rację i powinniśmy ich wysłuchać, bo są zmęczeni.\n\nPozdrawiam serdecznie z Łodzi\n\nZbyszek Wójcik',
    words: ['mają', 'Łodzi', 'Wójcik'],
    charsets: ['windows-1250', 'iso-8859-2', 'cp852'],
  },
  Czech: {
    text: 'Lékaři mají pravdu a měli bychom je poslouchat, protože jsou unavení.\n\nS pozdravem z Třebíče\n\nJiří',
    words: ['Lékaři', 'Třebíče', 'Jiří'],
    charsets: ['windows-1250', 'iso-8859-2'],
  },
  Turkish: {
    text: 'Doktorlar haklı, onları dinlemeliyiz çünkü çok yoruldular.\n\nİyi günler\n\nGülşah Işık',
    words: ['haklı', 'çünkü', 'Gülşah'],
    charsets: ['windows-1254', 'iso-8859-9'],
  },
  Russian: {
    text: 'Врачи правы, и мы должны их выслушать, потому что они устали.\n\nС уважением\n\nНаталья',
    words: ['Врачи', 'выслушать', 'Наталья'],
    charsets: ['windows-1251', 'koi8-r', 'iso-8859-5', 'cp866'],
  },
  Ukrainian: {
    text: 'Лікарі мають рацію, і ми повинні їх почути, бо вони втомлені.\n\nЗ повагою\n\nОлексій',
    words: ['Лікарі', 'повинні', 'Олексій'],
    charsets: ['windows-1251', 'koi8-u'],
  },
  Greek: {
    text: 'Οι γιατροί έχουν δίκιο και πρέπει να τους ακούσουμε, γιατί είναι κουρασμένοι.\n\nΜε εκτίμηση\n\nΓιώργος',
    words: ['γιατροί', 'ακούσουμε', 'Γιώργος'],
    charsets: ['windows-1253', 'iso-8859-7'],
  },
  Hebrew: {
    text: 'הרופאים צודקים ועלינו להקשיב להם, כי הם עייפים מאוד.\n\nבברכה\n\nיעל',
    words: ['הרופאים', 'להקשיב', 'יעל'],
    charsets: ['windows-1255', 'iso-8859-8-i'],
  },
  Arabic: {
    text: 'الأطباء على حق ويجب أن نستمع إليهم لأنهم متعبون جدا.\n\nمع التحية\n\nليلى',
    words: ['الأطباء', 'نستمع', 'ليلى'],
    charsets: ['windows-1256', 'iso-8859-6'],
  },
  Thai: {
    text: 'หมอพูดถูก เราควรฟังพวกเขา เพราะพวกเขาเหนื่อยมาก\n\nขอบคุณ\n\nสมชาย',
    words: ['หมอพูดถูก', 'ขอบคุณ', 'สมชาย'],
    charsets: ['tis-620', 'windows-874'],
  },
  Japanese: {
    text: '医師たちの言うことは正しいので、私たちは耳を傾けるべきです。\n\nよろしくお願いします。\n\n田中',
    words: ['医師', '耳を傾ける', '田中'],
    charsets: ['shift_jis', 'euc-jp', 'iso-2022-jp'],
  },
  Chinese: {
    text: '医生们是对的，我们应该听他们的意见，因为他们太累了。\n\n此致敬礼\n\n王芳',
    words: ['医生们', '应该', '王芳'],
    charsets: ['gb2312', 'gbk', 'gb18030', 'hz-gb-2312'],
  },
  Taiwanese: {
    text: '醫生們是對的，我們應該聽他們的意見，因為他們太累了。\n\n敬祝安康\n\n林美玲',
    words: ['醫生們', '應該', '林美玲'],
    charsets: ['big5', 'gb18030'],
  },
  Korean: {
    text: '의사들의 말이 옳습니다. 우리는 그들의 말을 들어야 합니다.\n\n감사합니다\n\n김민수',
    words: ['의사들의', '들어야', '김민수'],
    charsets: ['euc-kr', 'cp949'],
  },
}

/** ISO-2022-JP and HZ, which the library cannot write. */
function encode(text: string, charset: string): Buffer {
  if (charset === 'utf-16') return Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')])
  if (charset !== 'iso-2022-jp' && charset !== 'hz-gb-2312')
    return iconv.encode(text, charset === 'iso-8859-8-i' ? 'iso-8859-8' : charset)
  const [into, out, wide] = charset === 'iso-2022-jp' ? ['\x1b$B', '\x1b(B', 'euc-jp'] : ['~{', '~}', 'gb2312']
  return Buffer.from(
    text.replace(
      /[^\x00-\x7f]+/g,
      run => `${into}${Buffer.from(iconv.encode(run, wide!).map(byte => byte & 127)).toString('latin1')}${out}`,
    ),
    'latin1',
  )
}

const encodings: Record<string, (bytes: Buffer) => Buffer> = {
  '8bit': bytes => bytes,
  base64: bytes => Buffer.from(bytes.toString('base64').replace(/(.{76})/g, '$1\r\n')),
  'quoted-printable': bytes =>
    Buffer.from(
      [...bytes]
        .map(byte =>
          byte > 126 || byte === 61 || (byte < 32 && byte !== 10)
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte),
        )
        .join('')
        .replace(/\n/g, '\r\n'),
    ),
}

function* codings(): Generator<Odd> {
  for (const [language, { text, words, charsets }] of Object.entries(letters))
    for (const charset of ['utf-8', ...charsets])
      for (const declared of [charset, 'utf-8', '', 'us-ascii', 'x-unknown', 'iso-8859-1'])
        for (const [encoding, change] of Object.entries(encodings)) {
          const stateful = /^(?:utf-16|hz|iso-2022)/.test(charset)
          if (declared !== charset && stateful && declared !== '') continue
          const type = declared === '' ? 'text/plain' : `text/plain; charset=${declared}`
          const head = `From: Kate <kate@example.com>\r\nTo: haveyoursay@example.org\r\nSubject: A view\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`
          yield {
            name: `${language} in ${charset}, said to be ${declared || 'nothing'}, ${encoding}`,
            raw: Buffer.concat([Buffer.from(head), change(encode(text, charset))]),
            words: declared === charset || charset === 'utf-8' ? words : [],
          }
        }
}

const lineEnds: Record<string, (raw: Buffer) => Buffer> = {
  CRLF: raw => raw,
  LF: raw => Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
  CR: raw => Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\r').replaceAll('\n', '\r'), 'latin1'),
  'CR CR LF': raw => Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\r\r\n'), 'latin1'),
  'LF CR': raw => Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\n\r'), 'latin1'),
}

function* built(): Generator<Odd> {
  for (const [form, make] of Object.entries(forms))
    for (const [end, change] of Object.entries(lineEnds))
      for (const language of ['English', 'French']) {
        const { text, words } = letters[language]!
        yield {
          name: `${form}, ${language}, lines end in ${end}`,
          raw: change(Buffer.from(make(text) as string)),
          words,
        }
      }
}

/** Every labelled letter once: bytes changed, taken out, doubled, or the end cut off, all of it below the header. */
function* damaged(): Generator<Odd> {
  const folder = new URL('./corpus/', import.meta.url)
  const random = randomFrom(1600)
  const below = (raw: Buffer) => {
    const at = raw.indexOf('\n\n') < 0 ? raw.indexOf('\n\r\n') : raw.indexOf('\n\n')
    return at + Math.floor(random() * Math.max(1, raw.length - at))
  }
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.eml'))
    .sort()) {
    let raw: Buffer = readFileSync(new URL(file, folder))
    for (let hurt = 0; hurt < 3; hurt++) {
      const at = below(raw)
      const kind = Math.floor(random() * 4)
      if (kind === 0)
        raw = Buffer.concat([raw.subarray(0, at), Buffer.from([Math.floor(random() * 256)]), raw.subarray(at + 1)])
      if (kind === 1) raw = Buffer.concat([raw.subarray(0, at), raw.subarray(at + Math.floor(random() * 40))])
      if (kind === 2) raw = Buffer.concat([raw.subarray(0, at), raw.subarray(Math.max(0, at - 60))])
      if (kind === 3) raw = Buffer.concat([raw.subarray(0, at), Buffer.from('\r\n--\r\n\t\0=')])
    }
    yield { name: `damage to ${file}`, raw, words: [] }
  }
}

/** All of them, in one order. */
export function* odd(): Generator<Odd> {
  yield* codings()
  yield* built()
  yield* damaged()
}
