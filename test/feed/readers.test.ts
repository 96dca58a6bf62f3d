// Two real feed readers read our feeds whole: Debian's python3-feedparser and newsboat.
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import Database from 'better-sqlite3'
import { type Feed, lineAsTitle, publishDue, readFeed, tagOf, withdrawEntry } from '../../src/feed/index.ts'
import { publicSite } from '../web/public-site.ts'
import { approveLetter, editor, type Strike, strike } from './strike.ts'

const run = promisify(execFile)
const python = '/usr/bin/python3'
const parserHere = existsSync('/usr/lib/python3/dist-packages/feedparser')
const newsboat = '/usr/bin/newsboat'

/** Skipped, saying so, where the reader is not installed; in CI that is a failure. */
const testWith = (here: boolean, program: string) => (name: string, work: () => Promise<void>) => {
  if (here) test(name, work, 60_000)
  else if (process.env.CI === 'true')
    test(name, () => {
      throw new Error(`cannot run: ${program} is not installed`)
    })
  else test.skip(`${name} (skipped: ${program} is not installed)`, work)
}

let context: Strike
let site: Awaited<ReturnType<typeof publicSite>>
let folder: string
let feed: Feed
beforeAll(async () => {
  context = await strike()
  site = await publicSite(context)
  folder = mkdtempSync(join(tmpdir(), 'postbag-readers-'))
  const odd = ['“Quoted” & <b>', 'Siân O’Brien', '😀 Ann', 'x < y && z > 1', '&lt;i&gt;', 'Zoë ]]> end']
  const ids: string[] = []
  for (let at = 0; at < 30; at++) {
    context.clock.at += 61_000
    const name = odd[at % odd.length]!
    ids.push((await approveLetter(context, { name: `${name} ${at}`, text: `${name}\n\n*${at}* of them.` }, 0)).id)
    await publishDue(context)
  }
  await withdrawEntry(context, editor, ids[5]!, 'asked')
  const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  feed = await readFeed(context.db, story, 'https://live.example.org')
})
afterAll(async () => {
  await site.close()
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

const seconds = (at: number) => Math.floor(at / 1000)
const expected = () =>
  feed.entries.map(entry => [tagOf(feed, 'entry', entry.id), lineAsTitle(entry.line), seconds(entry.publishedAt)])

const script = `
import calendar, feedparser, json, sys
made = feedparser.parse(sys.argv[1])
json.dump({'bozo': bool(made.bozo), 'version': made.version, 'entries': [[e.id, e.title_detail.value, calendar.timegm(e.published_parsed)] for e in made.entries]}, sys.stdout)
`

for (const [ending, version] of [
  ['.atom', 'atom10'],
  ['.rss', 'rss20'],
] as const)
  testWith(parserHere, 'python3-feedparser')(`feedparser reads ${ending} whole: ids, titles, dates`, async () => {
    const { stdout } = await run(python, ['-c', script, `${site.url}/feeds/junior-doctors${ending}`])
    const made = JSON.parse(stdout)
    expect([made.bozo, made.version]).toEqual([false, version])
    const words = (title: string) => title.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    const live = made.entries.filter((entry: [string, string]) => entry[1] !== 'Withdrawn')
    // Its titles come out cleaned as HTML; what is compared is the text they stand for.
    expect(live.map(([id, , at]: [string, string, number]) => [id, at])).toEqual(
      expected().map(([id, , at]) => [id, at]),
    )
    for (const [at, [, title]] of live.entries())
      if (!/[<&]/.test(String(expected()[at]![1]))) expect(words(title)).toBe(expected()[at]![1])
    expect(made.entries.length - live.length).toBe(ending === '.rss' ? 1 : 0)
  })

for (const ending of ['.atom', '.rss'])
  testWith(existsSync(newsboat), 'newsboat')(`newsboat reads ${ending} whole: ids, titles, dates`, async () => {
    const cache = join(folder, `cache${ending}.db`)
    writeFileSync(join(folder, 'urls'), `${site.url}/feeds/junior-doctors${ending}\n`)
    writeFileSync(join(folder, 'config'), '')
    await run(newsboat, ['-u', join(folder, 'urls'), '-c', cache, '-C', join(folder, 'config'), '-x', 'reload'], {
      env: { ...process.env, HOME: folder },
    })
    const database = new Database(cache, { readonly: true })
    const rows = database.prepare('select guid, title, pubDate from rss_item').all() as {
      guid: string
      title: string
      pubDate: number
    }[]
    database.close()
    const live = rows.filter(row => row.title !== 'Withdrawn').map(row => [row.guid, row.pubDate])
    expect(live.sort()).toEqual(
      expected()
        .map(([id, , at]) => [id, at])
        .sort(),
    )
    const titles = new Map(rows.map(row => [row.guid, row.title]))
    // It takes titles for HTML; a plain one is the same in both.
    for (const [id, title] of expected()) if (!/[<&]/.test(String(title))) expect(titles.get(String(id))).toBe(title)
  })
