import { afterEach, beforeEach, expect, test } from '@jest/globals'
import {
  amendEntry,
  atom,
  jsonFeed,
  publishDue,
  readArchiveFeed,
  readFeed,
  rss,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { approveLetter, editor, type Strike, strike } from './strike.ts'

let context: Strike
const ids: string[] = []
beforeEach(async () => {
  context = await strike()
  ids.length = 0
})
afterEach(() => context.close())

async function publish(count: number) {
  for (let at = 0; at < count; at++) {
    context.clock.at += 1
    ids.push((await approveLetter(context, { name: `Reader ${ids.length + 1}` }, 0)).id)
  }
  await publishDue(context)
}
const story = () => context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
const current = async () => readFeed(context.db, await story(), 'https://x.example')
const archive = async (number: number) => readArchiveFeed(context.db, await story(), 'https://x.example', number)

test('every fifty first publications make an archive whose members never change', async () => {
  await publish(49)
  expect(await archive(1)).toBe(null)
  expect((await current()).archive).toEqual({ number: null, previous: null, next: null })
  await publish(73)
  expect((await archive(1))!.entries.map(entry => entry.id)).toEqual(ids.slice(0, 50).reverse())
  expect((await archive(2))!.entries.map(entry => entry.id)).toEqual(ids.slice(50, 100).reverse())
  expect(await archive(3)).toBe(null)
  expect((await archive(1))!.archive).toEqual({ number: 1, previous: null, next: 2 })
  expect((await current()).archive.previous).toBe(2)
})

test('the current feed and its archives together hold every entry', async () => {
  await publish(177)
  const seen = new Set((await current()).entries.map(entry => entry.id))
  for (const number of [1, 2, 3]) for (const entry of (await archive(number))!.entries) seen.add(entry.id)
  expect(seen.size).toBe(177)
})

test('a withdrawn member is replaced by its tombstone; news elsewhere leaves the bytes as they were', async () => {
  await publish(120)
  const before = [atom, rss, jsonFeed].map(async serialise => serialise((await archive(1))!))
  await publish(1)
  await withdrawEntry(context, editor, ids[70]!, 'error')
  const after = [atom, rss, jsonFeed].map(async serialise => serialise((await archive(1))!))
  expect(await Promise.all(after)).toEqual(await Promise.all(before))
  await withdrawEntry(context, editor, ids[7]!, 'asked')
  const changed = (await archive(1))!
  expect(changed.entries).toHaveLength(49)
  expect(changed.withdrawn.map(gone => gone.id)).toEqual([ids[7]])
  expect(atom(changed)).toContain('<fh:archive/>')
  expect(atom(changed)).not.toContain('>Reader 8,')
})

test('a late change of an old entry re-appears in the current feed, below the newer ones', async () => {
  await publish(60)
  context.clock.at += 60_000
  await amendEntry(context, editor, ids[2]!, { revision: 1, text: 'Corrected late.' })
  const feed = await current()
  expect(feed.entries.map(entry => entry.id)).not.toContain(ids[2])
  expect(feed.late.map(entry => entry.id)).toContain(ids[2])
  for (const serialise of [atom, rss, jsonFeed]) expect(serialise(feed)).toContain('Corrected late.')
  await publish(60)
  expect((await current()).late.map(entry => entry.id)).not.toContain(ids[2])
  expect(jsonFeed((await archive(1))!)).toContain('Corrected late.')
})

test('documents lead from one to the next', async () => {
  await publish(150)
  expect(atom(await current())).toContain(
    'rel="prev-archive" href="https://x.example/feeds/junior-doctors/archive/3.atom"',
  )
  const second = (await archive(2))!
  expect(atom(second)).toContain('rel="current" href="https://x.example/feeds/junior-doctors.atom"')
  expect(atom(second)).toContain(
    'rel="self" type="application/atom+xml" href="https://x.example/feeds/junior-doctors/archive/2.atom"',
  )
  expect(atom(second)).toContain('rel="prev-archive" href="https://x.example/feeds/junior-doctors/archive/1.atom"')
  expect(atom(second)).toContain('rel="next-archive" href="https://x.example/feeds/junior-doctors/archive/3.atom"')
  expect(JSON.parse(jsonFeed(second)).next_url).toBe('https://x.example/feeds/junior-doctors/archive/1.json')
})
