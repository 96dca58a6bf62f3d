import { expect, test } from '@jest/globals'
import { readAuthentication, readVerifications, recordVerification } from '../../src/desk/authenticity.ts'
import { callOutAt, isFullName, readConsent, recordConsent } from '../../src/desk/consent.ts'
import { approve } from '../../src/desk/decisions.ts'
import { amend } from '../../src/desk/entries.ts'
import { changeStory } from '../../src/desk/stories.ts'
import { changePageTop, publishDue } from '../../src/feed/index.ts'
import { addEmail, type Desk, openDesk } from './cast.ts'

const consentOf = async (desk: Desk, number: number, anonymous = false) => {
  const receivedAt = desk.context.now()
  const facts = { number, storyId: desk.story.id, receivedAt, anonymous }
  return Object.fromEntries((await readConsent(desk.context.db, facts)).map(each => [each.what, each]))
}

test('every text of the call-out is kept with its number, whoever changes it, and an email belongs to the one of its time', async () => {
  const desk = await openDesk()
  const { context, story, editor } = desk
  const at = (time: number) => callOutAt(context.db, story.id, time)
  expect(await at(context.now())).toBeNull()
  await changeStory(context, editor.id, story.id, { callOut: 'Send us your views.' })
  const first = context.now()
  context.now = () => first + 60_000
  await changeStory(context, editor.id, story.id, { title: 'The strike' })
  await changePageTop(context, editor.id, story.id, {
    ...{ headline: '', standfirst: '', byline: '', callOutShown: true, keyPoints: [] },
    callOut: 'Tell us, with your full name.',
  })
  expect(await at(first)).toMatchObject({ version: 1, words: 'Send us your views.' })
  expect(await at(first + 60_000)).toMatchObject({ version: 2, words: 'Tell us, with your full name.' })
  await changeStory(context, editor.id, story.id, { callOut: '' })
  expect(await at(first + 60_000)).toBeNull()
  await context.close()
})

test('what the reader allowed: the call-out’s yes, the reader’s no with its words, what somebody wrote down last', async () => {
  const desk = await openDesk()
  await changeStory(desk.context, desk.editor.id, desk.story.id, { callOut: 'Send us your views.' })
  const number = await addEmail(desk, { findings: [['asked-anonymous', 'warn', 'don’t use my name']] })
  expect(await consentOf(desk, number)).toMatchObject({
    publish: { answer: 'yes', evidence: 'Answered call-out 1: “Send us your views.”' },
    name: { answer: 'no', evidence: 'The reader: “don’t use my name”', by: null },
    contact: { answer: null },
    picture: { answer: null },
  })
  const wish = { what: 'name' as const, answer: 'yes' as const, evidence: 'On the telephone: “my name is fine”' }
  expect(await recordConsent(desk.context, desk.rob, number, { ...wish, evidence: ' ' })).toBe(false)
  expect(await recordConsent(desk.context, desk.rob, number, wish)).toBe(true)
  expect((await consentOf(desk, number)).name).toMatchObject({ answer: 'yes', by: 'Rob', evidence: wish.evidence })
  await desk.context.close()
})

test('a full name is not published against what the reader said, neither at approval nor by an amendment [ASVS 2.2.3]', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk, {
    anonymous: 1,
    name: 'Katherine Ashby',
    findings: [['asked-anonymous', 'warn', 'no name please']],
  })
  const full = { version: 1, grace: 0, name: 'Katherine Ashby', named: true }
  expect(await approve(desk.context, desk.chief, number, full)).toMatchObject({ why: 'full-name' })
  const made = await approve(desk.context, desk.chief, number, { ...full, name: 'Katherine' })
  if (!made.ok) throw new Error(made.why)
  await publishDue(desk.context)
  const again = (name: string) => amend(desk.context, desk.editor, made.entry.id, { revision: 1, name })
  expect(await again('Katherine Ashby')).toMatchObject({ ok: false, why: 'full-name' })
  await recordConsent(desk.context, desk.rob, number, { what: 'name', answer: 'yes', evidence: 'Rang; she agreed.' })
  expect(await again('Katherine Ashby')).toMatchObject({ ok: true })
  await desk.context.close()
})

test('a reader who asked for the first name only gets the first name only', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk, { findings: [['asked-part-name', 'warn', 'just Katherine please']] })
  const wish = { version: 1, grace: 0 }
  expect(await approve(desk.context, desk.rob, number, { ...wish, name: 'Dr Ashby' })).toMatchObject({
    why: 'full-name',
  })
  expect(await approve(desk.context, desk.rob, number, wish)).toMatchObject({ ok: true })
  expect([isFullName('Katherine'), isFullName('Name withheld'), isFullName('K Ashby')]).toEqual([false, false, true])
  await desk.context.close()
})

test('who was rung back stands with who rang and how, and nobody is confirmed by nobody', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  const wish = { how: 'rang' as const, who: 'Katherine Ashby', note: 'On the number in her email' }
  expect(await recordVerification(desk.context, desk.rob, number, { ...wish, who: ' ' })).toBe(false)
  expect(await recordVerification(desk.context, desk.rob, number, wish)).toBe(true)
  expect(await readVerifications(desk.context.db, number)).toMatchObject([{ ...wish, by: 'Rob' }])
  await desk.context.close()
})

const genuine =
  'mx.example.org 1; spf=pass smtp.mailfrom=kate@example.net; dkim=fail header.d=list.example; dkim=pass (2048-bit; ok) header.d=example.net; dmarc=pass header.from=example.net'

test('only our own server’s Authentication-Results count, and of those the first [T30]', () => {
  expect(readAuthentication(genuine, 'MX.example.org')).toEqual([
    { method: 'spf', result: 'pass', domain: 'example.net' },
    { method: 'dkim', result: 'pass', domain: 'example.net' },
    { method: 'dmarc', result: 'pass', domain: 'example.net' },
  ])
  expect(readAuthentication(genuine, null)).toEqual([])
  const forgeries = [
    'mx.evil.example; dmarc=pass header.from=number10.gov.uk',
    'mx.example.org.evil.example; dmarc=pass',
    '(mx.example.org) evil.example; dmarc=pass',
    'evil.example; x=mx.example.org; dmarc=pass',
    'mx.example.orgx; dmarc=pass',
    '; dmarc=pass',
    'xmx.example.org; spf=pass',
    '"mx.example.org" ; dmarc=pass',
  ]
  for (const forged of forgeries) expect(readAuthentication(forged, 'mx.example.org')).toEqual([])
  const below = 'mx.example.org; dmarc=fail header.from=gov.uk\nmx.example.org; dmarc=pass header.from=gov.uk'
  expect(readAuthentication(below, 'mx.example.org')).toEqual([{ method: 'dmarc', result: 'fail', domain: 'gov.uk' }])
})
