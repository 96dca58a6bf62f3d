// From a list of UIDs to kept bytes: sizes first, then bodies, committed while the next ones come, and only then does the
// server hear of it.
import type { Context, Lease } from '../store/index.ts'
import { createGathering } from './batch.ts'
import { MailFailure } from './failure.ts'
import type { Kept } from './keep.ts'
import type { Keeper } from './keeper.ts'
import { type Known, noteAcknowledged } from './ledger.ts'
import type { MailSession, Outline } from './mail-session.ts'

/** What a pass works with. `known` grows as messages are kept. */
export type Run = {
  context: Context
  session: MailSession
  lease: Lease
  mailboxId: string
  keeper: Keeper
  known: Known
  /** Times a UID was among those being fetched when the connection broke; lives as long as the mailbox's loop. */
  suspects: Map<number, number>
  /** Batches handed over and not committed yet, two at most. */
  underWay: Promise<void>[]
  /** Messages whose keyword was set again on this connection: a server that forgets it is not asked a third time. */
  reflagged: Set<number>
  fingerprint: (sha256: string) => string
  point: (name: string) => void
  /** Told after every turn of a long pass, so that people see the mailbox is being read. */
  progress: () => Promise<void>
  signal: AbortSignal
}

/** A message up to this size is taken whole, one above it by its beginning. */
export const wholeLimit = 25 * 1000 * 1000
const beginning = 256 * 1024

export type Fetched = Kept & { missing: number[] }

/** Bodies that have all come. `conclude` waits for the last ones to be kept and tells the server; `settled` only waits. */
export type Fetching = { conclude: () => Promise<Fetched>; settled: () => Promise<unknown> }

/** Keeps the messages with these UIDs. `missing`: those the server gave no size or no body for. */
export async function fetchMessages(run: Run, uids: number[]): Promise<Fetched> {
  return await (await receiveMessages(run, uids)).conclude()
}

/** The same up to the last body, which is still on its way to the disk: the server can be asked for the next ones. */
export async function receiveMessages(run: Run, uids: number[]): Promise<Fetching> {
  const outlines = (await run.session.outline(uids)).sort((one, other) => one.uid - other.uid)
  const found = new Set(outlines.map(each => each.uid))
  const fetched: Fetched = {
    ...{ pending: 0, duplicate: 0, erased: 0, submissions: [] },
    missing: uids.filter(uid => !found.has(uid)),
  }
  let last: Fetching = { conclude: async () => fetched, settled: async () => {} }
  for (const range of rangesOf(outlines, run.suspects)) {
    // What goes alone may break the connection: the server has heard of everything else by then.
    await last.conclude()
    run.signal.throwIfAborted()
    last = await receiveRange(run, range, fetched)
  }
  return last
}

function add(sum: Kept, kept: Kept): void {
  sum.pending += kept.pending
  sum.duplicate += kept.duplicate
  sum.erased += kept.erased
  sum.submissions.push(...kept.submissions)
}

/** Messages that one command asks for. A large one, or one that broke a connection before, goes alone. */
function rangesOf(outlines: Outline[], suspects: Map<number, number>): Outline[][] {
  const together: Outline[] = []
  const alone: Outline[][] = []
  for (const outline of outlines)
    if (outline.size > wholeLimit || suspects.has(outline.uid)) alone.push([outline])
    else together.push(outline)
  return together.length > 0 ? [together, ...alone] : alone
}

/** A message that broke the connection alone, too, twice, is asked for its beginning only: its size may have been a lie. */
const partly = (outline: Outline, suspects: Map<number, number>) =>
  outline.size > wholeLimit || (suspects.get(outline.uid) ?? 0) >= 3

/** Keeps a range while it comes; the server hears of it when the whole command has ended. */
async function receiveRange(run: Run, range: Outline[], fetched: Fetched): Promise<Fetching> {
  const most = range.length === 1 && partly(range[0]!, run.suspects) ? beginning : undefined
  const waiting = new Map(range.map(each => [each.uid, each]))
  const bytes = most ?? range.reduce((sum, each) => sum + each.size, 0)
  const keeping = createKeeping(run, fetched)
  try {
    for await (const { uid, raw } of run.session.bodies([...waiting.keys()], bytes, most)) {
      const { size, internalDate } = waiting.get(uid)!
      waiting.delete(uid)
      run.suspects.delete(uid)
      const whole = most === undefined || raw.length < most
      await keeping.add({ uid, internalDate, raw, whole, size: whole ? raw.length : size })
    }
    await keeping.flush()
  } catch (error) {
    // What is being committed stays; what had come since belongs to a command that never ended, and comes again.
    await keeping.settled()
    if (!(error instanceof MailFailure)) throw error
    if (!run.signal.aborted) for (const uid of waiting.keys()) suspect(run, uid)
    throw error
  }
  fetched.missing.push(...waiting.keys())
  return {
    settled: keeping.settled,
    async conclude() {
      await acknowledge(run, await keeping.finish())
      return fetched
    },
  }
}

const suspect = ({ suspects }: Run, uid: number) => void suspects.set(uid, (suspects.get(uid) ?? 0) + 1)

/** Hands over a batch at a time and goes on meanwhile, at most two batches ahead of the disk. */
function createKeeping(run: Run, fetched: Fetched) {
  const { keeper, known, lease, mailboxId, fingerprint, point, underWay } = run
  const source = { kind: 'mailbox' as const, mailboxId, uidvalidity: known.uidvalidity }
  const uids: number[] = []
  const ours: Promise<void>[] = []
  const gathering = createGathering(keeper.rooms, async batch => {
    point('fetched')
    const own = batch.messages.map(each => each.uid)
    const keeping = { source, lease: { name: lease.name, fence: lease.fence }, fingerprint }
    const kept = keeper.keep(keeping, batch, () => point('packed'))
    const done = kept.then(result => {
      add(fetched, result)
      for (const uid of own) known.uids.add(uid)
      uids.push(...own)
      point('kept')
    })
    // Awaited in a later round; a failure before that must not count as unhandled.
    done.catch(nothing)
    ours.push(done)
    underWay.push(done)
    if (underWay.length > 1) await underWay.shift()
  })
  return {
    add: gathering.add,
    flush: gathering.flush,
    /** Resolves when no commit is under way, whatever became of them. */
    settled: () => Promise.allSettled(ours),
    /** Answers the UIDs that are safe with us. */
    finish: async () => {
      await Promise.all(ours)
      return uids
    },
  }
}

const nothing = () => {}

/** Sets our keyword on messages that are safe with us. */
export async function acknowledge({ context, known, mailboxId, point, session }: Run, uids: number[]): Promise<void> {
  if (!session.flags || uids.length === 0) return
  for (let start = 0; start < uids.length; start += 500)
    if (!(await session.flag(uids.slice(start, start + 500)))) return
  point('flagged')
  await noteAcknowledged(context, { mailboxId, uidvalidity: known.uidvalidity }, uids)
  point('noted')
}
