import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decideMany, undoMany } from '../../src/desk/bulk.ts'
import { approve, hold, markSpam, reject } from '../../src/desk/decisions.ts'
import { readDraft } from '../../src/desk/draft.ts'
import { withdraw } from '../../src/desk/entries.ts'
import { readSubmission } from '../../src/desk/submission.ts'
import { undo } from '../../src/desk/undo.ts'
import { countViews } from '../../src/desk/view.ts'
import { publishDue } from '../../src/feed/index.ts'
import { searchNumbers } from '../../src/store/index.ts'
import { addEmail, openDesk } from './cast.ts'

test('undone inside the grace, nothing was ever published, and the edit waits as a draft', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await approve(desk.context, desk.rob, number, { version: 1, text: 'Mended words' })
  const undone = await undo(desk.context, desk.rob, number, { decision: 'approval', version: 2 })
  expect(undone).toMatchObject({ ok: true, submission: { state: 'waiting', version: 3 } })
  desk.context.clock.at += 60_000
  expect(await publishDue(desk.context)).toBe(0)
  const changes = await desk.context.db.selectFrom('feed_change').selectAll().execute()
  expect(changes).toEqual([])
  expect(await readDraft(desk.context, desk.rob, number)).toMatchObject({ text: 'Mended words' })
  expect(await searchNumbers(desk.context.db, 'Mended', 5)).toEqual([])
  await desk.context.close()
})

test('an entry that is live is withdrawn only when the undo says so', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await approve(desk.context, desk.rob, number, { version: 1, grace: 0 })
  await publishDue(desk.context)
  const wish = { decision: 'approval' as const, version: 2 }
  expect(await undo(desk.context, desk.rob, number, wish)).toMatchObject({ ok: false, why: 'live' })
  expect(await undo(desk.context, desk.ann, number, { ...wish, withdraw: true })).toMatchObject({ why: 'not-allowed' })
  expect(await undo(desk.context, desk.rob, number, { ...wish, withdraw: true })).toMatchObject({
    ok: true,
    entry: { state: 'withdrawn' },
  })
  const changes = await desk.context.db.selectFrom('feed_change').select('type').orderBy('seq').execute()
  expect(changes.map(change => change.type)).toEqual(['published', 'withdrawn'])
  await desk.context.close()
})

test('an editor may withdraw what a moderator approved', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await approve(desk.context, desk.rob, number, { version: 1, grace: 0 })
  await publishDue(desk.context)
  const answer = await undo(desk.context, desk.editor, number, { decision: 'approval', version: 2, withdraw: true })
  expect(answer).toMatchObject({ ok: true })
  await desk.context.close()
})

test('approved again after an undo, the same entry lives on', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  const first = await approve(desk.context, desk.rob, number, { version: 1 })
  await undo(desk.context, desk.rob, number, { decision: 'approval', version: 2 })
  const second = await approve(desk.context, desk.ann, number, { version: 3 })
  expect(first.ok && second.ok && first.entry.id === second.entry.id).toBe(true)
  await desk.context.close()
})

test('what an editor withdrew comes back through an editor only', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  const made = await approve(desk.context, desk.rob, number, { version: 1, grace: 0 })
  if (!made.ok) throw new Error(made.why)
  await publishDue(desk.context)
  await withdraw(desk.context, desk.editor, made.entry.id, 'legal')
  await undo(desk.context, desk.rob, number, { decision: 'approval', version: 2 })
  expect((await readSubmission(desk.context, number))!.blocked).toBe(true)
  expect(await approve(desk.context, desk.rob, number, { version: 3 })).toMatchObject({ why: 'needs-editor' })
  expect(await approve(desk.context, desk.editor, number, { version: 3, grace: 0 })).toMatchObject({ ok: true })
  await publishDue(desk.context)
  await undo(desk.context, desk.editor, number, { decision: 'approval', version: 4, withdraw: true })
  expect(await approve(desk.context, desk.rob, number, { version: 5 })).toMatchObject({ ok: true })
  await desk.context.close()
})

test('undo walks back through hold, rejection and approval to waiting, with each reason and name restored', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await hold(desk.context, desk.rob, number, { version: 1, reason: 'ring first' })
  await reject(desk.context, desk.ann, number, { version: 2, reason: 'too long' })
  await approve(desk.context, desk.rob, number, { version: 3 })
  await undo(desk.context, desk.rob, number, { decision: 'approval', version: 4 })
  expect(await readSubmission(desk.context, number)).toMatchObject({
    state: 'rejected',
    reason: 'too long',
    decidedBy: 'Ann',
  })
  await undo(desk.context, desk.rob, number, { decision: 'rejection', version: 5 })
  expect(await readSubmission(desk.context, number)).toMatchObject({
    state: 'held',
    reason: 'ring first',
    decidedBy: 'Rob',
  })
  await undo(desk.context, desk.rob, number, { decision: 'hold', version: 6 })
  expect(await readSubmission(desk.context, number)).toMatchObject({ state: 'waiting', reason: null, decidedBy: null })
  expect(await undo(desk.context, desk.rob, number, { decision: 'hold', version: 7 })).toMatchObject({
    why: 'not-decided',
  })
  await desk.context.close()
})

test('when somebody else has acted since, the undo says so and changes nothing', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await hold(desk.context, desk.rob, number, { version: 1 })
  await reject(desk.context, desk.ann, number, { version: 2 })
  expect(await undo(desk.context, desk.rob, number, { decision: 'hold', version: 2 })).toMatchObject({
    why: 'stale',
    by: 'Ann',
    submission: { state: 'rejected' },
  })
  await desk.context.close()
})

test('only the sender or an editor takes back what was sent to an editor', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  await hold(desk.context, desk.rob, number, { version: 1, needs: 'editor' })
  const wish = { decision: 'hold' as const, version: 2 }
  expect(await undo(desk.context, desk.ann, number, wish)).toMatchObject({ why: 'needs-editor' })
  expect(await undo(desk.context, desk.rob, number, wish)).toMatchObject({ ok: true })
  await desk.context.close()
})

test('many are decided in one call and taken back in one; approval leaves out what the checks marked', async () => {
  const desk = await openDesk()
  const clean = [await addEmail(desk), await addEmail(desk)]
  const marked = await addEmail(desk, { findings: [['phone', 'warn', '07700 900123']] })
  const items = [...clean, marked].map(number => ({ number, version: 1 }))
  const result = await decideMany(desk.context, desk.rob, { decision: 'approval', items, storyId: desk.story.id })
  expect(result.done.map(each => each.number)).toEqual(clean)
  expect(result.refused).toMatchObject([{ number: marked, why: 'flagged' }])
  expect((await countViews(desk.context, desk.story.id)).approved).toBe(2)
  const back = await undoMany(desk.context, desk.rob, {
    ...{ decision: 'approval', items: result.done, storyId: desk.story.id },
  })
  expect(back.done).toHaveLength(2)
  expect(await countViews(desk.context, desk.story.id)).toMatchObject({ waiting: 3, approved: 0, flagged: 1 })
  await desk.context.close()
})

test('whatever is decided and undone, in any order, undoing everything leads back to waiting, and the tally is right', async () => {
  const desk = await openDesk()
  const act = { approval: approve, hold, rejection: reject, spam: markSpam }
  const step = fc.constantFrom('approval', 'hold', 'rejection', 'spam', 'undo')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async steps => {
      const number = await addEmail(desk)
      let version = 1
      const stack: ('approval' | 'hold' | 'rejection' | 'spam')[] = []
      for (const name of steps) {
        const decision = name === 'undo' ? stack.at(-1) : name
        if (decision === undefined) continue
        const answer =
          name === 'undo'
            ? await undo(desk.context, desk.editor, number, { decision, version })
            : await act[decision](desk.context, desk.editor, number, { version })
        if (!answer.ok) {
          expect(stack.at(-1)).toBe('approval')
          continue
        }
        version = answer.submission.version
        if (name === 'undo') stack.pop()
        else stack.push(decision)
      }
      for (const decision of stack.reverse())
        version = await undo(desk.context, desk.editor, number, { decision, version }).then(answer =>
          answer.ok ? answer.submission.version : -1,
        )
      expect((await readSubmission(desk.context, number))!.state).toBe('waiting')
    }),
    { numRuns: 40 },
  )
  const waiting = await desk.context.db
    .selectFrom('submission')
    .select('number')
    .where('state', '=', 'waiting')
    .execute()
  const counts = await countViews(desk.context, desk.story.id)
  expect(counts.waiting).toBe(waiting.length)
  expect(counts.held + counts.approved + counts.rejected + counts.spam).toBe(0)
  await desk.context.close()
})
