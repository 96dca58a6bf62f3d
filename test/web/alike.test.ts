import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { commonWords } from '../../src/desk/alike.ts'
import { groupNew, isBehind } from '../../src/desk/campaign.ts'
import { approve } from '../../src/desk/decisions.ts'
import { createCaller } from './queue-caller.ts'
import { openQueueDesk, type QueueDesk } from './queue-desk.ts'

let desk: QueueDesk
const { signInAll, get, submit } = createCaller(() => desk)
const read = async (path: string) => await (await get(path)).text()

const words = (county: string) =>
  `I am writing to say how deeply I feel about the contract that is being forced upon the junior doctors of ${county}, and
  I ask the minister to come back to the table before another hospital has to close its doors at night.`
const counties = ['Kent', 'Devon', 'Essex', 'Norfolk']

beforeAll(async () => {
  desk = await openQueueDesk({ emails: 1 })
  for (const [at, county] of counties.entries())
    await desk.add({
      from_name: `Reader ${at}`,
      from_address: `r${at}@example.net`,
      text: words(county),
      original: words(county),
      place: county,
    })
  while (await isBehind(desk.context)) await groupNew(desk.context)
  await signInAll()
})
afterAll(() => desk.close())

test('letters nearly the same are one card: senders, common words with what differs marked, each with its likeness', async () => {
  expect(await read('/s/strike/submissions/3')).toContain('/s/strike/submissions/3/alike')
  const card = await read('/s/strike/submissions/3/alike')
  expect(card).toContain('4 letters nearly the same')
  expect(card).toMatch(/4 senders since <time[^>]*>\d\d:\d\d/)
  expect(card).toContain('<mark>Kent, </mark>')
  expect(card).toMatch(/Reader 1.*?\d\d % alike · Waiting/s)
})

test('two of them stand side by side, in each marked what the other has not', async () => {
  const sides = await read('/s/strike/submissions/3/alike?with=5')
  expect(sides).toMatch(/<mark>Devon<\/mark>/)
  expect(sides).toMatch(/<mark>Norfolk<\/mark>/)
  expect((await get('/s/strike/submissions/1/alike')).status).toBe(404)
})

test('the ticked are decided once, the one taken out waits, one undo brings all back', async () => {
  const card = await read('/s/strike/submissions/3/alike')
  const picks = [...card.matchAll(/name="pick" value="(\d+:\d+)" checked/g)].map(match => match[1]!)
  expect(picks).toHaveLength(4)
  const pick = picks.slice(1).join(' ')
  await submit('/s/strike/bulk', { decision: 'rejection', pick, back: '/s/strike/queue' })
  const states = () => desk.context.db.selectFrom('submission').select('state').where('number', '>', 1).execute()
  expect((await states()).map(row => row.state)).toEqual(['waiting', 'rejected', 'rejected', 'rejected'])
  const undo = picks.slice(1).map(each => `${each.split(':')[0]}:2`)
  await submit('/s/strike/bulk/undo', { decision: 'rejection', pick: undo.join(' '), back: '/s/strike/queue' })
  expect((await states()).every(row => row.state === 'waiting')).toBe(true)
})

test('what is common to all stands apart from what one of them puts otherwise', () => {
  expect(commonWords(['one two three four', 'one TWO, four', 'one two 3 four'])).toEqual([
    { words: 'one two ', differs: false },
    { words: 'three ', differs: true },
    { words: 'four', differs: false },
  ])
})

test('versions: the reader’s own words, and what was published of them, compared', async () => {
  const done = await approve(desk.context, desk.rob, 1, { version: 1, text: 'The crew could not have been kinder.' })
  expect(done.ok).toBe(true)
  const page = await read('/s/strike/submissions/1/versions?from=0&to=1')
  expect(page).toMatch(/<option value="1" selected>Version 1, .*by Rob Corley/)
  expect(page).toContain('words cut')
})

test('before a second letter of one person the desk says what of them is in this story already', async () => {
  const { db } = desk.context
  await db.insertInto('contributor').values({ id: 'c', address: 'm@x.example', name: 'M', created_at: 0 }).execute()
  await db.updateTable('submission').set({ contributor_id: 'c' }).where('number', 'in', [1, 2]).execute()
  expect(await read('/s/strike/submissions/2')).toMatch(/Already published in this story: #1, “Margaret Oyelaran/)
})
