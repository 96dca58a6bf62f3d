import { expect, test } from '@jest/globals'
import { appendEvents, brokenEvent } from '../../src/store/index.ts'
import { testContext } from '../context.ts'

const three = [1, 2, 3].map(at => ({ at, kind: 'received' as const, actor: 'system', submission: at }))

test('events are numbered without gaps and their chain holds', async () => {
  const { db, close } = await testContext()
  await db.transaction().execute(trx => appendEvents(trx, three))
  await db.transaction().execute(trx => appendEvents(trx, three))
  const seqs = await db.selectFrom('event').select('seq').orderBy('seq').execute()
  expect(seqs.map(row => row.seq)).toEqual([1, 2, 3, 4, 5, 6])
  expect(await brokenEvent(db)).toBeNull()
  await close()
})

test('an event cannot be changed, and one changed behind our back breaks the chain there', async () => {
  const { db, store, close } = await testContext()
  await db.transaction().execute(trx => appendEvents(trx, three))
  await expect(db.updateTable('event').set({ kind: 'read' }).where('seq', '=', 2).execute()).rejects.toThrow(
    'never changed',
  )
  store.engine.exec("drop trigger event_is_never_changed; update event set kind = 'read' where seq = 2")
  expect(await brokenEvent(db)).toBe(2)
  await close()
})

test('an event missing from the middle breaks the chain there', async () => {
  const { db, close } = await testContext()
  await db.transaction().execute(trx => appendEvents(trx, three))
  await db.deleteFrom('event').where('seq', '=', 2).execute()
  expect(await brokenEvent(db)).toBe(2)
  await close()
})
