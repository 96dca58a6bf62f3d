// Everything that is stored, in forms that other programs read: messages as they came, rows as JSON Lines.
// Secrets (passwords, tokens, sessions, the key) are not part of it: `backup` is for those.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { splitMbox } from '../mail/mbox.ts'
import { mboxPart } from '../mail/mbox-write.ts'
import {
  atOneMoment,
  type Db,
  decompress,
  readInstallation,
  readRetention,
  rowsOf,
  type Store,
} from '../store/index.ts'
import { Fault } from './say.ts'
import { pictureFile, tables } from './whole.ts'

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

/** Writes it all into `folder`, which must be empty or not there. */
export async function exportAll(store: Store, folder: string): Promise<Exported> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new Fault(`The folder ${folder} is not empty. Name a new one.`)
  const kept = { messages: 0, separate: 0, incomplete: 0 }
  const rows: Record<string, number> = {}
  await atOneMoment(store, async () => {
    await pipeline(messageParts(store.db, folder, kept), createWriteStream(join(folder, 'mail.mbox'), { mode: 0o600 }))
    await writePictures(store.db, join(folder, 'pictures'))
    for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
      rows[table] = 0
      const lines = rowLines(store, table, () => rows[table]!++)
      await pipeline(lines, createWriteStream(join(folder, `${table}.jsonl`), { mode: 0o600 }))
    }
    const installation = JSON.stringify({
      ...(await readInstallation(store.db)),
      retention: await readRetention(store.db),
    })
    await writeFile(join(folder, 'installation.json'), `${installation}\n`, { mode: 0o600 })
  })
  return { folder, ...kept, rows }
}

/** The bytes of every picture that an entry has or had, in both sizes. */
async function writePictures(db: Db, folder: string): Promise<void> {
  for (let after = ''; ; ) {
    const next = await db
      .selectFrom('picture')
      .select(['id', 'entry_id', 'large', 'small'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!next) return
    after = next.id
    await mkdir(join(folder, next.entry_id), { recursive: true, mode: 0o700 })
    for (const size of ['large', 'small'] as const)
      await writeFile(join(folder, pictureFile(next.entry_id, next.id, size)), next[size], { mode: 0o600 })
  }
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
