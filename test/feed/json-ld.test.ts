// schema.org LiveBlogPosting against the property list of the specification, for entries of every kind.
import { expect, test } from '@jest/globals'
import { amendEntry, composedKinds, composeEntry, liveBlogPosting, publishDue, readFeed } from '../../src/feed/index.ts'
import { approveGroup, approveLetter, editor, strike } from './strike.ts'

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
type Thing = { '@type': string; name?: string; text?: string; datePublished?: string }
type Posting = Record<string, unknown> & { author?: Thing | Thing[]; correction?: Thing }

const required = ['@type', '@id', 'url', 'headline', 'datePublished', 'dateModified', 'articleBody']
const allowed = new Set([...required, 'author', 'image', 'inLanguage', 'keywords', 'correction'])

test('LiveBlogPosting has every property of the list and no other, persons by name only, and an end once it is closed', async () => {
  const context = await strike()
  const { id } = await approveLetter(context, {}, 0)
  await approveGroup(context, 'What nurses say', [{ name: 'Ann' }, { name: 'Bob' }], 0)
  for (const kind of composedKinds)
    await composeEntry(context, editor, {
      ...{ storyId: context.storyId, kind, publishAt: context.now() },
      words: { text: 'Words.', name: kind === 'quote' ? 'Jeremy Hunt' : '', tags: ['NHS'], language: 'cy' },
    })
  await publishDue(context)
  await amendEntry(context, editor, id, { revision: 1, text: 'Mended.', note: 'Mended.' })
  const read = async () => {
    const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
    return JSON.parse(liveBlogPosting(await readFeed(context.db, story, 'https://x.example')))
  }
  const made = await read()
  expect(made).toMatchObject({ '@context': 'https://schema.org', '@type': 'LiveBlogPosting' })
  expect(typeof made.headline).toBe('string')
  for (const name of ['datePublished', 'dateModified', 'coverageStartTime'])
    expect([name, made[name]]).toEqual([name, expect.stringMatching(time)])
  expect(made.coverageEndTime).toBe(undefined)
  expect(made.about).toMatchObject({ '@type': 'Event', name: 'Junior doctors’ strike' })
  const updates: Posting[] = made.liveBlogUpdate
  expect(updates).toHaveLength(6)
  for (const update of updates) {
    expect(Object.keys(update).filter(name => !allowed.has(name))).toEqual([])
    expect(required.filter(name => typeof update[name] !== 'string' || update[name] === '')).toEqual([])
    expect(update['@type']).toBe('BlogPosting')
    expect([update.datePublished, update.dateModified]).toEqual([
      expect.stringMatching(time),
      expect.stringMatching(time),
    ])
    for (const author of [update.author ?? []].flat()) expect(Object.keys(author).sort()).toEqual(['@type', 'name'])
  }
  const authors = updates.map(update => [update.author ?? []].flat().map(author => `${author['@type']} ${author.name}`))
  expect(authors).toContainEqual(['Person Ann', 'Person Bob'])
  expect(authors).toContainEqual(['Person Jeremy Hunt'])
  expect(authors).toContainEqual([expect.stringMatching(/^Organization /)])
  expect(updates.find(update => update.correction)!.correction).toMatchObject({ '@type': 'CorrectionComment' })
  await context.db.updateTable('story').set({ status: 'closed', closed_at: context.now() }).execute()
  expect((await read()).coverageEndTime).toMatch(time)
  await context.close()
})
