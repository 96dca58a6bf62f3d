// Whatever stands in the private fields of a submission or an entry, no output may hold it.
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  atom,
  changesJson,
  jsonFeed,
  liveBlogPosting,
  ninjs,
  plain,
  publishDue,
  readChangesWithEntries,
  readFeed,
  rss,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { approveLetter, strike } from './strike.ts'

const canary = 'canary7f3a'
const outputs = { atom, rss, jsonFeed, ninjs, plain, liveBlogPosting }

test('a thousand random letters with canaries in every private field: none in any format, and all XML is well formed', async () => {
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
  const letters = fc.sample(fc.record({ name: hostile, place: hostile, verb: hostile, text: hostile }), 1000)
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
  for (const id of ids.slice(0, 300)) await withdrawEntry(context, canary, id, 'legal')
  const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  const feed = await readFeed(context.db, story, 'https://live.example.org', 1000)
  expect(feed.entries).toHaveLength(700)
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
  await context.close()
}, 60_000)
