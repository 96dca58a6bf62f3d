import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createCaller } from './queue-caller.ts'
import { openQueueDesk, type QueueDesk } from './queue-desk.ts'

let desk: QueueDesk
const { signInAll, get, submit } = createCaller(() => desk)
const read = async (path: string, who = 'rob') => await (await get(path, who)).text()

beforeAll(async () => {
  desk = await openQueueDesk()
  await signInAll()
})
afterAll(() => desk.close())

test('a view is a name for what is asked: mine is mine, the team’s is everybody’s, each with its count', async () => {
  const query = '?flag=phone&sort=newest'
  const saved = await submit('/s/strike/views', { name: 'Numbers', query: `${query}&item=3` })
  expect(saved.location).toBe('/s/strike/queue?sort=newest&flag=phone')
  await submit('/s/strike/views', { name: 'Morale', query: '?q=morale', team: 'yes' })
  const mine = await read('/s/strike/queue')
  expect(mine).toMatch(/href="\/s\/strike\/queue\?sort=newest&(amp;|#38;)flag=phone">Numbers <b>1<\/b>/)
  expect(mine).toContain('Morale <b>1</b>')
  const hers = await read('/s/strike/queue', 'ann')
  expect(hers).not.toContain('Numbers')
  expect(hers).toContain('Morale <b>1</b>')
})

test('a view is taken away by who made it, the team’s by an editor too; a second of one name replaces the first', async () => {
  const ids = await desk.context.db.selectFrom('saved_view').select(['id', 'name']).execute()
  const idOf = (name: string) => ids.find(each => each.name === name)!.id
  await submit(`/s/strike/views/${idOf('Morale')}/removal`, {}, 'ann')
  expect(await read('/s/strike/queue', 'ann')).toContain('Morale <b>')
  await submit(`/s/strike/views/${idOf('Morale')}/removal`, {}, 'edith')
  expect(await read('/s/strike/queue', 'ann')).not.toContain('Morale <b>')
  await submit('/s/strike/views', { name: 'Numbers', query: '?photo=1' })
  const left = await desk.context.db.selectFrom('saved_view').select('query').execute()
  expect(left).toEqual([{ query: '?photo=1' }])
})

test('no view holds an address or a phone number', async () => {
  const answer = await submit('/s/strike/views', { name: 'Her', query: '?q=katherine@example.org' })
  expect(answer.status).toBe(400)
})
