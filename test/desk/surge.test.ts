import { expect, test } from '@jest/globals'
import { balanceOf } from '../../src/desk/balance.ts'
import { dealNext, returnDeal } from '../../src/desk/deal.ts'
import { approve, hold, markSpam } from '../../src/desk/decisions.ts'
import { setPointOfView } from '../../src/desk/placing.ts'
import { publishDue } from '../../src/feed/index.ts'
import { addEmail, openDesk } from './cast.ts'

test('each moderator is dealt another email: those that need care first, then by age', async () => {
  const desk = await openDesk()
  const plain = await addEmail(desk)
  const later = await addEmail(desk)
  const flagged = await addEmail(desk, { findings: [['phone', 'warn']] })
  const wish = { storyId: desk.story.id }
  expect(await dealNext(desk.context, desk.rob, wish)).toEqual({ ok: true, number: flagged })
  expect(await dealNext(desk.context, desk.ann, wish)).toEqual({ ok: true, number: plain })
  expect(await dealNext(desk.context, desk.editor, wish)).toEqual({ ok: true, number: later })
  expect(await dealNext(desk.context, desk.chief, wish)).toEqual({ ok: true, number: null })
  expect(await dealNext(desk.context, desk.viewer, wish)).toMatchObject({ why: 'not-allowed' })
  await returnDeal(desk.context, desk.ann)
  expect(await dealNext(desk.context, desk.chief, wish)).toEqual({ ok: true, number: plain })
  await desk.context.close()
})

test('asking again gives the next, and what nobody touched comes back after three minutes', async () => {
  const desk = await openDesk()
  const [first, second] = [await addEmail(desk), await addEmail(desk)]
  const wish = { storyId: desk.story.id }
  expect(await dealNext(desk.context, desk.rob, wish)).toMatchObject({ number: first })
  expect(await dealNext(desk.context, desk.rob, { ...wish, skip: [first] })).toMatchObject({ number: second })
  expect(await dealNext(desk.context, desk.ann, wish)).toMatchObject({ number: first })
  desk.context.clock.at += 3 * 60_000
  expect(await dealNext(desk.context, desk.chief, wish)).toMatchObject({ number: first })
  await desk.context.close()
})

test('four people and a hundred emails: nobody is dealt what somebody else has, and all are decided', async () => {
  const desk = await openDesk()
  for (let index = 0; index < 100; index++) await addEmail(desk)
  const people = [desk.rob, desk.ann, desk.editor, desk.chief]
  const decided: number[] = []
  await Promise.all(
    people.map(async person => {
      for (;;) {
        const dealt = await dealNext(desk.context, person, { storyId: desk.story.id })
        if (!dealt.ok || dealt.number === null) return
        const answer = await hold(desk.context, person, dealt.number, { version: 1 })
        expect(answer.ok).toBe(true)
        decided.push(dealt.number)
      }
    }),
  )
  expect(new Set(decided).size).toBe(100)
  await desk.context.close()
})

test('the balance counts what was received, held and published, and tells of a run', async () => {
  const desk = await openDesk()
  const send = async (pointOfView: 'for' | 'against' | null) => {
    const number = await addEmail(desk)
    if (pointOfView) await setPointOfView(desk.context, desk.rob, number, pointOfView)
    return number
  }
  for (let index = 0; index < 8; index++) {
    await approve(desk.context, desk.rob, await send('for'), { version: 1, grace: 0 })
    desk.context.clock.at += 1000
    await publishDue(desk.context)
  }
  await hold(desk.context, desk.rob, await send('against'), { version: 1 })
  await markSpam(desk.context, desk.rob, await send('against'), { version: 1 })
  await send(null)
  expect(await balanceOf(desk.context, desk.story.id)).toEqual({
    received: { for: 8, against: 1, mixed: 0, none: 1 },
    held: { for: 0, against: 1, mixed: 0, none: 0 },
    published: { for: 8, against: 0, mixed: 0, none: 0 },
    run: 'for',
  })
  await approve(desk.context, desk.rob, await send(null), { version: 1, grace: 0 })
  desk.context.clock.at += 1000
  await publishDue(desk.context)
  expect((await balanceOf(desk.context, desk.story.id)).run).toBeNull()
  await desk.context.close()
})
