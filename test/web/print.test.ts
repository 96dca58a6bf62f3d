// One email on paper, by whoever may see what of it.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { approve } from '../../src/desk/decisions.ts'
import { publishDue } from '../../src/feed/index.ts'
import { createCaller } from './queue-caller.ts'
import { openQueueDesk, type QueueDesk } from './queue-desk.ts'
import { strikeEmails } from './strike-emails.ts'

let desk: QueueDesk
const { signInAll, get, submit } = createCaller(() => desk)

beforeAll(async () => {
  desk = await openQueueDesk({ emails: 6, grace: 0 })
  await signInAll()
})
afterAll(() => desk.close())

const printed = async (number: number, who = 'rob') =>
  (await (await get(`/s/strike/submissions/${number}/print`, who)).text()).replace(/\s+/g, ' ')

test('an email on paper has its number, the line above it and the reader’s own words, and the look is recorded', async () => {
  const page = await printed(5)
  expect(page).toContain('<h1>Email #5</h1>')
  expect(page).toContain('<h2>David Renshaw, from Leeds, emails:</h2>')
  expect(page).toContain('22 years')
  const looks = await desk.context.db.selectFrom('access').select(['what', 'submission_number']).execute()
  expect(looks).toContainEqual({ what: 'opened to print', submission_number: 5 })
})

test('the address is printed for those who may search by it, and for nobody where the reader asked not to be named', async () => {
  const { from_address: address } = strikeEmails[4]!
  expect(await printed(5)).toContain(address)
  expect(await printed(5, 'vera')).not.toContain(address)
  const anonymous = strikeEmails[3]!
  for (const who of ['rob', 'edith', 'vera']) {
    const page = await printed(4, who)
    expect(page).toContain('<h2>Name withheld')
    expect(page).not.toContain(anonymous.from_address)
    expect(page).not.toContain(anonymous.from_name)
  }
})

test('what was published in other words stands below the reader’s own', async () => {
  await approve(desk.context, desk.rob, 6, { version: 1, text: 'We need to listen.' })
  await publishDue(desk.context)
  const page = await printed(6)
  expect(page).toContain('How many of us could cope')
  expect(page).toMatch(
    /Published <time[^>]*>[^<]*<\/time>, in these words:<\/p> <div class="prose"><p>We need to listen\./,
  )
})

test('a note on the reader is added from the queue and leads back to the email; it leads nowhere else', async () => {
  const id = await contributorOf(1)
  const back = '/s/strike/queue?item=1'
  const done = await submit(`/people/${id}/notes`, { words: 'Rang back on Friday.', back })
  expect([done.status, done.location]).toEqual([303, back])
  expect(await (await get(back)).text()).toContain('Rang back on Friday.')
  expect((await submit(`/people/${id}/notes`, { words: 'x', back: 'https://evil.example/' })).location).toBe('/')
  expect((await submit(`/people/${id}/notes`, { words: 'x' })).location).toBe(`/people/${id}`)
})

async function contributorOf(number: number): Promise<string> {
  const { db } = desk.context
  const row = { id: 'margaret', address: 'm.oyelaran@inbox.example', name: 'Margaret', created_at: Date.now() }
  await db.insertInto('contributor').values(row).execute()
  await db.updateTable('submission').set({ contributor_id: row.id }).where('number', '=', number).execute()
  return row.id
}
