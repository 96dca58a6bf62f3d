// A reader's erasure: out of every place in one commit, with a certificate that lists each, and no way back.
import type { PublishedChoice } from '../feed/index.ts'
import type { Keys } from '../secret.ts'
import {
  type Context,
  commit,
  type Erasure,
  entriesNaming,
  longestKept,
  purgeDeleted,
  readFolders,
  spreadErasures,
  submissionsNaming,
} from '../store/index.ts'
import { findByAddress, findByFingerprint, findByNumbers, findUnread } from './erase-find.ts'
import { type Counts, type EntryErased, eraseRows } from './erase-rows.ts'

export { places } from './erase-rows.ts'

export type ErasureWish = {
  address: string
  /** An editor's decision; may be left out when nothing of theirs is live. */
  published?: PublishedChoice
  /** Staff id, `token:ID` or `system`. */
  actor: string
  /** The database file: the log of erasures is kept beside it. */
  database: string
}

export type Certificate = {
  /** Epoch milliseconds. */
  erasedAt: number
  /** Numbers of the emails; the numbers themselves stay, with nothing behind them. */
  emails: number[]
  /** Rows emptied or removed in each place. */
  places: Counts
  entries: EntryErased[]
  /** Copies of the database made before: where they lie, and when the last scheduled one is thrown away. */
  backups: { folders: string[]; goneBy: number | null }
  /** Folders that hold the log by which a restored copy forgets as well; and those it could not be written to. */
  log: { written: string[]; failed: string[] }
  /** Other people's emails, and entries, that name the address. Not touched. */
  mentions: { emails: number[]; entries: string[] }
  /** Whether nothing is left in the write-ahead log. */
  purged: boolean
}

export type Erased = { ok: true; certificate: Certificate }
export type NotErased =
  | { ok: false; why: 'not-found' }
  /** Something of theirs is live, and nobody said what becomes of it. */
  | { ok: false; why: 'choose'; live: { id: string; submission: number }[] }

/** At most so many values in one list of a statement. */
const most = 10_000

/** Erases everything from one address. Whole or not at all; nothing is touched when it is refused. */
export async function eraseContributor(context: Context, keys: Keys, wish: ErasureWish): Promise<Erased | NotErased> {
  const address = wish.address.trim().toLowerCase()
  const unread = await findUnread(context.db, address)
  const now = context.now()
  const done = await commit(context, async trx => {
    const found = await findByAddress(trx, address, unread)
    if (found.numbers.length === 0 && found.contributors.length === 0)
      return { ok: false as const, why: 'not-found' as const }
    const live = found.entries.filter(entry => entry.state === 'live')
    if (live.length > 0 && wish.published === undefined) return { ok: false as const, why: 'choose' as const, live }
    const erasing = { keys, actor: wish.actor, now, published: wish.published ?? ('withdraw' as const), address }
    return { ok: true as const, emails: found.numbers, ...(await eraseRows(trx, found, erasing)) }
  })
  if (!done.ok) return done
  const certificate: Certificate = {
    erasedAt: now,
    emails: done.emails,
    places: done.counts,
    entries: done.entries,
    purged: await purgeDeleted(context.db),
    backups: await copiesOf(context, now),
    log: await spreadErasures(context.db, wish.database),
    mentions: {
      emails: await submissionsNaming(context.db, address),
      entries: await entriesNaming(context.db, address),
    },
  }
  return { ok: true, certificate }
}

/** Makes a restored copy forget whom the log names; answers how many emails that were. */
export async function replayErasures(context: Context, keys: Keys, log: Erasure[]): Promise<number> {
  const found = await findByFingerprint(context.db, keys, log)
  for (const published of ['withdraw', 'keep-as-a-reader'] as const) {
    const numbers = [...found].filter(([, erasure]) => erasure.published === published).map(([number]) => number)
    for (let start = 0; start < numbers.length; start += most)
      await commit(context, async trx => {
        const part = await findByNumbers(trx, numbers.slice(start, start + most))
        await eraseRows(trx, part, { keys, actor: 'system', now: context.now(), published, address: '' })
      })
  }
  await learn(context, log)
  if (found.size > 0) await purgeDeleted(context.db)
  return found.size
}

/** Fingerprints of mail that the copy never held: a poll must not bring it in either. */
const learn = (context: Context, log: Erasure[]) =>
  commit(context, async trx => {
    for (let start = 0; start < log.length; start += most)
      await trx
        .insertInto('erasure')
        .values(log.slice(start, start + most))
        .onConflict(conflict => conflict.doNothing())
        .execute()
  })

async function copiesOf(context: Context, now: number): Promise<Certificate['backups']> {
  const folders = await readFolders(context.db)
  return { folders, goneBy: folders.length === 0 ? null : now + longestKept }
}
