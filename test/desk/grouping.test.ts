import { expect, test } from '@jest/globals'
import { startGrouping } from '../../src/desk/grouping.ts'
import { readRow } from '../../src/desk/queue.ts'
import { takeLease } from '../../src/store/index.ts'
import { eventually } from '../eventually.ts'
import { addEmail, openDesk } from './cast.ts'

const letter =
  'I am writing to say how deeply I feel about the contract that is being forced upon the doctors of this country today'

test('the loop groups what arrives while it runs, and stops when told', async () => {
  const desk = await openDesk()
  await addEmail(desk, { text: letter })
  const grouping = startGrouping(desk.context, 'one')
  const second = await addEmail(desk, { text: `${letter}.` })
  const row = await eventually('the campaign', async () => {
    const each = await readRow(desk.context, second)
    return each?.campaign && each
  })
  expect(row.campaign!.size).toBe(2)
  await grouping.stop()
  const third = await addEmail(desk, { text: `${letter}!` })
  expect((await readRow(desk.context, third))!.campaign).toBeNull()
  await desk.context.close()
})

test('a loop in another process waits while one holds the lease, and takes over when it has ended', async () => {
  const desk = await openDesk()
  const held = await takeLease(desk.context, 'grouping', 'other', 60_000)
  const numbers = [await addEmail(desk, { text: letter }), await addEmail(desk, { text: letter })]
  const grouping = startGrouping(desk.context, 'mine')
  expect((await readRow(desk.context, numbers[1]!))!.campaign).toBeNull()
  await held!.release()
  desk.context.signal.wake()
  await eventually('the take-over', async () => (await readRow(desk.context, numbers[1]!))!.campaign?.size === 2)
  await grouping.stop()
  await desk.context.close()
})
