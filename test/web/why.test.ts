import { afterEach, expect, test } from '@jest/globals'
import { addStory } from '../../src/desk/stories.ts'
import { addEmail } from '../desk/cast.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

const forged = 'mx.evil.example; dmarc=pass header.from=gov.uk'

async function openWithEmail(columns: Parameters<typeof addEmail>[1] = {}) {
  door = await openFrontDoor({ environment: { POSTBAG_AUTHSERV_ID: 'mx.example.org' } })
  const { context } = door
  const contributor = { id: 'kate', address: 'katherine@example.org', name: '', created_at: 0 }
  await context.db.insertInto('contributor').values(contributor).execute()
  const added = await addStory(context, 'system', {
    ...{ slug: 'strike', title: 'Strike', callOut: 'Send us your views.' },
    legalNotice: 'A court order protects the patient.',
    barred: ['Jane Doe'],
  })
  if (!added.ok) throw new Error('no story')
  const desk = { context, story: added.story } as Parameters<typeof addEmail>[0]
  const first = await addEmail(desk, { contributor_id: 'kate' })
  const number = await addEmail(desk, { contributor_id: 'kate', ...columns })
  return { first, number, at: `/s/strike/submissions/${number}` }
}

test('one page says why something was published: invitation, consent, sender, decisions, versions', async () => {
  const { at } = await openWithEmail()
  const moderator = await door.signedIn('moderator')
  const evidence = 'On the telephone: “yes, with my surname”'
  await moderator.post(`${at}/consent`, { what: 'name', answer: 'yes', evidence })
  await moderator.post(`${at}/verification`, { how: 'rang', who: 'Katherine Ashby', note: '' })
  await moderator.post(`${at}/approval`, { version: '1', name: 'Katherine Ashby', place: 'Ruislip' })
  const page = (await moderator.get(`${at}/why`)).text
  for (const words of [
    'version 1',
    'Send us your views.',
    evidence,
    'Rung back',
    'Approved by The moderator',
    'Version 1 by',
  ])
    expect(page).toContain(words)
  expect((await (await door.signedIn('viewer')).get(`${at}/why`)).text).not.toContain('Write it down')
})

test('a line without evidence, or confirmed by nobody, is not written down, and what was typed stays', async () => {
  const { at } = await openWithEmail()
  const moderator = await door.signedIn('moderator')
  const refused = await moderator.post(`${at}/consent`, { what: 'place', answer: 'no', evidence: '' })
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Give the reader’s words')])
  expect((await moderator.post(`${at}/verification`, { how: 'met', who: '', note: 'x' })).status).toBe(422)
  expect((await moderator.post(`${at}/verification`, { how: 'guessed', who: 'x', note: '' })).status).toBe(400)
})

test('a forged header is not believed, ours is told without the word verified, a new name is marked [T30]', async () => {
  const ours = 'mx.example.org; spf=pass smtp.mailfrom=example.org; dmarc=pass header.from=example.org'
  const { first, number, at } = await openWithEmail({ from_name: 'The Minister', authentication: `${forged}\n${ours}` })
  const moderator = await door.signedIn('moderator')
  const page = (await moderator.get(at)).text
  expect(page).toContain('The name differs from earlier emails of this address: Katherine Ashby.')
  expect(page).toContain('Our mail server: SPF pass (example.org), DMARC pass (example.org).')
  expect(page).not.toMatch(/gov\.uk|verified/i)
  await door.context.db.updateTable('submission').set({ authentication: forged }).where('number', '=', number).execute()
  expect((await moderator.get(at)).text).not.toContain('Our mail server')
  expect((await moderator.get(`/s/strike/submissions/${first}`)).text).not.toContain('differs')
})

test('the legal notice stands above every email, and barred words are marked and refused with their words', async () => {
  const { at } = await openWithEmail({ original: 'I saw Jane Doe.', text: 'I saw Jane Doe.' })
  const editor = await door.signedIn('editor')
  const page = (await editor.get(at)).text
  expect(page).toContain('Legal notice: A court order protects the patient.')
  expect(page).toContain('This story may not publish these words')
  const refused = await editor.post(`${at}/approval`, { version: '1', name: 'Katherine', place: 'Ruislip' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('This story may not publish “Jane Doe”')
})

test('somebody in danger: the card says whom to call, the first person sends it on, the second approves', async () => {
  const { at, number } = await openWithEmail({ findings: [['self-harm', 'bad', 'end my life']] })
  const editor = await door.signedIn('editor')
  const page = (await editor.get(at)).text
  expect(page).toContain('Somebody may come to harm')
  expect(page).toContain('116 123')
  expect(page).toContain('Send to a second person')
  expect((await editor.post(`${at}/rejection`, { version: '1' })).text).toContain('Say who was told')
  await editor.post(`${at}/hold`, { version: '1', needs: 'editor' })
  expect((await editor.get(at)).text).not.toContain('>Approve<')
  const admin = await door.signedIn('admin')
  await admin.post('/admin/newsroom', {
    ...{ newsroom: 'Desk', zone: 'Europe/London', language: 'en-GB' },
    dutyOfCare: 'Ann, extension 12',
  })
  expect((await admin.get(at)).text).toContain('Ann, extension 12')
  await admin.post(`${at}/approval`, { version: '2', name: 'Name withheld', place: 'Ruislip' })
  const row = await door.context.db
    .selectFrom('submission')
    .select('state')
    .where('number', '=', number)
    .executeTakeFirst()
  expect(row!.state).toBe('approved')
})
