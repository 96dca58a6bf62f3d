// The stop button, staff's own entries, times and places.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import {
  amendEntry,
  atom,
  composeEntry,
  jsonFeed,
  moveEntry,
  plain,
  publishDue,
  publishNow,
  readFeed,
  readStop,
  rescheduleEntry,
  restoreEntry,
  resumePublishing,
  setKeyPoint,
  setPinned,
  stopEntry,
  stopPublishing,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { approveLetter, changeWords, editor, readEntry, type Strike, strike } from './strike.ts'

let context: Strike
beforeEach(async () => {
  context = await strike()
})
afterEach(() => context.close())

const feed = async () =>
  readFeed(context.db, await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow(), 'https://x.example')

async function live(name: string): Promise<string> {
  context.clock.at += 1000
  const { id } = await approveLetter(context, { name }, 0)
  await publishDue(context)
  return id
}

test('one press freezes what is in its grace; lifted, each gets its grace anew', async () => {
  const id = await live('Ann')
  const waiting = await approveLetter(context, { name: 'Bob' })
  await stopPublishing(context, editor, context.storyId, { how: 'frozen' })
  context.clock.at += 3_600_000
  expect(await publishDue(context)).toBe(0)
  expect(await publishNow(context, editor, waiting.id)).toMatchObject({ ok: true })
  expect(await publishDue(context)).toBe(0)
  expect(await amendEntry(context, editor, id, { revision: 1, text: 'Other.' })).toMatchObject({ why: 'stopped' })
  expect(await withdrawEntry(context, editor, id, 'legal')).toMatchObject({ ok: true })
  expect(await resumePublishing(context, editor, context.storyId)).toBe(true)
  expect(await readStop(context.db, context.storyId)).toBe(null)
  expect((await readEntry(context, waiting.id)).publish_at).toBe(context.clock.at + 10_000)
  expect(await publishDue(context)).toBe(0)
  context.clock.at += 10_000
  expect(await publishDue(context)).toBe(1)
  expect(await resumePublishing(context, editor, context.storyId)).toBe(false)
})

test('a story that is stopped does not hold up another', async () => {
  const { addTestStory } = await import('./strike.ts')
  await approveLetter(context, {}, 0)
  await stopPublishing(context, editor, context.storyId, { how: 'down', words: 'Back soon.' })
  const other = await addTestStory(context, 'other')
  await approveLetter({ ...context, storyId: other } as Strike, { name: 'Bob' }, 0)
  expect(await publishDue(context)).toBe(1)
  expect(await readStop(context.db, context.storyId)).toMatchObject({ how: 'down', words: 'Back soon.' })
})

test('staff write a note, a quotation, a call-out and somebody’s post, each in its own form', async () => {
  const made = [
    { kind: 'note', words: { headline: 'Talks resume', text: 'Talks *resume* at noon.' } },
    {
      kind: 'quote',
      words: {
        ...{ name: 'Jeremy Hunt', role: 'Health Secretary', text: 'No trade union has the right to veto.' },
        ...{ programme: 'Today Programme', service: 'BBC Radio 4' },
      },
    },
    { kind: 'call-out', words: { text: 'Are you affected? haveyoursay@example.org' } },
    {
      kind: 'post',
      words: {
        ...{ name: 'Dr Sam', service: 'Mastodon', text: 'On the picket line <since> 8.' },
        ...{ url: 'https://social.example/@sam/1' },
      },
    },
  ] as const
  for (const each of made)
    expect(
      await composeEntry(context, editor, { storyId: context.storyId, publishAt: context.now(), ...each }),
    ).toMatchObject({ ok: true })
  await publishDue(context)
  const text = plain(await feed())
  expect(text).toContain('Talks resume\n\nTalks resume at noon.')
  expect(text).toContain(
    'Today Programme\n\nBBC Radio 4\n\nNo trade union has the right to veto.\n\n— Jeremy Hunt, Health Secretary',
  )
  expect(text).toContain('— Dr Sam on Mastodon https://social.example/@sam/1')
  const items = JSON.parse(jsonFeed(await feed())).items
  const quote = items.find((item: { _postbag: { kind: string } }) => item._postbag.kind === 'quote')
  expect(quote.content_html).toBe(
    '<p><strong>Today Programme<br />BBC Radio 4</strong></p>\n<figure>\n<blockquote>\n<p>No trade union has the right to veto.</p>\n</blockquote>\n<figcaption>Jeremy Hunt, Health Secretary</figcaption>\n</figure>',
  )
  const post = items.find((item: { _postbag: { kind: string } }) => item._postbag.kind === 'post')
  expect(post.external_url).toBe('https://social.example/@sam/1')
  expect(post.content_html).toContain('&lt;since&gt;')
  expect(post.content_html).toContain('<a href="https://social.example/@sam/1"')
  expect(atom(await feed())).toContain('<author><name>Jeremy Hunt</name></author>')
})

test('what staff wrote can be stopped before anybody saw it, and comes back; nothing empty or barred is taken', async () => {
  const wish = { storyId: context.storyId, kind: 'note' as const, publishAt: context.now() + 10_000 }
  const made = await composeEntry(context, editor, { ...wish, words: { text: 'Soon.' } })
  if (!made.ok) throw new Error(made.why)
  expect(await stopEntry(context, editor, made.entry.id)).toMatchObject({ ok: true })
  context.clock.at += 60_000
  await publishDue(context)
  expect(await changeWords(context)).toEqual([])
  expect(await restoreEntry(context, editor, made.entry.id)).toMatchObject({ ok: true })
  await publishDue(context)
  expect(await changeWords(context)).toEqual(['1 published 1'])
  expect(await composeEntry(context, editor, { ...wish, words: { text: '  ' } })).toMatchObject({ why: 'no-text' })
  await context.db.insertInto('barred').values({ story_id: context.storyId, position: 0, words: 'Mr X' }).execute()
  expect(
    await composeEntry(context, editor, { ...wish, words: { text: 'Of course', headline: 'Mr X' } }),
  ).toMatchObject({
    why: 'barred',
  })
})

test('a schedule may be hurried, an embargo not; both go live at their time', async () => {
  const at = context.now() + 3_600_000
  const { id } = await approveLetter(context)
  await rescheduleEntry(context, editor, id, { publishAt: at, embargo: true })
  expect(await publishNow(context, editor, id)).toMatchObject({ ok: false, why: 'embargoed' })
  context.clock.at = at - 1
  expect(await publishDue(context)).toBe(0)
  context.clock.at = at
  expect(await publishDue(context)).toBe(1)
  const other = await approveLetter(context)
  await rescheduleEntry(context, editor, other.id, { publishAt: at + 3_600_000, embargo: false })
  expect(await publishNow(context, editor, other.id)).toMatchObject({ ok: true })
  expect(await publishDue(context)).toBe(1)
})

test('moving changes the page and never the feeds, and pins have an order of their own', async () => {
  const ids = [await live('Ann'), await live('Bob'), await live('Cat'), await live('Dan')]
  const page = async () => (await feed()).arranged.map(entry => entry.name)
  expect(await page()).toEqual(['Dan', 'Cat', 'Bob', 'Ann'])
  await moveEntry(context, editor, ids[0]!, 1)
  expect(await page()).toEqual(['Ann', 'Dan', 'Cat', 'Bob'])
  await moveEntry(context, editor, ids[0]!, 'down')
  await moveEntry(context, editor, ids[1]!, 'up')
  expect(await page()).toEqual(['Dan', 'Ann', 'Bob', 'Cat'])
  await moveEntry(context, editor, ids[3]!, 99)
  expect(await page()).toEqual(['Ann', 'Bob', 'Cat', 'Dan'])
  expect((await feed()).entries.map(entry => entry.name)).toEqual(['Dan', 'Cat', 'Bob', 'Ann'])
  expect(await changeWords(context)).toHaveLength(4)
  for (const id of ids.slice(0, 2)) await setPinned(context, editor, id, true)
  expect((await feed()).pins.map(entry => entry.name)).toEqual(['Ann', 'Bob'])
  await moveEntry(context, editor, ids[1]!, 'up')
  expect((await feed()).pins.map(entry => entry.name)).toEqual(['Bob', 'Ann'])
  // What comes later still comes first.
  await live('Eve')
  expect((await page())[0]).toBe('Eve')
})

test('a key point follows its entry: corrected with it, gone with it, six in all', async () => {
  const { id } = await approveLetter(context, { text: 'Operations are postponed. More words.' }, 0)
  await publishDue(context)
  expect(await setKeyPoint(context, editor, id, true)).toMatchObject({ ok: true })
  const points = async () => (await feed()).story.keyPoints
  expect(await points()).toEqual([{ text: 'Operations are postponed.', entryId: id }])
  await amendEntry(context, editor, id, { revision: 1, headline: 'Operations off' })
  expect(await points()).toEqual([{ text: 'Operations off', entryId: id }])
  await withdrawEntry(context, editor, id, 'error')
  expect(await points()).toEqual([])
  for (let position = 0; position < 6; position++)
    await context.db.insertInto('key_point').values({ story_id: context.storyId, position, text: 'x' }).execute()
  expect(await setKeyPoint(context, editor, await live('Bob'), true)).toMatchObject({ why: 'too-many-key-points' })
})

test('a correction is told to readers with its time and stays told; a minor one is not', async () => {
  const id = await live('Chirs')
  await amendEntry(context, editor, id, { revision: 1, name: 'Chris', note: 'An earlier version misspelled the name.' })
  const noted = context.clock.at
  context.clock.at += 60_000
  await amendEntry(context, editor, id, { revision: 2, text: 'Mended.', minor: true })
  const [entry] = (await feed()).entries
  expect(entry!.correction).toEqual({ note: 'An earlier version misspelled the name.', at: noted })
  expect(plain(await feed())).toContain('Correction: An earlier version misspelled the name.')
  await amendEntry(context, editor, id, { revision: 3, note: '' })
  expect((await feed()).entries[0]!.correction).toBe(null)
})

test('an attribution in parts: forms of a name, a role, town and country; a line by hand wins', async () => {
  const id = await live('Katherine Smith')
  const line = async (revision: number, amendment: Record<string, string>) => {
    const made = await amendEntry(context, editor, id, { revision, ...amendment })
    if (!made.ok) throw new Error(made.why)
    return (await feed()).entries[0]!
  }
  expect(await line(1, { nameForm: 'first' })).toMatchObject({ name: 'Katherine', nameForm: 'first' })
  expect(await line(2, { name: 'Katherine Smith', nameForm: 'initials' })).toMatchObject({ name: 'K. S.' })
  expect(
    await line(3, { name: 'Kate', role: 'junior doctor', town: 'Lyon', region: '', country: 'France' }),
  ).toMatchObject({
    line: 'Kate, junior doctor, from Lyon in France, emails:',
    place: 'Lyon in France',
    country: 'France',
  })
  expect(await line(4, { place: 'Northumberland' })).toMatchObject({ place: 'Northumberland', town: '', country: '' })
  expect(await line(5, { ownLine: 'One of many, from a train' })).toMatchObject({ line: 'One of many, from a train:' })
  expect(await line(6, { ownLine: 'Kate told us that' })).toMatchObject({ line: 'Kate told us that' })
  expect(await line(7, { ownLine: '', nameForm: 'withheld' })).toMatchObject({
    name: 'Name withheld',
    nameForm: 'withheld',
  })
  expect(jsonFeed(await feed())).not.toMatch(/Kate|Smith/)
})
