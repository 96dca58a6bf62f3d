// Whatever stands in the private fields of a submission or an entry, no output may hold it; and whatever readers are
// called and write, two parsers that are not ours read every entry back.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  atom,
  changesJson,
  csv,
  type Feed,
  jsonFeed,
  lineAsTitle,
  liveBlogPosting,
  ninjs,
  plain,
  publishDue,
  readArchive,
  readChangesWithEntries,
  readFeed,
  rss,
  tagOf,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { openEverywhere } from './everywhere.ts'
import { approveLetter, strike } from './strike.ts'

const canary = 'canary7f3a'
const outputs = { atom, rss, jsonFeed, ninjs, plain, liveBlogPosting }

/** `npm run drills` takes the whole number. */
const count = process.env.DRILLS === 'full' ? 10_000 : 1_000

test(`${count} random letters with canaries in every private field: none in any output, and two other parsers read the XML whole [T17]`, async () => {
  const context = await strike()
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      ']]>',
      '<!--',
      '&amp;',
      '<?xml',
      '\u0000\u0008\u001b[31m',
      '\ud800',
      '\u202Egnp.exe',
      '*'.repeat(50),
      '[x](javascript:1)',
      '\ufffe\uffff',
    ),
  )
  const letters = fc.sample(fc.record({ name: hostile, place: hostile, verb: hostile, text: hostile }), count)
  const secret = `${canary}@example.org`
  await context.db.updateTable('story').set({ title: 'Strike' }).execute()
  const ids: string[] = []
  for (const words of letters) {
    const { number, id } = await approveLetter(context, words, 0)
    ids.push(id)
    const contributor = `${canary}-${number}`
    await context.db
      .insertInto('contributor')
      .values({ id: contributor, address: `${number}${secret}`, name: canary, created_at: 0 })
      .execute()
    await context.db
      .updateTable('submission')
      .set({
        contributor_id: contributor,
        from_address: secret,
        from_name: canary,
        to_address: secret,
        subject: canary,
        original: canary,
        text: canary,
        message_id: `<${secret}>`,
        point_of_view: 'against',
        reason: canary,
        decided_by: canary,
        name_words: canary,
        place_words: canary,
      })
      .where('number', '=', number)
      .execute()
  }
  await context.db.updateTable('revision').set({ made_by: canary }).execute()
  await publishDue(context)
  for (const id of ids.slice(0, count * 0.3)) await withdrawEntry(context, canary, id, 'legal')
  const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  const feed = await readFeed(context.db, story, 'https://live.example.org', count)
  expect(feed.entries).toHaveLength(count * 0.7)
  for (const [format, serialise] of Object.entries(outputs)) {
    const made = serialise(feed)
    expect([format, made.includes(canary)]).toEqual([format, false])
    expect([format, made.includes('against')]).toEqual([format, false])
    expect([format, made.isWellFormed()]).toEqual([format, true])
    // XML 1.0 section 2.2.
    if (format === 'atom' || format === 'rss')
      expect([format, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(made)]).toEqual([format, false])
  }
  for (let since = 0, more = true; more; ) {
    const changes = await readChangesWithEntries(context.db, story, since)
    expect(changesJson(feed, changes)).not.toContain(canary)
    more = changes.next > since
    since = changes.next
  }
  expect(csv(await readArchive(context.db, story.id))).not.toContain(canary)
  const everywhere = await openEverywhere(context)
  for (const path of await everywhere.addresses())
    expect([path, (await everywhere.get(path)).includes(canary)]).toEqual([path, false])
  for (const [file, text] of await everywhere.files()) expect([file, text.includes(canary)]).toEqual([file, false])
  expect(JSON.stringify(await everywhere.events(story.feed_seq))).not.toContain(canary)
  await everywhere.close()
  readBack(feed)
  await context.close()
}, 600_000)

const script = `
import calendar, json, sys
import xml.etree.ElementTree as tree
sys.path.append('/usr/lib/python3/dist-packages')
a = '{http://www.w3.org/2005/Atom}'
atom = [[e.findtext(a + 'id'), e.findtext(a + 'title')] for e in tree.parse(sys.argv[1]).getroot().iter(a + 'entry')]
rss = [[e.findtext('guid'), e.findtext('title')] for e in tree.parse(sys.argv[2]).getroot().iter('item')]
made = {'atom': atom, 'rss': rss}
try:
    import feedparser
    for name, file in (('parsedAtom', sys.argv[1]), ('parsedRss', sys.argv[2])):
        read = feedparser.parse(file)
        made[name] = [bool(read.bozo), [[e.id, calendar.timegm(e.published_parsed)] for e in read.entries]]
except ImportError:
    pass
json.dump(made, sys.stdout)
`

/** Expat, which takes nothing that is not well formed, and feedparser: ids, titles and dates as they were written. */
function readBack(feed: Feed): void {
  const python = '/usr/bin/python3'
  if (!existsSync(python)) return
  const folder = mkdtempSync(join(tmpdir(), 'postbag-canary-'))
  const files = [join(folder, 'feed.atom'), join(folder, 'feed.rss')]
  writeFileSync(files[0]!, atom(feed))
  writeFileSync(files[1]!, rss(feed))
  const made = JSON.parse(
    execFileSync(python, ['-c', script, ...files], { encoding: 'utf8', maxBuffer: 1e9, env: { PYTHONUTF8: '1' } }),
  )
  rmSync(folder, { recursive: true })
  const ids = feed.entries.map(entry => tagOf(feed, 'entry', entry.id))
  const gone = feed.withdrawn.map(each => tagOf(feed, 'entry', each.id))
  const titles = feed.entries.map(entry => holdable(lineAsTitle(entry.line)))
  const dates = feed.entries.map(entry => Math.floor(entry.publishedAt / 1000))
  expect(made.atom).toEqual(ids.map((id, at) => [id, titles[at]]))
  expect(made.rss).toEqual([...ids.map((id, at) => [id, titles[at]]), ...gone.map(id => [id, 'Withdrawn'])])
  if (!made.parsedAtom) return
  expect(made.parsedAtom).toEqual([false, ids.map((id, at) => [id, dates[at]])])
  const live = made.parsedRss[1].slice(0, ids.length)
  expect([made.parsedRss[0], live, made.parsedRss[1].length]).toEqual([false, made.parsedAtom[1], count])
}

/** What XML 1.0 can hold of a text (section 2.2). */
const holdable = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
