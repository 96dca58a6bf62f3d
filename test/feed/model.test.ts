// A long random morning: after every step the formats say what a simple model says, entry by entry.
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  amendEntry,
  atom,
  changesJson,
  jsonFeed,
  ninjs,
  plain,
  publishDue,
  readArchiveFeed,
  readChangesWithEntries,
  readFeed,
  restoreEntry,
  rss,
  setPinned,
  unscheduleEntry,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { commit } from '../../src/store/index.ts'
import { approveAgain, approveLetter, editor, type Strike, strike } from './strike.ts'

type Modelled = {
  number: number
  id: string
  state: 'scheduled' | 'live' | 'withdrawn' | 'undone'
  seen: boolean
  revision: number
  word: string
  pinned: boolean
}

const steps = 800

test(`${steps} random steps keep every format equal to the model`, async () => {
  const context = await strike()
  const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
    numRuns: steps * 3,
    seed: 1604,
  })
  let drawn = 0
  const draw = (below: number) => Math.floor(random[drawn++ % random.length]! * below)
  const model: Modelled[] = []
  const order: string[] = []
  const gone = new Set<string>()
  let words = 0
  const newWord = () => `word${++words}x`

  for (let step = 1; step <= steps; step++) {
    context.clock.at += draw(20_000)
    const entry = model[draw(model.length)]
    const kind = draw(10)
    if (!entry || kind < 3) {
      const word = newWord()
      const made = await approveLetter(context, { name: `N${word}`, text: `${word} text` }, draw(15_000))
      model.push({ ...made, state: 'scheduled', seen: false, revision: 1, word, pinned: false })
    } else if (kind < 5) await amend(context, entry, newWord(), gone)
    else if (kind === 5) await withdraw(context, entry, gone)
    else if (kind === 6) await restore(context, entry, gone)
    else if (kind === 7) await pin(context, entry, model)
    else if (kind === 8) await undoOrApprove(context, entry, newWord(), gone)
    await publishDue(context)
    await learn(context, model, order, gone)
    if (step % 200 === 0) await compare(context, model, order, gone)
  }
  await compare(context, model, order, gone)
  await context.close()
}, 120_000)

async function amend(context: Strike, entry: Modelled, word: string, gone: Set<string>) {
  const result = await amendEntry(context, editor, entry.id, {
    revision: entry.revision,
    name: `N${word}`,
    text: `${word} text`,
  })
  expect(result.ok).toBe(entry.state === 'live' || entry.state === 'scheduled')
  if (!result.ok) return
  gone.add(entry.word)
  Object.assign(entry, { revision: entry.revision + 1, word })
}

async function withdraw(context: Strike, entry: Modelled, gone: Set<string>) {
  const result = await withdrawEntry(context, editor, entry.id, 'error')
  expect(result.ok).toBe(entry.state === 'live')
  if (!result.ok) return
  gone.add(entry.word)
  Object.assign(entry, { state: 'withdrawn', pinned: false })
}

async function restore(context: Strike, entry: Modelled, gone: Set<string>) {
  const result = await restoreEntry(context, editor, entry.id)
  const can = entry.seen && (entry.state === 'withdrawn' || entry.state === 'undone')
  expect(result.ok).toBe(can)
  if (!result.ok) return
  gone.delete(entry.word)
  entry.state = 'scheduled'
}

async function pin(context: Strike, entry: Modelled, model: Modelled[]) {
  const result = await setPinned(context, editor, entry.id, !entry.pinned)
  const full = model.filter(each => each.pinned).length >= 3
  expect(result.ok).toBe(entry.state === 'live' && (entry.pinned || !full))
  if (result.ok) entry.pinned = !entry.pinned
}

/** Undoes an approval in its grace; approves again what is withdrawn or undone. */
async function undoOrApprove(context: Strike, entry: Modelled, word: string, gone: Set<string>) {
  if (entry.state === 'scheduled') {
    await commit(context, trx => unscheduleEntry(trx, entry.number))
    gone.add(entry.word)
    entry.state = 'undone'
  } else if (entry.state !== 'live') {
    await approveAgain(context, entry.number, { name: `N${word}`, text: `${word} text` }, 0)
    gone.add(entry.word)
    Object.assign(entry, { state: 'scheduled', revision: entry.revision + 1, word })
  }
}

/** What the due-work round has made live. */
async function learn(context: Strike, model: Modelled[], order: string[], gone: Set<string>) {
  const rows = await context.db
    .selectFrom('entry')
    .select(['id', 'state'])
    .where('state', '=', 'live')
    .orderBy('published_at')
    .execute()
  const live = new Set(rows.map(row => row.id))
  for (const row of rows) if (!order.includes(row.id)) order.push(row.id)
  for (const entry of model)
    if (entry.state === 'scheduled' && live.has(entry.id)) {
      Object.assign(entry, { state: 'live', seen: true })
      gone.delete(entry.word)
    }
}

async function compare(context: Strike, model: Modelled[], order: string[], gone: Set<string>) {
  const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  const feed = await readFeed(context.db, story, 'https://x.example', 5_000)
  const live = [...order].reverse().flatMap(id => model.filter(entry => entry.id === id && entry.state === 'live'))
  expect(feed.entries.map(({ id, revision, pinned }) => ({ id, revision, pinned }))).toEqual(
    live.map(({ id, revision, pinned }) => ({ id, revision, pinned })),
  )
  const withdrawn = model.filter(entry => entry.seen && entry.state !== 'live').map(entry => entry.id)
  expect(feed.withdrawn.map(each => each.id).sort()).toEqual(withdrawn.sort())

  const items: { id: string; content_text: string }[] = JSON.parse(jsonFeed(feed)).items
  expect(items.map(item => item.id.split('/').at(-1))).toEqual(live.map(entry => entry.id))
  expect(items.map(item => item.content_text.split('\n\n')[1])).toEqual(live.map(entry => `${entry.word} text`))
  const idsIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(found => found[1])
  expect(idsIn(atom(feed), /<entry><id>[^<]*\/entry\/([^<]+)</g)).toEqual(live.map(entry => entry.id))
  expect(idsIn(rss(feed), /<link>[^<]*\/entries\/([^<]+)</g)).toEqual(live.map(entry => entry.id))

  const changes = changesJson(feed, await readChangesWithEntries(context.db, story, 0, 100_000))
  const archives: string[] = []
  for (let number = 1; ; number++) {
    const archive = await readArchiveFeed(context.db, story, 'https://x.example', number)
    if (!archive) break
    archives.push(atom(archive), jsonFeed(archive))
  }
  const everything = [atom, rss, jsonFeed, ninjs, plain].map(serialise => serialise(feed)).concat(changes, archives)
  const written = new Set(everything.join(' ').match(/word\d+x/g))
  expect([...written].filter(word => gone.has(word))).toEqual([])
  const seqs: number[] = JSON.parse(changes).items.map((item: { seq: number }) => item.seq)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
}
