// Golden files: what a serialiser writes for one believable feed. A change of a byte is a change of a contract.
// To write one anew, delete it, run the test once, and read what was written.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import {
  amendEntry,
  atom,
  changesJson,
  type Feed,
  jsonFeed,
  liveBlogPosting,
  ninjs,
  plain,
  publishDue,
  readChangesWithEntries,
  readFeed,
  rss,
  setPinned,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { saveInstallation } from '../../src/store/index.ts'
import { approveLetter, editor, type Strike, strike } from './strike.ts'

const folder = resolve(import.meta.dirname, 'golden')
let context: Strike
let feed: Feed
let names: Map<string, string>

beforeAll(async () => {
  context = await strike()
  const facts = { newsroom: 'The Example', language: 'en-GB', tagAuthority: 'example.org', tagDate: '2016' }
  await saveInstallation(context.db, facts)
  await context.db
    .updateTable('story')
    .set({
      headline: 'Junior doctors’ strike: your views',
      standfirst: 'Emails & views.',
      byline: 'By Ann Lee and Rob Fox',
    })
    .execute()
  await context.db
    .insertInto('key_point')
    .values({ story_id: context.storyId, position: 0, text: 'First all-out stoppage' })
    .execute()
  const ids: string[] = []
  const publish = async (words: Parameters<typeof approveLetter>[1]) => {
    context.clock.at += 60_000
    ids.push((await approveLetter(context, words, 0)).id)
    await publishDue(context)
  }
  await publish({})
  await publish({
    name: 'Chirs Boshell',
    place: 'Birmingham',
    verb: 'writes',
    text: 'A job where you’re not supported.',
  })
  await publish({
    name: 'Peter Wallace',
    place: 'Liverpool',
    verb: 'told us that',
    text: 'despite it all he\nstands firm.\n\n“We *must*.”',
  })
  await publish({ name: '', place: 'Leeds', text: '<script>alert(1)</script> ]]> & “5 > 3”.' })
  await publish({
    name: 'Name withheld',
    place: 'Northumberland',
    text: 'See [the figures](https://example.org/?a=1&b=2).',
  })
  await publish({ name: 'Gone Person', text: 'These words are withdrawn.' })
  context.clock.at += 60_000
  await amendEntry(context, editor, ids[1]!, { revision: 1, name: 'Chris Boshell' })
  await setPinned(context, editor, ids[0]!, true)
  await withdrawEntry(context, editor, ids[5]!, 'asked')
  const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  feed = await readFeed(context.db, story, 'https://live.example.org')
  // Ids are random; the golden files say which one they mean.
  names = new Map([...ids.map((id, at): [string, string] => [id, `ENTRY-${at + 1}`]), [context.storyId, 'STORY']])
})
afterAll(() => context.close())

const named = (made: string) => [...names].reduce((text, [id, name]) => text.replaceAll(id, name), made)

function expectGolden(file: string, made: string) {
  const path = resolve(folder, file)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, named(made))
    throw new Error(`${file} was missing and has been written: read it, then run the test again`)
  }
  expect(named(made)).toBe(readFileSync(path, 'utf8'))
}

test.each([
  ['feed.atom', atom],
  ['feed.rss', rss],
  ['feed.json', jsonFeed],
  ['feed.ninjs.json', ninjs],
  ['feed.txt', plain],
  ['live-blog-posting.json', liveBlogPosting],
] as [string, (feed: Feed) => string][])('%s is as agreed', (file, serialise) => {
  expectGolden(file, serialise(feed))
})

test('changes.json is as agreed, and never holds words that were withdrawn', async () => {
  const made = changesJson(feed, await readChangesWithEntries(context.db, { id: context.storyId }, 0))
  expect(made).not.toContain('withdrawn.')
  expect(made).not.toContain('Chirs')
  expectGolden('changes.json', made)
})

test('the same rows make the same bytes', async () => {
  const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  const again = await readFeed(context.db, story, 'https://live.example.org')
  for (const serialise of [atom, rss, jsonFeed, ninjs, plain]) expect(serialise(again)).toBe(serialise(feed))
})

test('a withdrawn entry leaves its tombstone and none of its words, in every format', () => {
  for (const serialise of [atom, rss, jsonFeed, ninjs, plain, liveBlogPosting]) {
    expect(serialise(feed)).not.toContain('These words')
    expect(serialise(feed)).not.toContain('Gone Person')
  }
  const [gone] = feed.withdrawn
  expect(atom(feed)).toContain(`<at:deleted-entry ref="tag:example.org,2016:postbag/entry/${gone?.id}"`)
  expect(JSON.parse(jsonFeed(feed))._postbag.withdrawn).toHaveLength(1)
  expect(rss(feed)).toContain('<title>Withdrawn</title>')
  expect(JSON.parse(ninjs(feed)).associations.at(-1).pubstatus).toBe('canceled')
})

test('a tombstone stays 30 days by the feed’s own clock', async () => {
  const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  const day = 24 * 3_600_000
  for (const [days, count] of [
    [29, 1],
    [31, 0],
  ] as const) {
    await context.db
      .updateTable('feed_change')
      .set({ at: feed.withdrawn[0]!.withdrawnAt + days * day })
      .where('seq', '=', story.feed_seq)
      .execute()
    expect((await readFeed(context.db, story, 'https://x.example')).withdrawn).toHaveLength(count)
  }
})
