// Everything that is stored, in forms that other programs read: messages as they came, rows as JSON Lines.
// Secrets (passwords, tokens, sessions, the key) are not part of it: `backup` is for those.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { splitMbox } from '../mail/mbox.ts'
import { mboxPart } from '../mail/mbox-write.ts'
import { atOneMoment, type Db, decompress, rowsOf, type Store } from '../store/index.ts'
import { Fault } from './say.ts'

export type Exported = {
  folder: string
  /** Messages in mail.mbox, byte for byte. */
  messages: number
  /** Messages that an mbox file cannot hold byte for byte: an .eml file each. */
  separate: number
  /** Messages too large to have been taken whole: their beginning, an .eml file each, apart. */
  incomplete: number
  /** Rows of each JSON Lines file. */
  rows: Record<string, number>
}

/** Columns that leave the house, named one by one: a new column stays inside until somebody adds it here. */
const tables = {
  story:
    'id slug title status is_default grace_seconds zone headline standfirst byline call_out legal_notice created_at updated_at closed_at continued_by merged_at',
  story_slug: 'slug story_id',
  barred: 'story_id position words',
  story_address: 'address story_id position',
  key_point: 'story_id position text',
  embed_host: 'story_id host',
  embed_theme: 'story_id ground ink accent',
  contributor: 'id address name created_at',
  submission:
    'number id story_id contributor_id stage stage_why stage_words state needs reason version received_at kept_at sent_at message_id repeat_of from_name from_address to_address subject original text name place anonymous point_of_view decided_by decided_at',
  fold: 'submission_number position kind start end',
  finding: 'submission_number position check level words',
  call_out_version: 'story_id version words at',
  consent: 'id submission_number what answer evidence made_by at',
  verification: 'id submission_number how who note made_by at',
  attachment: 'submission_number position filename content_type size',
  entry:
    'id story_id submission_number state revision publish_at published_at updated_at withdrawn_at withdrawn_why pinned created_at kind group_id group_position page_at key_point embargo_at',
  revision:
    'entry_id revision name place verb line text minor made_by made_at headline name_form town region country role own_line programme service url language note noted_at',
  revision_tag: 'entry_id revision position tag',
  feed_change: 'story_id seq entry_id type revision at',
  event: 'seq at kind actor story_id submission_number entry_id data previous hash',
  reason: 'event_seq submission_number words',
  ledger: 'mailbox_id uidvalidity uid size internal_date outcome why submission_number at',
  erasure: 'fingerprint at published',
  cleared: 'fingerprint at',
  anchor: 'day seq hash at',
  mailbox: 'id name host port security username folder story_id created_at',
  staff: 'id email name role created_at disabled_at',
} as const

/** Writes it all into `folder`, which must be empty or not there. */
export async function exportAll(store: Store, folder: string): Promise<Exported> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new Fault(`The folder ${folder} is not empty. Name a new one.`)
  const kept = { messages: 0, separate: 0, incomplete: 0 }
  const rows: Record<string, number> = {}
  await atOneMoment(store, async () => {
    await pipeline(messageParts(store.db, folder, kept), createWriteStream(join(folder, 'mail.mbox'), { mode: 0o600 }))
    for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
      rows[table] = 0
      const lines = rowLines(store, table, () => rows[table]!++)
      await pipeline(lines, createWriteStream(join(folder, `${table}.jsonl`), { mode: 0o600 }))
    }
  })
  return { folder, ...kept, rows }
}

type Kept = { messages: number; separate: number; incomplete: number }

async function* messageParts(db: Db, folder: string, kept: Kept): AsyncGenerator<Buffer> {
  for (let after = 0; ; ) {
    const row = await db
      .selectFrom('submission')
      .innerJoin('raw', 'raw.id', 'submission.raw_id')
      .select(['number', 'received_at', 'bytes', 'whole'])
      .where('number', '>', after)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst()
    if (!row) return
    after = row.number
    const raw = decompress(row.bytes)
    const part = mboxPart(raw, row.received_at)
    if (row.whole === 1 && (await readsBack(part, raw))) {
      kept.messages++
      yield part
    } else if (row.whole === 1) {
      kept.separate++
      await writeMessage(join(folder, 'messages'), row.number, raw)
    } else {
      kept.incomplete++
      await writeMessage(join(folder, 'incomplete'), row.number, raw)
    }
  }
}

/** An mbox file cannot say whether a message's last line was ended, so what would come back changed goes elsewhere. */
async function readsBack(part: Buffer, raw: Uint8Array): Promise<boolean> {
  const found: Buffer[] = []
  // As a message in the middle of a file, with another one behind it.
  for await (const each of splitMbox(chunks([part, mboxPart(Buffer.from('A: b\n'), 0)]))) found.push(each)
  return found.length === 2 && found[0]!.equals(raw)
}

async function* chunks(parts: Buffer[]) {
  yield* parts
}

async function writeMessage(folder: string, number: number, raw: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, `${number}.eml`), raw, { mode: 0o600 })
}

function* rowLines(store: Store, table: keyof typeof tables, count: () => void): Generator<string> {
  for (const row of rowsOf(store, table, tables[table].split(' '))) {
    count()
    yield `${JSON.stringify(row)}\n`
  }
}
