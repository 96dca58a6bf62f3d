import { expect, test } from '@jest/globals'
import { approve, hold, reject } from '../../src/desk/decisions.ts'
import { moveToStory, putIntoQueue, retryParked, setPointOfView } from '../../src/desk/placing.ts'
import { itemsInView, listQueue, neighbours, type QueueQuery, readRow, type Sort } from '../../src/desk/queue.ts'
import { addStory } from '../../src/desk/stories.ts'
import { readSubmission } from '../../src/desk/submission.ts'
import { undo } from '../../src/desk/undo.ts'
import { countViews } from '../../src/desk/view.ts'
import { amendEntry } from '../../src/feed/index.ts'
import { addEmail, type Desk, openDesk } from './cast.ts'

const numbers = async (desk: Desk, query: Partial<QueueQuery> = {}) =>
  (await listQueue(desk.context, { storyId: desk.story.id, view: 'waiting', ...query })).rows.map(row => row.number)

/** Every number of a view, read window by window. */
async function walk(desk: Desk, query: Partial<QueueQuery>): Promise<number[]> {
  const found: number[] = []
  let after: number | undefined
  do {
    const page = await listQueue(desk.context, { storyId: desk.story.id, view: 'waiting', limit: 3, ...query, after })
    found.push(...page.rows.map(row => row.number))
    after = page.next ?? undefined
  } while (after !== undefined)
  return found
}

test('the order is that of arrival, not of number, and ties go by number', async () => {
  const desk = await openDesk()
  const at = desk.context.now()
  const late = await addEmail(desk, { received_at: at })
  const early = await addEmail(desk, { received_at: at - 5000 })
  const tie = await addEmail(desk, { received_at: at })
  expect(await numbers(desk)).toEqual([early, late, tie])
  expect(await numbers(desk, { sort: 'newest' })).toEqual([tie, late, early])
  await desk.context.close()
})

test('in every order, windows read one after the other hold each email once', async () => {
  const desk = await openDesk()
  const at = desk.context.now()
  const all: number[] = []
  for (let index = 0; index < 17; index++)
    all.push(
      await addEmail(desk, {
        received_at: at - (index % 5) * 1000,
        photos: index % 3 === 0 ? 1 : 0,
        findings: index % 4 === 0 ? [['phone', 'warn']] : [],
      }),
    )
  const orders: Record<Sort, number[]> = {
    oldest: await walk(desk, { sort: 'oldest' }),
    newest: await walk(desk, { sort: 'newest' }),
    photos: await walk(desk, { sort: 'photos' }),
    flagged: await walk(desk, { sort: 'flagged' }),
  }
  for (const order of Object.values(orders)) expect(order.toSorted((a, b) => a - b)).toEqual(all)
  expect(orders.newest).toEqual(orders.oldest.toReversed())
  const rows = await Promise.all(orders.photos.map(number => readRow(desk.context, number)))
  expect(rows.slice(0, 6).every(row => row!.photos > 0)).toBe(true)
  const flags = await Promise.all(orders.flagged.map(number => readRow(desk.context, number)))
  expect(flags.slice(0, 5).every(row => row!.flagged)).toBe(true)
  await desk.context.close()
})

test('a row says what a moderator needs, its tags worst first', async () => {
  const desk = await openDesk()
  const contributor = 'c1'
  await desk.context.db
    .insertInto('contributor')
    .values({ id: contributor, address: 'k@example.org', created_at: 0 })
    .execute()
  await addEmail(desk, { contributor_id: contributor })
  const number = await addEmail(desk, {
    contributor_id: contributor,
    anonymous: 1,
    photos: 2,
    text: `Line one\n\nline two ${'x'.repeat(500)}`,
    findings: [
      ['all-clear', 'ok'],
      ['phone', 'warn', '07700 900123'],
      ['accusation', 'bad', 'killed'],
      ['phone', 'warn', '07700 900124'],
    ],
  })
  const row = (await readRow(desk.context, number))!
  expect(row.name).toBe('Name withheld')
  expect(row.excerpt.startsWith('Line one line two xxx')).toBe(true)
  expect(row.excerpt).toHaveLength(240)
  expect(row.blocked).toBe(true)
  expect(row.tags.map(tag => tag.check)).toEqual(['accusation', 'phone', 'asked-anonymous', 'photo', 'written-before'])
  await desk.context.close()
})

test('filters narrow the view: a check, photos, a point of view, a contributor', async () => {
  const desk = await openDesk()
  const plain = await addEmail(desk)
  const phone = await addEmail(desk, { findings: [['phone', 'warn']] })
  const photo = await addEmail(desk, { photos: 1 })
  await setPointOfView(desk.context, desk.rob, plain, 'for')
  expect(await numbers(desk, { flag: 'phone' })).toEqual([phone])
  expect(await numbers(desk, { photo: true })).toEqual([photo])
  expect(await numbers(desk, { view: 'photos' })).toEqual([photo])
  expect(await numbers(desk, { view: 'flagged' })).toEqual([phone])
  expect(await numbers(desk, { pointOfView: 'for' })).toEqual([plain])
  expect(await numbers(desk, { pointOfView: 'none' })).toEqual([phone, photo])
  expect(await numbers(desk, { from: 'nobody' })).toEqual([])
  await desk.context.close()
})

test('a search finds words in the view, newest first, in windows; #412 finds that one', async () => {
  const desk = await openDesk()
  const found: number[] = []
  for (let index = 0; index < 7; index++)
    found.push(await addEmail(desk, { original: `consultant number ${index}`, text: 'short' }))
  const other = await addEmail(desk)
  await reject(desk.context, desk.rob, found[0]!, { version: 1 })
  expect(await walk(desk, { q: 'consultant' })).toEqual(found.slice(1).toReversed())
  expect(await numbers(desk, { q: 'consultant', view: 'rejected' })).toEqual([found[0]])
  expect(await numbers(desk, { q: `#${other}` })).toEqual([other])
  expect(await numbers(desk, { q: '"; drop table' })).toEqual([])
  await desk.context.close()
})

test('a search finds a word in either number, and the last as a beginning where no email holds it as a word', async () => {
  const desk = await openDesk()
  const one = await addEmail(desk, { original: 'A nurse on the ward told me', text: 'A nurse on the ward told me' })
  const two = await addEmail(desk, { original: 'Nurses at work', text: `${'word '.repeat(90)}Nurses at work` })
  const far = await addEmail(desk, { original: 'The nursery was shut', text: 'The nursery was shut' })
  expect(await numbers(desk, { q: 'nurse' })).toEqual([two, one])
  expect(await numbers(desk, { q: 'nurses ward' })).toEqual([one])
  expect(await numbers(desk, { q: 'nurs' })).toEqual([far, two, one])
  expect(await numbers(desk, { q: 'ward nurs' })).toEqual([one])
  const { rows } = await listQueue(desk.context, { storyId: desk.story.id, view: 'waiting', q: 'nurse' })
  expect(rows[0]!.excerpt).toMatch(/^… .*word Nurses at work$/)
  await desk.context.close()
})

test('the search knows the words that were published, amended ones too', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  const made = await approve(desk.context, desk.editor, number, { version: 1, text: 'Wrongly speled' })
  if (!made.ok) throw new Error(made.why)
  expect(await numbers(desk, { view: 'approved', q: 'speled' })).toEqual([number])
  await amendEntry(desk.context, desk.editor.id, made.entry.id, { revision: 1, text: 'Rightly spelled' })
  expect(await numbers(desk, { view: 'approved', q: 'speled' })).toEqual([])
  expect(await numbers(desk, { view: 'approved', q: 'spelled doctors' })).toEqual([number])
  await desk.context.close()
})

test('each view holds its own, and its count is the number of its rows', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await approve(desk.context, desk.rob, number, { version: 1 })
  await hold(desk.context, desk.rob, await addEmail(desk), { version: 1 })
  await hold(desk.context, desk.rob, await addEmail(desk), { version: 1, needs: 'editor' })
  await addEmail(desk, { photos: 3, findings: [['phone', 'warn']] })
  await addEmail(desk, { story_id: null })
  await addEmail(desk, { stage: 'aside', state: null, stage_why: 'auto-reply' })
  await addEmail(desk, { stage: 'parked', state: null, story_id: null, stage_why: 'no end' })
  const counts = await countViews(desk.context, desk.story.id)
  expect(counts).toEqual({
    waiting: 1,
    urgent: 0,
    flagged: 1,
    photos: 1,
    held: 2,
    'second-approval': 1,
    approved: 1,
    rejected: 0,
    spam: 0,
    aside: 1,
    parked: 1,
    unrouted: 1,
  })
  for (const [view, count] of Object.entries(counts))
    expect([view, await numbers(desk, { view: view as QueueQuery['view'] })].flat()).toHaveLength(count + 1)
  await desk.context.close()
})

test('all of a view, as it was drawn: what came or changed since is left out', async () => {
  const desk = await openDesk()
  const [first, second] = [await addEmail(desk), await addEmail(desk)]
  const { seq } = await desk.context.db
    .selectFrom('event')
    .select(eb => eb.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  await addEmail(desk)
  await hold(desk.context, desk.ann, second, { version: 1 })
  await undo(desk.context, desk.ann, second, { decision: 'hold', version: 2 })
  const query = { storyId: desk.story.id, view: 'waiting' as const }
  expect(await itemsInView(desk.context, query, seq)).toEqual([{ number: first, version: 1 }])
  expect(await itemsInView(desk.context, { ...query, view: 'spam' }, seq)).toEqual([])
  await desk.context.close()
})

test('previous and next follow the order of the view', async () => {
  const desk = await openDesk()
  const at = desk.context.now()
  const [first, second, third] = [
    await addEmail(desk, { received_at: at - 3 }),
    await addEmail(desk, { received_at: at - 2 }),
    await addEmail(desk, { received_at: at - 1 }),
  ]
  const query = { storyId: desk.story.id, view: 'waiting' as const }
  expect(await neighbours(desk.context, query, second)).toEqual({ previous: first, next: third })
  expect(await neighbours(desk.context, query, first)).toEqual({ previous: null, next: second })
  await desk.context.close()
})

test('an email moves to another story against the version seen, but not once it is approved', async () => {
  const desk = await openDesk()
  const other = await addStory(desk.context, 'system', { slug: 'floods', title: 'Floods' })
  if (!other.ok) throw new Error()
  const number = await addEmail(desk)
  const wish = { version: 1, storyId: other.story.id }
  expect(await moveToStory(desk.context, desk.rob, number, wish)).toMatchObject({
    ok: true,
    submission: { version: 2 },
  })
  expect(await moveToStory(desk.context, desk.ann, number, wish)).toMatchObject({ why: 'stale', by: 'Rob' })
  expect((await readSubmission(desk.context, number))!.story!.slug).toBe('floods')
  await approve(desk.context, desk.rob, number, { version: 2 })
  const back = { version: 3, storyId: desk.story.id }
  expect(await moveToStory(desk.context, desk.rob, number, back)).toMatchObject({ why: 'decided' })
  await desk.context.close()
})

test('a parked email is sent to be read again, and mail filed aside comes into the queue', async () => {
  const desk = await openDesk()
  const parked = await addEmail(desk, { stage: 'parked', state: null, attempts: 3, stage_why: 'no end' })
  const aside = await addEmail(desk, { stage: 'aside', state: null, stage_why: 'auto-reply' })
  expect(await retryParked(desk.context, desk.viewer, parked)).toMatchObject({ why: 'not-allowed' })
  expect(await retryParked(desk.context, desk.rob, parked)).toMatchObject({ ok: true })
  expect(await readSubmission(desk.context, parked)).toMatchObject({ stage: 'received', stageWhy: null })
  expect(await retryParked(desk.context, desk.rob, parked)).toMatchObject({ why: 'not-parked' })
  expect(await putIntoQueue(desk.context, desk.rob, aside)).toMatchObject({ ok: true })
  expect((await readSubmission(desk.context, aside))!.contributor).toMatchObject({ written: 1 })
  expect(await numbers(desk)).toEqual([aside])
  await desk.context.close()
})

test('the pane shows folds with their words, findings with their sentences, and where the name came from', async () => {
  const desk = await openDesk()
  const original = 'I agree.\n\nOn Monday you wrote:\n> one\n> two'
  const number = await addEmail(desk, {
    original,
    text: 'I agree.',
    name_kind: 'header',
    name_start: 0,
    name_end: 0,
    name_words: 'Katherine Ashby',
    findings: [
      ['length', 'info', ''],
      ['phone', 'warn', '07700 900123'],
    ],
  })
  const fold = { submission_number: number, position: 0, kind: 'quote', start: 10, end: original.length }
  await desk.context.db.insertInto('fold').values(fold).execute()
  const submission = (await readSubmission(desk.context, number))!
  expect(submission.folds[0]!.label).toBe('Quoted text cut · 3 lines')
  expect(submission.findings.map(finding => finding.level)).toEqual(['warn', 'info'])
  expect(submission.findings.every(finding => finding.sentence.endsWith('.'))).toBe(true)
  expect(submission.nameFrom).toMatchObject({ kind: 'header', words: 'Katherine Ashby', confidence: 'sure' })
  await desk.context.close()
})
