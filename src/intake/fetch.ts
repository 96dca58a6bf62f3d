// From a list of UIDs to kept bytes: sizes first, then bodies in chunks that are bounded by bytes, each chunk committed
// before the server hears of it.
import type { Context, Lease } from '../store/index.ts'
import { type Arrival, type Kept, keepMessages } from './keep.ts'
import { type Known, noteAcknowledged } from './ledger.ts'
import type { MailSession, Outline } from './mail-session.ts'
import { breathe } from './waiting.ts'

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
const messagesInChunk = 50
const bytesInChunk = 4 * 1024 * 1024

export type Fetched = Kept & { missing: number[] }

/** Keeps the messages with these UIDs. `missing`: those the server gave no size or no body for. */
export async function fetchMessages(run: Run, uids: number[]): Promise<Fetched> {
  const outlines = (await run.session.outline(uids)).sort((one, other) => one.uid - other.uid)
  const found = new Set(outlines.map(each => each.uid))
  const fetched: Fetched = {
    ...{ pending: 0, duplicate: 0, erased: 0, submissions: [] },
    missing: uids.filter(uid => !found.has(uid)),
  }
  const chunks = chunksOf(outlines, run.suspects)
  // While one chunk is being committed the next is already on its way.
  let coming = chunks[0] ? fetchChunk(run, chunks[0]) : null
  for (let at = 0; at < chunks.length; at++) {
    const arrivals = await coming!
    run.signal.throwIfAborted()
    coming = chunks[at + 1] ? fetchChunk(run, chunks[at + 1]!) : null
    // Awaited in the next round; a failure before that must not count as unhandled.
    coming?.catch(() => {})
    const got = new Set(arrivals.map(each => each.uid!))
    fetched.missing.push(...chunks[at]!.map(each => each.uid).filter(uid => !got.has(uid)))
    if (arrivals.length > 0) add(fetched, await keepChunk(run, arrivals))
    await breathe()
  }
  return fetched
}

function add(sum: Kept, kept: Kept): void {
  sum.pending += kept.pending
  sum.duplicate += kept.duplicate
  sum.erased += kept.erased
  sum.submissions.push(...kept.submissions)
}

/** Chunks of at most fifty messages and 4 MB; a large message, or one that broke a connection before, goes alone. */
function chunksOf(outlines: Outline[], suspects: Map<number, number>): Outline[][] {
  const chunks: Outline[][] = []
  let chunk: Outline[] = []
  let bytes = 0
  const flush = () => {
    if (chunk.length > 0) chunks.push(chunk)
    chunk = []
    bytes = 0
  }
  for (const outline of outlines) {
    if (outline.size > wholeLimit || suspects.has(outline.uid)) {
      chunks.push([outline])
      continue
    }
    if (chunk.length >= messagesInChunk || bytes + outline.size > bytesInChunk) flush()
    chunk.push(outline)
    bytes += outline.size
  }
  flush()
  return chunks
}

/** A message whose body broke the connection twice is asked for its beginning only: its size may have been a lie. */
const partly = (outline: Outline, suspects: Map<number, number>) =>
  outline.size > wholeLimit || (suspects.get(outline.uid) ?? 0) >= 2

async function fetchChunk(run: Run, chunk: Outline[]): Promise<Arrival[]> {
  const most = chunk.length === 1 && partly(chunk[0]!, run.suspects) ? beginning : undefined
  const bytes = most ?? chunk.reduce((sum, each) => sum + each.size, 0)
  const uids = chunk.map(each => each.uid)
  const bodies = await run.session.bodies(uids, bytes, most).catch(error => {
    if (!run.signal.aborted) for (const uid of uids) run.suspects.set(uid, (run.suspects.get(uid) ?? 0) + 1)
    throw error
  })
  for (const uid of uids) run.suspects.delete(uid)
  return chunk.flatMap(({ uid, size, internalDate }) => {
    const raw = bodies.get(uid)
    if (!raw) return []
    const whole = most === undefined || raw.length < most
    return [{ uid, internalDate, raw, whole, size: whole ? raw.length : size }]
  })
}

async function keepChunk(run: Run, arrivals: Arrival[]): Promise<Kept> {
  const { context, known, lease, mailboxId } = run
  const uids = arrivals.map(each => each.uid!)
  run.point('fetched')
  const source = { kind: 'mailbox' as const, mailboxId, uidvalidity: known.uidvalidity }
  const kept = await keepMessages(context, { source, lease, fingerprint: run.fingerprint }, arrivals)
  for (const uid of uids) known.uids.add(uid)
  run.point('kept')
  await acknowledge(run, uids)
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
