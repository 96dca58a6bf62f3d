// A database on disk with post taken in by the real path: bytes kept, read in a worker, routed, decided and published.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { approve, hold } from '../src/desk/decisions.ts'
import type { Actor } from '../src/desk/policy.ts'
import { addStory } from '../src/desk/stories.ts'
import { publishDue } from '../src/feed/index.ts'
import { newId } from '../src/id.ts'
import { keepMessages } from '../src/intake/keep.ts'
import { addMailbox } from '../src/intake/mailboxes.ts'
import { readPending } from '../src/intake/read-pending.ts'
import type { Reader } from '../src/mail/pool.ts'
import { type Keys, openKeys } from '../src/secret.ts'
import { type TestContext, testContext } from './context.ts'

export type Post = {
  folder: string
  database: string
  keyFile: string
  keys: Keys
  context: TestContext
  reader: Reader
  storyId: string
  mailboxId: string
  editor: Actor
  /** Takes messages in from the mailbox, as UIDs from `uid` on; answers the numbers given to new ones. */
  take: (messages: string[], uid?: number, uidvalidity?: number) => Promise<number[]>
  remove: () => Promise<void>
}

/** Starting a reader takes seconds, so a file of tests has one; the post does not close it. */
export async function openPost(reader: Reader): Promise<Post> {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-post-'))
  const database = join(folder, 'data', 'postbag.db')
  const keyFile = join(folder, 'data', 'postbag.key')
  const context = await testContext(database)
  const keys = openKeys(keyFile)
  const story = await addStory(context, 'system', { slug: 'strike', title: 'Junior doctors’ strike', isDefault: true })
  if (!story.ok) throw new Error(JSON.stringify(story.faults))
  const box = await addMailbox(context, keys, {
    ...{ name: 'Letters', host: '127.0.0.1', port: 143, username: 'reader', password: 'secret', security: 'none' },
  })
  if (!box.ok) throw new Error(box.words)
  const id = newId(context.now())
  const staff = { id, email: 'edith@example.org', name: 'Edith', role: 'editor' as const }
  await context.db
    .insertInto('staff')
    .values({ ...staff, password: '', created_at: context.now() })
    .execute()
  const take: Post['take'] = async (messages, uid = 1, uidvalidity = 7) => {
    const source = { kind: 'mailbox' as const, mailboxId: box.mailbox.id, uidvalidity }
    const arrivals = messages.map((message, at) => {
      const raw = Buffer.from(message, 'latin1')
      return { uid: uid + at, size: raw.length, internalDate: context.now(), raw, whole: true }
    })
    const { submissions } = await keepMessages(context, { source, fingerprint: keys.fingerprint }, arrivals)
    await readPending(context, reader, { holder: 'test', leaseMs: 60_000 })
    const listed = await context.db.selectFrom('ledger').select('uid').where('uidvalidity', '=', uidvalidity).execute()
    await context.db
      .updateTable('mailbox')
      .set({ uidvalidity, seen: listed.length })
      .where('id', '=', box.mailbox.id)
      .execute()
    return submissions
  }
  return {
    ...{ folder, database, keyFile, keys, context, reader, take },
    storyId: story.story.id,
    mailboxId: box.mailbox.id,
    editor: { kind: 'staff', id, name: 'Edith', role: 'editor' },
    async remove() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const letter = (number: number, body = `Letter ${number}: the strike is right.\n\nKatherine, Ruislip\n`) =>
  [
    `Message-ID: <letter-${number}@example.net>`,
    'Date: Tue, 26 Apr 2016 08:50:00 +0100',
    `From: Katherine Ashby <katherine${number}@example.net>`,
    'To: haveyoursay@example.org',
    `Subject: The strike ${number}`,
    '',
    body,
  ]
    .join('\n')
    .replace(/\r?\n/g, '\r\n')

/** Approves and makes live; answers the entry's id. */
export async function publish(post: Post, number: number, text?: string): Promise<string> {
  const answer = await approve(post.context, post.editor, number, {
    version: await versionOf(post, number),
    grace: 0,
    ...(text === undefined ? {} : { text }),
  })
  if (!answer.ok) throw new Error(`not approved: ${answer.why}`)
  await publishDue(post.context)
  return answer.entry.id
}

export async function holdLetter(post: Post, number: number, reason: string): Promise<void> {
  const answer = await hold(post.context, post.editor, number, { version: await versionOf(post, number), reason })
  if (!answer.ok) throw new Error(`not held: ${answer.why}`)
}

export async function versionOf(post: Post, number: number): Promise<number> {
  const row = await post.context.db
    .selectFrom('submission')
    .select('version')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return row.version
}

export const randomWord = () =>
  randomBytes(8)
    .toString('hex')
    .replace(/\d/g, digit => 'ghjklmnpqr'[Number(digit)]!)
