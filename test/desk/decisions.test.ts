import { expect, test } from '@jest/globals'
import { approve, hold, markSpam, reject } from '../../src/desk/decisions.ts'
import { readDraft, saveDraft } from '../../src/desk/draft.ts'
import { history } from '../../src/desk/history.ts'
import { readSubmission } from '../../src/desk/submission.ts'
import { publishDue } from '../../src/feed/index.ts'
import { brokenEvent, searchNumbers } from '../../src/store/index.ts'
import { addEmail, openDesk } from './cast.ts'

test('an approval takes the proposal for every field left out, and schedules the entry after the grace', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  const answer = await approve(desk.context, desk.rob, number, { version: 1 })
  if (!answer.ok) throw new Error(answer.why)
  expect(answer.submission).toEqual({ number, version: 2, state: 'approved', needs: null })
  expect(answer.entry.state).toBe('scheduled')
  expect(answer.entry.publishAt).toBe(desk.context.now() + 10_000)
  const { entry, decidedBy } = (await readSubmission(desk.context, number))!
  expect(entry!.line).toBe('Katherine, from Ruislip in Middlesex, emails:')
  expect(entry!.text).toBe('I support the doctors.')
  expect(decidedBy).toBe('Rob')
  await desk.context.close()
})

test('an empty string publishes without the field', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await approve(desk.context, desk.rob, number, { version: 1, name: '', place: ' ', verb: 'writes' })
  expect((await readSubmission(desk.context, number))!.entry!.line).toBe('One reader writes:')
  await desk.context.close()
})

test('an edit is cleaned at the border and found by the search', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await approve(desk.context, desk.rob, number, {
    version: 1,
    text: '  Up the\u202e junior\u0007 physicians\r\n\r\nNow  ',
  })
  expect((await readSubmission(desk.context, number))!.entry!.text).toBe('Up the junior physicians\n\nNow')
  expect(await searchNumbers(desk.context.db, 'physicians', 5)).toEqual([number])
  await desk.context.close()
})

test('no text is refused, and nothing is written', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  expect(await approve(desk.context, desk.rob, number, { version: 1, text: ' \n\u200b ' })).toMatchObject({
    ok: false,
    why: 'no-text',
  })
  expect((await readSubmission(desk.context, number))!.version).toBe(1)
  await desk.context.close()
})

test('a text longer than an entry may be is refused', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  const answer = await approve(desk.context, desk.rob, number, { version: 1, text: 'x'.repeat(20_001) })
  expect(answer).toMatchObject({ ok: false, why: 'too-long' })
  await desk.context.close()
})

test('two moderators decide at once: one wins, the other is told who and when, and keeps the text as a draft', async () => {
  const desk = await openDesk()
  for (let pair = 0; pair < 50; pair++) {
    const number = await addEmail(desk)
    const answers = await Promise.all([
      approve(desk.context, desk.rob, number, { version: 1 }),
      approve(desk.context, desk.ann, number, { version: 1, text: 'Ann’s own edit' }),
    ])
    expect(answers.map(answer => answer.ok)).toEqual([true, false])
    expect(answers[1]).toMatchObject({
      why: 'stale',
      by: 'Rob',
      at: desk.context.now(),
      submission: { number, version: 2, state: 'approved' },
    })
    expect((await readDraft(desk.context, desk.ann, number))!.text).toBe('Ann’s own edit')
  }
  const entries = await desk.context.db.selectFrom('entry').select('id').execute()
  expect(entries).toHaveLength(50)
  expect(await brokenEvent(desk.context.db)).toBeNull()
  await desk.context.close()
})

test('a draft is kept only of what was typed', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await saveDraft(desk.context, desk.rob, number, { name: 'Katherine', text: 'I support the doctors.' })
  expect(await readDraft(desk.context, desk.rob, number)).toBeNull()
  await saveDraft(desk.context, desk.rob, number, { place: 'Ruislip' })
  await saveDraft(desk.context, desk.rob, number, { name: 'Kate' })
  expect(await readDraft(desk.context, desk.rob, number)).toMatchObject({ name: 'Kate', place: 'Ruislip' })
  await approve(desk.context, desk.rob, number, { version: 1 })
  expect(await readDraft(desk.context, desk.rob, number)).toBeNull()
  await desk.context.close()
})

test('a viewer decides nothing', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  for (const decide of [approve, hold, reject, markSpam])
    expect(await decide(desk.context, desk.viewer, number, { version: 1 })).toMatchObject({ why: 'not-allowed' })
  await desk.context.close()
})

test('a bad finding needs an editor: a moderator is refused, an editor is not', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk, { findings: [['accusation', 'bad', 'Dr Smith killed']] })
  expect(await approve(desk.context, desk.rob, number, { version: 1 })).toMatchObject({ why: 'needs-editor' })
  const token = { ...desk.program, role: 'moderator' as const }
  expect(await approve(desk.context, token, number, { version: 1 })).toMatchObject({ why: 'needs-editor' })
  expect(await approve(desk.context, desk.editor, number, { version: 1 })).toMatchObject({ ok: true })
  await desk.context.close()
})

test('what was sent to an editor needs another person: not the sender, not a moderator, not a program', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await hold(desk.context, desk.editor, number, { version: 1, needs: 'editor', reason: 'Is this libel?' })
  expect(await readSubmission(desk.context, number)).toMatchObject({
    state: 'held',
    needs: 'editor',
    reason: 'Is this libel?',
  })
  expect(await approve(desk.context, desk.rob, number, { version: 2 })).toMatchObject({ why: 'needs-editor' })
  expect(await approve(desk.context, desk.editor, number, { version: 2 })).toMatchObject({ why: 'second-person' })
  expect(await approve(desk.context, desk.program, number, { version: 2 })).toMatchObject({ why: 'second-person' })
  expect(await approve(desk.context, desk.chief, number, { version: 2 })).toMatchObject({ ok: true })
  await desk.context.close()
})

test('holding or rejecting what waits for an editor does not take the editor’s word away', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await hold(desk.context, desk.rob, number, { version: 1, needs: 'editor' })
  await hold(desk.context, desk.ann, number, { version: 2 })
  expect(await readSubmission(desk.context, number)).toMatchObject({ state: 'held', needs: 'editor' })
  await reject(desk.context, desk.ann, number, { version: 3 })
  expect(await approve(desk.context, desk.ann, number, { version: 4 })).toMatchObject({ why: 'needs-editor' })
  await desk.context.close()
})

test('a reader who asked not to be named is “Name withheld”, whatever was proposed, until somebody confirms a name', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk, { anonymous: 1, name: 'Katherine' })
  expect((await readSubmission(desk.context, number))!.proposal.name).toBe('Name withheld')
  expect(await approve(desk.context, desk.rob, number, { version: 1, name: 'Katherine' })).toMatchObject({
    why: 'asked-not-to-be-named',
  })
  await approve(desk.context, desk.rob, number, { version: 1 })
  expect((await readSubmission(desk.context, number))!.entry!.line).toBe(
    'Name withheld, from Ruislip in Middlesex, emails:',
  )
  const other = await addEmail(desk, { anonymous: 1 })
  const named = await approve(desk.context, desk.rob, other, { version: 1, name: 'K', named: true })
  expect(named.ok).toBe(true)
  await desk.context.close()
})

test('mail that nobody has read, mail of no story, and mail that does not exist are refused by name', async () => {
  const desk = await openDesk()
  const parked = await addEmail(desk, { stage: 'parked', state: null })
  const unrouted = await addEmail(desk, { story_id: null })
  const erased = await addEmail(desk, { stage: 'erased', state: null })
  expect(await approve(desk.context, desk.rob, parked, { version: 1 })).toMatchObject({ why: 'unread' })
  expect(await approve(desk.context, desk.rob, unrouted, { version: 1 })).toMatchObject({ why: 'unrouted' })
  expect(await approve(desk.context, desk.rob, erased, { version: 1 })).toMatchObject({ why: 'erased' })
  expect(await approve(desk.context, desk.rob, 999, { version: 1 })).toMatchObject({ why: 'not-found' })
  expect(await reject(desk.context, desk.rob, unrouted, { version: 1 })).toMatchObject({ ok: true })
  await desk.context.close()
})

test('what is approved is not decided again before the approval is undone', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await approve(desk.context, desk.rob, number, { version: 1 })
  expect(await approve(desk.context, desk.ann, number, { version: 2 })).toMatchObject({ why: 'decided', by: 'Rob' })
  expect(await reject(desk.context, desk.ann, number, { version: 2 })).toMatchObject({ why: 'decided' })
  await desk.context.close()
})

test('an edit that may have changed the meaning is approved, and the record says which kind', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk, { text: 'We must not strike for 48 hours, says my ward, and we are many here.' })
  const text = 'We must strike for 48 hours, says my ward, and we are many here.'
  await approve(desk.context, desk.rob, number, { version: 1, text })
  const event = await desk.context.db
    .selectFrom('event')
    .select('data')
    .where('kind', '=', 'approved')
    .executeTakeFirst()
  expect(JSON.parse(event!.data)).toMatchObject({ doubts: 'negation', edits: 'cut' })
  expect((await history(desk.context, number))[2]!.words).toBe(
    'Approved with an edit that may change the meaning, words cut without a mark by Rob',
  )
  await desk.context.close()
})

test('the grace of one approval may differ from the story’s, and zero is due at once', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await approve(desk.context, desk.rob, number, { version: 1, grace: 0 })
  expect(await publishDue(desk.context)).toBe(1)
  expect((await readSubmission(desk.context, number))!.entry!.state).toBe('live')
  await desk.context.close()
})

test('the history tells in words who did what, and keeps the reason apart from the event', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await reject(desk.context, desk.rob, number, { version: 1, reason: 'Katherine says the same again' })
  await approve(desk.context, desk.ann, number, { version: 2, grace: 0 })
  await publishDue(desk.context)
  const lines = await history(desk.context, number)
  expect(lines.map(line => line.words)).toEqual([
    'Arrived',
    'Read',
    'Rejected by Rob',
    'Approved by Ann',
    'Entry scheduled by Ann',
    'Published',
  ])
  expect(lines[2]!.reason).toBe('Katherine says the same again')
  const events = await desk.context.db.selectFrom('event').select('data').execute()
  expect(JSON.stringify(events)).not.toContain('Katherine')
  await desk.context.close()
})
