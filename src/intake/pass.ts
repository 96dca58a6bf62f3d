// One look at a mailbox. To do is what the server lists minus what the ledger holds: never a watermark, never \Seen.
import { performance } from 'node:perf_hooks'
import { checkFence, commit } from '../store/index.ts'
import { acknowledge, type Fetching, fetchMessages, type Run, receiveMessages } from './fetch.ts'
import { noteAbsent, noteListing, type Place, withheldBefore } from './ledger.ts'
import { rematch } from './rematch.ts'
import { breathe } from './waiting.ts'

/** What a look found. `listed`: how many UIDs the server lists. */
export type Look = { listed: number; fresh: number; gone: number }

/** Of the oldest, and of the newest, that one turn of a long pass takes. */
const oldestInTurn = 200
const newestInTurn = 50
/** A quick server is asked for more at once, each question having its price, but so that a turn lasts about this long. */
const mostInTurn = 1000
const turnMs = 1000

/**
 * The whole truth: every UID the server lists is compared with the ledger, and everything missing is fetched.
 * `withheld`: how long, in milliseconds, a message that was not handed over is left alone.
 */
export async function fullPass(run: Run, withheld: number): Promise<Look> {
  const { context, known, session } = run
  const place = placeOf(run)
  let listed = await session.search()
  run.point('searched')
  await noteChanges(run, listed)
  await noteSeen(run, listed.length, true)
  const again = await withheldBefore(context, place, context.now() - withheld)
  const wanted = new Set(again)
  let todo = listed.filter(uid => !known.uids.has(uid) || wanted.has(uid))
  if (todo.length > 0) todo = await rematch(run, todo)
  run.point('matched')
  const { fresh, missing, more } = await fetchAll(run, todo)
  listed = [...listed, ...more]
  const gone = await settleMissing(run, missing)
  listed = listed.filter(uid => !gone.includes(uid))
  await noteSeen(run, listed.length)
  await flagLeftovers(run)
  return { listed: listed.length, fresh, gone: gone.length }
}

/** What arrived above everything known: the quick look after the server announced something. */
export async function quickPass(run: Run, listedBefore: number): Promise<Look> {
  const arrived = await newcomers(run)
  if (arrived.length === 0) return { listed: listedBefore, fresh: 0, gone: 0 }
  const { fresh, missing, more } = await fetchAll(run, arrived)
  const gone = await settleMissing(run, missing)
  const listed = listedBefore + arrived.length + more.length - gone.length
  await noteSeen(run, listed)
  return { listed, fresh, gone: gone.length }
}

const placeOf = ({ known, mailboxId }: Run): Place => ({ mailboxId, uidvalidity: known.uidvalidity })

const highest = (uids: Iterable<number>) => {
  let most = 0
  for (const uid of uids) if (uid > most) most = uid
  return most
}

async function newcomers(run: Run): Promise<number[]> {
  const arrived = await run.session.search({ above: highest(run.known.uids) })
  return arrived.filter(uid => !run.known.uids.has(uid))
}

/**
 * Fetches all of `todo` in two lanes, oldest and newest in turn, taking in what arrives meanwhile. The last batches of a
 * turn are still being kept while the server is asked for the next.
 */
async function fetchAll(run: Run, todo: number[]) {
  const rest = [...todo]
  const result = { fresh: 0, missing: [] as number[], more: [] as number[] }
  const top = { uid: Math.max(highest(todo), highest(run.known.uids)) }
  const underWay: Fetching[] = []
  const conclude = async () => {
    const { pending, missing } = await underWay[0]!.conclude()
    underWay.shift()
    result.fresh += pending
    result.missing.push(...missing)
  }
  try {
    let oldest = oldestInTurn
    for (let turn = 0; rest.length > 0; turn++) {
      run.signal.throwIfAborted()
      const newest = turn % 2 === 0
      const uids = newest ? rest.splice(-newestInTurn) : rest.splice(0, oldest)
      const began = performance.now()
      underWay.push(await receiveMessages(run, uids))
      const ofTurn = turnMs / (performance.now() - began)
      if (!newest) oldest = Math.round(Math.min(mostInTurn, oldest * 2, Math.max(oldestInTurn, uids.length * ofTurn)))
      if (underWay.length > 1) await conclude()
      await run.progress()
      if (!run.session.stirred()) continue
      const arrived = await run.session.search({ above: top.uid })
      top.uid = Math.max(top.uid, highest(arrived))
      rest.push(...arrived)
      result.more.push(...arrived)
    }
    while (underWay.length > 0) await conclude()
  } finally {
    await Promise.all(underWay.map(each => each.settled()))
  }
  return result
}

/** Keeps the ledger's note of what is listed in step with the server: others may move and delete as they like. */
async function noteChanges(run: Run, listed: number[]): Promise<void> {
  const { context, known, lease } = run
  const now = new Set(listed)
  const vanished = [...known.uids].filter(uid => !now.has(uid) && !known.unlisted.has(uid))
  const returned = [...known.unlisted].filter(uid => now.has(uid))
  if (vanished.length + returned.length === 0) return
  await noteListing(context, { lease, place: placeOf(run), vanished, returned })
  for (const uid of vanished) known.unlisted.add(uid)
  for (const uid of returned) known.unlisted.delete(uid)
}

/** Messages without a body are asked for once more on a freshly opened folder; then they are gone, or withheld. */
async function settleMissing(run: Run, missing: number[]): Promise<number[]> {
  if (missing.length === 0) return []
  await run.session.reopen()
  const listed = new Set(await run.session.search())
  const gone = missing.filter(uid => !listed.has(uid))
  const withheld: number[] = []
  const still = missing.filter(uid => listed.has(uid))
  for (let start = 0; start < still.length; start += oldestInTurn) {
    const fetched = await fetchMessages(run, still.slice(start, start + oldestInTurn))
    withheld.push(...fetched.missing)
    await breathe()
  }
  await noteAbsent(run.context, { lease: run.lease, place: placeOf(run), gone, withheld })
  for (const uid of [...gone, ...withheld]) run.known.uids.add(uid)
  for (const uid of gone) run.known.unlisted.add(uid)
  return gone
}

/** The proof of the acknowledgement: whatever is ours and lacks the keyword gets it again. */
async function flagLeftovers(run: Run): Promise<void> {
  if (!run.session.flags) return
  const unflagged = await run.session.search({ unflagged: true })
  const withheld = new Set(await withheldBefore(run.context, placeOf(run), Number.MAX_SAFE_INTEGER))
  const leftovers = unflagged.filter(uid => run.known.uids.has(uid) && !withheld.has(uid) && !run.reflagged.has(uid))
  for (const uid of leftovers) run.reflagged.add(uid)
  await acknowledge(run, leftovers)
}

/** `fetching`: there may be more to fetch; should we end before that is done, what is missing waits on the server. */
async function noteSeen({ context, known, lease, mailboxId }: Run, seen: number, fetching = false): Promise<void> {
  await commit(context, async trx => {
    await checkFence(trx, lease)
    await trx
      .updateTable('mailbox')
      .set({ uidvalidity: known.uidvalidity, seen, fetching: Number(fetching) })
      .where('id', '=', mailboxId)
      .execute()
  })
}
