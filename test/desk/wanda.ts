// Wanda, who is to be forgotten: her emails, words that stand nowhere else, and the search for them in every place.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordVerification } from '../../src/desk/authenticity.ts'
import { ban } from '../../src/desk/bans.ts'
import { recordConsent } from '../../src/desk/consent.ts'
import { saveDraft } from '../../src/desk/draft.ts'
import { addNote } from '../../src/desk/notes.ts'
import { saveView } from '../../src/desk/saved-views.ts'
import { amendEntry } from '../../src/feed/index.ts'
import { decompress, type Store } from '../../src/store/index.ts'
import { holdLetter, letter, type Post, publish, randomWord } from '../post.ts'

export const address = 'wanda@forgetful.example'

/** Words that occur nowhere else, one for each place a reader's data can come to lie in. */
export function plantWords() {
  const places = [
    'name',
    'surname',
    'subject',
    'body',
    'quote',
    'place',
    'header',
    'messageid',
    'phone',
    'file',
    'html',
    'reply',
    'second',
    'parked',
    'draftname',
    'draft',
    'reason',
    'published',
    'amended',
    'answer',
    'consent',
    'confirmed',
    'mailserver',
    'note',
    'ban',
    'view',
    'search',
  ] as const
  return Object.fromEntries(places.map(place => [place, `${place[0]}${randomWord()}`])) as Record<
    (typeof places)[number],
    string
  >
}
export type Words = ReturnType<typeof plantWords>

export const message = (words: Words) =>
  [
    `Message-ID: <${words.messageid}@forgetful.example>`,
    `From: ${words.name} ${words.surname} <${address}>`,
    'To: haveyoursay@example.org',
    `Subject: About ${words.subject}`,
    `X-Club: ${words.header}`,
    `Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=${words.mailserver}.example`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `I think ${words.body} of it, call me: ${words.phone}.`,
    '',
    `${words.name} ${words.surname}, ${words.place}`,
    '',
    `> you wrote ${words.quote}`,
    '',
    '--b',
    `Content-Type: image/jpeg; name="${words.file}.jpg"`,
    `Content-Disposition: attachment; filename="${words.file}.jpg"`,
    '',
    'not a picture',
    '--b--',
    '',
  ].join('\r\n')

const second = (words: Words) =>
  [
    `Message-ID: <2@forgetful.example>`,
    `From: <${address}>`,
    'To: haveyoursay@example.org',
    'Subject: Again',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>As I said: ${words.second} and <b>${words.html}</b></p><blockquote>${words.reply}</blockquote>`,
    '',
  ].join('\r\n')

/** Everything that is stored, as text: each column of each table, blobs unpacked, and the files themselves byte by byte. */
export function everythingIn({ engine }: Store, folder: string): string {
  const parts: string[] = []
  const tables = engine.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
  for (const table of tables.filter(name => name !== 'search'))
    for (const row of engine.prepare(`select * from "${table}"`).all() as Record<string, unknown>[])
      for (const value of Object.values(row)) parts.push(Buffer.isBuffer(value) ? textOf(value) : String(value))
  engine.exec("create virtual table temp.terms using fts5vocab('main', 'search', 'row')")
  parts.push(...(engine.prepare('select term from temp.terms').pluck().all() as string[]))
  engine.exec('drop table temp.terms')
  for (const name of readdirSync(folder)) parts.push(textOf(readFileSync(join(folder, name))))
  return parts.join('\n').toLowerCase()
}

/** Bytes as Latin-1, with every zstd frame in them unpacked too. */
export function textOf(bytes: Buffer): string {
  let text = bytes.toString('latin1')
  for (let at = bytes.indexOf('28b52ffd', 0, 'hex'); at >= 0; at = bytes.indexOf('28b52ffd', at + 4, 'hex'))
    try {
      text += Buffer.from(decompress(bytes.subarray(at))).toString('latin1')
    } catch {
      // Four bytes that look like the beginning of a frame, or a frame spread over several pages.
    }
  return text
}

/** The places whose words stand in a text. */
export const foundIn = (everything: string, words: Words): string[] =>
  Object.entries(words)
    .filter(([, word]) => everything.includes(word))
    .map(([place]) => place)
    .sort()

/** Wanda's three emails, in all the places that the desk can bring them to. Answers the numbers. */
export async function plant(post: Post, words: Words): Promise<number[]> {
  const { context, editor } = post
  const others = [1, 2, 3].map(number => letter(number))
  const numbers = await post.take([others[0]!, message(words), others[1]!, second(words), others[2]!])
  const [, first, , again] = numbers as [number, number, number, number]
  // One that no machine could read.
  const unread = `From: W <${address.toUpperCase()}>\r\nSubject: x\r\n\r\n${words.parked}\r\n`
  const [parked] = await post.take([unread], 6)
  await context.db
    .updateTable('submission')
    .set({ stage: 'parked', state: null, from_address: '', contributor_id: null, original: '', text: '' })
    .where('number', '=', parked!)
    .execute()
  await saveDraft(context, editor, again, { name: words.draftname, text: `A draft of ${words.draft}` })
  await holdLetter(post, again, `Says ${words.reason}`)
  const id = await publish(post, first, `I think ${words.published} of it.`)
  await amendEntry(context, editor.id, id, { revision: 1, text: `I think ${words.amended} of it.` })
  await recordConsent(context, editor, again, { what: 'name', answer: 'no', evidence: `Said ${words.consent}` })
  await recordVerification(context, editor, again, { how: 'rang', who: words.confirmed, note: '' })
  const { id: wanda } = await context.db
    .selectFrom('contributor')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  await addNote(context, editor, wanda, `Noted ${words.note}`)
  await ban(context, editor, { contributorId: wanda, storyId: null, reason: `For ${words.ban}`, until: null })
  for (const [name, query] of [
    [words.view, `?q=${words.surname}+${words.name}`],
    ['To follow', `?q=${words.search}+${address}`],
  ] as const)
    await saveView(context, editor, { storyId: post.storyId, name, query, team: true })
  await context.db
    .insertInto('idempotency')
    .values({
      caller: 'token:1',
      key: '1',
      request: 'x',
      status: 200,
      answer: `{"submission":{"number":${first},"text":"${words.answer}"}}`,
      created_at: 1,
    })
    .execute()
  return [first, again, parked!]
}
