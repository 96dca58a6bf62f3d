// `import --all FOLDER`: everything that `export --all` wrote, into an empty database, byte for byte. Secrets are not
// part of it: nobody can sign in until an invitation, and mailboxes are paused until their password is given.
import { createReadStream, existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { splitMbox } from '../mail/mbox.ts'
import {
  asOneMove,
  type Context,
  commit,
  compress,
  identityOf,
  indexPublished,
  putRows,
  type Row,
  type readRetention,
  type Store,
  saveInstallation,
  saveRetention,
} from '../store/index.ts'
import { Fault } from './say.ts'
import { pictureFile, tables } from './whole.ts'

type Table = keyof typeof tables

/** Tables whose bytes lie in files of their own. */
const withBytes: Partial<Record<Table, (folder: string) => AsyncGenerator<Record<string, unknown>>>> = {
  raw: messagesOf,
  picture: picturesOf,
}

/** Answers how many rows of each table there are now. */
export async function importWhole(store: Store, context: Context, folder: string): Promise<Record<string, number>> {
  for (const name of ['installation.json', 'mail.mbox', ...Object.keys(tables).map(table => `${table}.jsonl`)])
    if (!existsSync(join(folder, name))) throw new Fault(`${folder} is not a whole export: there is no ${name} in it.`)
  await refuseInhabited(context)
  const missing: Partial<Record<Table, Record<string, unknown>>> = {
    mailbox: { secret: '', paused_at: context.now() },
    staff: { password: '' },
  }
  const rows: Record<string, number> = {}
  await asOneMove(store, async () => {
    for (const table of Object.keys(tables) as Table[]) {
      const found = (withBytes[table] ?? linesOf)(folder, table)
      rows[table] = await putRows(store, table, found, missing[table])
    }
  })
  const { retention, ...installation } = JSON.parse(await readFile(join(folder, 'installation.json'), 'utf8'))
  await saveInstallation(context.db, installation)
  const { ranAt, ...rules } = (retention ?? {}) as Partial<Awaited<ReturnType<typeof readRetention>>>
  await commit(context, trx => saveRetention(trx, ranAt ? { ...rules, ranAt } : rules))
  await indexAll(context)
  return rows
}

async function refuseInhabited({ db }: Context): Promise<void> {
  for (const table of ['story', 'submission', 'staff'] as const)
    if (await db.selectFrom(table).selectAll().limit(1).executeTakeFirst())
      throw new Fault('The database is not empty. Name a new one with POSTBAG_DATABASE.')
}

async function* linesOf(folder: string, table: Table): AsyncGenerator<Record<string, unknown>> {
  const lines = createInterface({ input: createReadStream(join(folder, `${table}.jsonl`)), crlfDelay: Infinity })
  for await (const line of lines) if (line !== '') yield JSON.parse(line)
}

/** A picture's row with its bytes, from the files beside it. */
async function* picturesOf(folder: string): AsyncGenerator<Record<string, unknown>> {
  for await (const row of linesOf(folder, 'picture')) {
    const [entryId, id] = [String(row.entry_id), String(row.id)]
    if (!/^[\w-]+$/.test(entryId + id))
      throw new Fault(`${folder}/picture.jsonl names a picture that cannot be: ${id}.`)
    const bytes = (size: 'large' | 'small') => {
      const file = join(folder, 'pictures', pictureFile(entryId, id, size))
      if (!existsSync(file)) throw new Fault(`${folder} lacks a picture that its picture.jsonl names: ${file}`)
      return readFile(file)
    }
    yield { ...row, large: await bytes('large'), small: await bytes('small') }
  }
}

type RawRow = Omit<Row<'raw'>, 'bytes'>

/** Each message beside its row, known by its fingerprint. One that is missing, or is another, ends the import. */
async function* messagesOf(folder: string): AsyncGenerator<Record<string, unknown>> {
  const rows = new Map<string, RawRow>()
  for await (const row of linesOf(folder, 'raw')) rows.set(String(row.sha256), row as RawRow)
  for await (const { raw, whole } of everyMessage(folder)) {
    const row = whole ? rows.get(identityOf(raw, true, 0)) : partOf(rows, raw)
    if (!row) throw new Fault(`${folder} holds a message that its raw.jsonl does not know.`)
    rows.delete(row.sha256)
    yield { ...row, bytes: compress(raw) }
  }
  if (rows.size > 0) throw new Fault(`${folder} lacks ${rows.size} of the messages that its raw.jsonl names.`)
}

const partOf = (rows: Map<string, RawRow>, raw: Uint8Array): RawRow | undefined =>
  [...rows.values()].find(row => row.whole === 0 && identityOf(raw, false, row.size) === row.sha256)

async function* everyMessage(folder: string): AsyncGenerator<{ raw: Uint8Array; whole: boolean }> {
  for await (const raw of splitMbox(createReadStream(join(folder, 'mail.mbox')))) yield { raw, whole: true }
  for (const name of ['messages', 'incomplete'] as const) {
    if (!existsSync(join(folder, name))) continue
    for (const file of await readdir(join(folder, name)))
      yield { raw: await readFile(join(folder, name, file)), whole: name === 'messages' }
  }
}

/** The full-text index is made of the rows, a few hundred a commit. */
async function indexAll(context: Context): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await context.db
      .selectFrom('submission')
      .leftJoin('entry', 'entry.submission_number', 'submission.number')
      .leftJoin('revision', join =>
        join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
      )
      .select(['submission.number', 'submission.state', 'revision.text'])
      .where('submission.number', '>', after)
      .where('submission.stage', 'in', ['read', 'aside'])
      .orderBy('submission.number')
      .limit(500)
      .execute()
    if (rows.length === 0) return
    after = rows.at(-1)!.number
    await commit(context, async trx => {
      for (const { number, state, text } of rows)
        await indexPublished(trx, number, state === 'approved' ? (text ?? '') : '')
    })
  }
}
