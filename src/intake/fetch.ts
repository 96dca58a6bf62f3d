// From a list of UIDs to kept bytes: sizes first, then bodies, committed while the next ones come, and only then does the
// server hear of it.
import type { Context, Lease } from '../store/index.ts'
import { MailFailure } from './failure.ts'
import { type Kept, keepPacked } from './keep.ts'
import { type Known, noteAcknowledged } from './ledger.ts'
import type { MailSession, Outline } from './mail-session.ts'
import { type Arrival, createRoom, type Packed, pack } from './pack.ts'

/** What a pass works with. `known` grows as messages are kept. */
export type Run = {
  context: Context
  session: MailSession
  lease: Lease
  mailboxId: string
  known: Known
  /** Times a UID was among those being fetched when the connection broke; lives as long as the mailbox's loop. */
  suspects: Map<number, number>
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
const messagesInCommit = 50
const bytesInCommit = 2 * 1024 * 1024

export type Fetched = Kept & { missing: number[] }

/** Keeps the messages with these UIDs. `missing`: those the server gave no size or no body for. */
export async function fetchMessages(run: Run, uids: number[]): Promise<Fetched> {
  const outlines = (await run.session.outline(uids)).sort((one, other) => one.uid - other.uid)
  const found = new Set(outlines.map(each => each.uid))
  const fetched: Fetched = {
    ...{ pending: 0, duplicate: 0, erased: 0, submissions: [] },
    missing: uids.filter(uid => !found.has(uid)),
  }
  for (const range of rangesOf(outlines, run.suspects)) {
    run.signal.throwIfAborted()
    await fetchRange(run, range, fetched)
  }
  return fetched
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
async function fetchRange(run: Run, range: Outline[], fetched: Fetched): Promise<void> {
  const most = range.length === 1 && partly(range[0]!, run.suspects) ? beginning : undefined
  const waiting = new Map(range.map(each => [each.uid, each]))
  const bytes = most ?? range.reduce((sum, each) => sum + each.size, 0)
  const keeper = createKeeper(run, fetched)
  try {
    for await (const { uid, raw } of run.session.bodies([...waiting.keys()], bytes, most)) {
      const { size, internalDate } = waiting.get(uid)!
      waiting.delete(uid)
      run.suspects.delete(uid)
      const whole = most === undefined || raw.length < most
      await keeper.add({ uid, internalDate, raw, whole, size: whole ? raw.length : size })
    }
  } catch (error) {
    // What is being committed stays; what had come since belongs to a command that never ended, and comes again.
    await keeper.settled()
    if (!(error instanceof MailFailure)) throw error
    if (!run.signal.aborted) for (const uid of waiting.keys()) suspect(run, uid)
    throw error
  }
  await acknowledge(run, await keeper.finish())
  fetched.missing.push(...waiting.keys())
}

const suspect = ({ suspects }: Run, uid: number) => void suspects.set(uid, (suspects.get(uid) ?? 0) + 1)

/** Commits some fifty messages at a time; while they are committed the next ones arrive, and no more than those. */
function createKeeper(run: Run, fetched: Fetched) {
  const rooms = [createRoom(bytesInCommit), createRoom(bytesInCommit)] as const
  const uids: number[] = []
  let batch: Packed[] = []
  let bytes = 0
  let turn = 0
  let keeping = Promise.resolve()
  const flush = async () => {
    const full = batch
    batch = []
    bytes = 0
    await keeping
    rooms[++turn & 1]!.clear()
    if (full.length === 0) return
    keeping = keepBatch(run, full).then(kept => {
      add(fetched, kept)
      uids.push(...full.map(each => each.uid!))
    })
    // Awaited in the next round; a failure before that must not count as unhandled.
    keeping.catch(() => {})
  }
  return {
    add: async (arrival: Arrival) => {
      const packed = rooms[turn & 1]!.take(pack(arrival))
      batch.push(packed)
      bytes += packed.packed.length
      if (batch.length >= messagesInCommit || bytes >= bytesInCommit) await flush()
    },
    /** Resolves when no commit is under way, whatever became of it. */
    settled: () => keeping.catch(() => {}),
    /** Answers the UIDs that are safe with us. */
    finish: async () => {
      await flush()
      await keeping
      return uids
    },
  }
}

async function keepBatch(run: Run, packed: Packed[]): Promise<Kept> {
  const { context, known, lease, mailboxId } = run
  run.point('fetched')
  const source = { kind: 'mailbox' as const, mailboxId, uidvalidity: known.uidvalidity }
  const kept = await keepPacked(context, { source, lease, fingerprint: run.fingerprint }, packed)
  for (const { uid } of packed) known.uids.add(uid!)
  run.point('kept')
  return kept
}

/** Sets our keyword on messages that are safe with us. */
export async function acknowledge({ context, known, mailboxId, point, session }: Run, uids: number[]): Promise<void> {
  if (!session.flags || uids.length === 0) return
  for (let start = 0; start < uids.length; start += 500)
    if (!(await session.flag(uids.slice(start, start + 500)))) return
  point('flagged')
  await noteAcknowledged(context, { mailboxId, uidvalidity: known.uidvalidity }, uids)
  point('noted')
}
