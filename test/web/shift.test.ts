import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newId } from '../../src/id.ts'
import { decidedTwice, lostEdits } from '../desk/fair.ts'
import { workShift } from './moderator.ts'
import { openQueueDesk, password, type QueueDesk } from './queue-desk.ts'
import { strikeEmails } from './strike-emails.ts'

let desk: QueueDesk
beforeAll(async () => {
  desk = await openQueueDesk({ emails: 20 })
})
afterAll(() => desk.close())

test('ten moderators at a queue that fills while they work: nothing is decided twice, no edit is lost', async () => {
  const { db } = desk.context
  const { password: hash } = await db.selectFrom('staff').select('password').limit(1).executeTakeFirstOrThrow()
  const names = Array.from({ length: 10 }, (_, at) => `m${at}@example.org`)
  for (const email of names)
    await db
      .insertInto('staff')
      .values({ id: newId(Date.now()), email, name: email, role: 'moderator', password: hash, created_at: Date.now() })
      .execute()
  let arrived = 20
  const arriving = (async () => {
    for (; arrived < 160; arrived++) await desk.add({ ...strikeEmails[arrived % 10], received_at: Date.now() })
  })()
  const over = () => arrived === 160
  const shifts = await Promise.all(
    names.map((email, seed) => workShift({ origin: desk.url, story: 'strike', email, password, seed }, over)),
  )
  await arriving
  expect(shifts.reduce((sum, shift) => sum + shift.decided, 0)).toBe(160)
  expect(await decidedTwice(db)).toEqual([])
  const edits = shifts.flatMap(shift => shift.edits)
  expect(edits.length).toBeGreaterThan(10)
  expect(await lostEdits(db, edits)).toEqual([])
}, 60_000)
