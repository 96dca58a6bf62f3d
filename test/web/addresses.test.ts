// A reader's address, beside the email and in its words: for those who decide, and dots for who only reads along.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { groupNew, isBehind } from '../../src/desk/campaign.ts'
import { createCaller } from './queue-caller.ts'
import { openQueueDesk, type QueueDesk } from './queue-desk.ts'

let desk: QueueDesk
const { signInAll, get } = createCaller(() => desk)
const contributor = '0190a2f4-0000-7000-8000-000000000001'
const address = 'm.oyelaran@mail.example'
/** Long enough to be known again in another letter. */
const rest = `I am writing to say how deeply I feel about the contract that is being forced upon the junior doctors, and I ask
  the minister to come back to the table before another hospital has to close its doors at night.`

beforeAll(async () => {
  desk = await openQueueDesk({ emails: 0 })
  const words = `Write to me at ${address}, or ask Tom. ${rest}`
  const original = `${words}\n\nMargaret\n${address}`
  await desk.context.db
    .insertInto('contributor')
    .values({ id: contributor, address, name: address, created_at: 1 })
    .execute()
  for (let count = 0; count < 2; count++)
    await desk.add({
      ...{ from_name: '', from_address: address, subject: address, text: words, original, proposed: words },
      ...{ contributor_id: contributor, to_address: 'haveyoursay@example.org' },
      findings: [['email-address', 'warn', address]],
      folds: [{ kind: 'sign-off', start: words.length + 2, end: original.length }],
    })
  while (await isBehind(desk.context)) await groupNew(desk.context)
  await signInAll()
})
afterAll(() => desk.close())

const paths = [
  '/s/strike/queue',
  '/s/strike/rows',
  '/s/strike/rows/1',
  '/s/strike/panes?numbers=1,2',
  '/s/strike/submissions/1',
  '/s/strike/submissions/1/versions',
  '/s/strike/submissions/1/print',
  '/s/strike/submissions/1/alike?with=2',
  '/people',
  `/people/${contributor}`,
]

test.each(paths)('who only reads along finds no reader’s address at %s; who decides does', async path => {
  const page = async (who: string) => (await get(path, who)).text()
  expect(await page('rob')).toContain(address)
  expect(await page('vera')).not.toMatch(/oyelaran|mail\.example/)
})

test('a dot stands for each character, so what was found is marked in its place; our own address stays', async () => {
  const page = await (await get('/s/strike/submissions/1', 'vera')).text()
  const dots = '•'.repeat(address.length)
  expect(page).toContain(`Write to me at <mark`)
  expect(page).toContain(`>${dots}</mark>, or ask Tom.`)
  expect(page).toContain('to haveyoursay@example.org')
  expect(page).toContain('A sender without a name')
})
