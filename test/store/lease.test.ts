import { expect, test } from '@jest/globals'
import { checkFence, LeaseLost, takeLease } from '../../src/store/index.ts'
import { testContext } from '../context.ts'

test('a lease is held by one, and a later holder fences the earlier out', async () => {
  const context = await testContext()
  const first = await takeLease(context, 'due-work', 'one', 1000)
  expect(await takeLease(context, 'due-work', 'two', 1000)).toBeNull()
  context.clock.at += 1001
  const second = await takeLease(context, 'due-work', 'two', 1000)
  expect(second!.fence).toBeGreaterThan(first!.fence)
  expect(await first!.renew()).toBe(false)
  await expect(context.db.transaction().execute(trx => checkFence(trx, first!))).rejects.toThrow(LeaseLost)
  await context.db.transaction().execute(trx => checkFence(trx, second!))
  await context.close()
})

test('a lease written by a clock that ran a day ahead keeps nobody waiting for a day, and its holder is refused', async () => {
  const context = await testContext()
  context.clock.at += 86_400_000
  const ahead = await takeLease(context, 'due-work', 'one', 60_000)
  context.clock.at -= 86_400_000
  const next = await takeLease(context, 'due-work', 'two', 60_000)
  expect(next).not.toBeNull()
  await expect(context.db.transaction().execute(trx => checkFence(trx, ahead!))).rejects.toThrow(LeaseLost)
  expect(await takeLease(context, 'due-work', 'three', 60_000)).toBeNull()
  await context.close()
})

test('the longest lease of the house, an hour, holds in the moment in which it was taken', async () => {
  const context = await testContext()
  await takeLease(context, 'backup', 'one', 3_600_000)
  expect(await takeLease(context, 'backup', 'two', 3_600_000)).toBeNull()
  await context.close()
})

test('a late release does not release the next holder', async () => {
  const context = await testContext()
  const first = await takeLease(context, 'due-work', 'one', 1000)
  context.clock.at += 1001
  await takeLease(context, 'due-work', 'two', 1000)
  await first!.release()
  expect(await takeLease(context, 'due-work', 'three', 1000)).toBeNull()
  await context.close()
})
