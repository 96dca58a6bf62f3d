import { expect, test } from '@jest/globals'
import { approve, hold, markSpam, reject } from '../../src/desk/decisions.ts'
import { entriesBarred } from '../../src/desk/legal.ts'
import { listQueue, neighbours } from '../../src/desk/queue.ts'
import { changeStory } from '../../src/desk/stories.ts'
import { readSubmission } from '../../src/desk/submission.ts'
import { countViews } from '../../src/desk/view.ts'
import { amendEntry, publishDue } from '../../src/feed/index.ts'
import { keysFrom } from '../../src/secret.ts'
import { verifyStore } from '../../src/store/index.ts'
import { addEmail, type Desk, openDesk } from './cast.ts'

const danger = { findings: [['self-harm', 'bad', 'end my life']] as [string, 'bad', string][] }

const bar = (desk: Desk, barred: string[], legalNotice = '') =>
  changeStory(desk.context, desk.editor.id, desk.story.id, { barred, legalNotice })

const listed = async (desk: Desk, sort?: 'oldest' | 'newest' | 'photos' | 'flagged') =>
  (await listQueue(desk.context, { storyId: desk.story.id, view: 'waiting', sort })).rows.map(row => row.number)

test('who may be in danger stands above everybody in every order, and is counted in a view of its own', async () => {
  const desk = await openDesk()
  const first = await addEmail(desk)
  const photo = await addEmail(desk, { photos: 1 })
  const urgent = await addEmail(desk, danger)
  const last = await addEmail(desk)
  expect(await listed(desk)).toEqual([urgent, first, photo, last])
  expect(await listed(desk, 'newest')).toEqual([urgent, last, photo, first])
  expect(await listed(desk, 'photos')).toEqual([urgent, photo, first, last])
  expect(await countViews(desk.context, desk.story.id)).toMatchObject({ waiting: 4, urgent: 1 })
  const around = (number: number) => neighbours(desk.context, { storyId: desk.story.id, view: 'waiting' }, number)
  expect(await around(urgent)).toEqual({ previous: null, next: first })
  expect(await around(first)).toEqual({ previous: urgent, next: photo })
  expect(await around(last)).toEqual({ previous: photo, next: null })
  await desk.context.close()
})

test('every window of a queue with urgent emails goes on where the one before ended', async () => {
  const desk = await openDesk()
  const numbers: number[] = []
  for (let at = 0; at < 9; at++) numbers.push(await addEmail(desk, at % 3 === 1 ? danger : {}))
  const urgent = numbers.filter((_, at) => at % 3 === 1)
  const seen: number[] = []
  let after: number | undefined
  do {
    const window = await listQueue(desk.context, { storyId: desk.story.id, view: 'waiting', limit: 2, after })
    seen.push(...window.rows.map(row => row.number))
    after = window.next ?? undefined
  } while (after !== undefined)
  expect(seen).toEqual([...urgent, ...numbers.filter(number => !urgent.includes(number))])
  await desk.context.close()
})

test('two editors are needed for what may put somebody in danger, and neither a program nor the first is the second [ASVS 2.3.2]', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk, danger)
  expect(await approve(desk.context, desk.rob, number, { version: 1 })).toMatchObject({ why: 'needs-editor' })
  expect(await approve(desk.context, desk.editor, number, { version: 1 })).toMatchObject({ why: 'two-people' })
  await hold(desk.context, desk.editor, number, { version: 1, needs: 'editor' })
  expect(await approve(desk.context, desk.editor, number, { version: 2 })).toMatchObject({ why: 'second-person' })
  expect(await approve(desk.context, desk.program, number, { version: 2 })).toMatchObject({ why: 'second-person' })
  expect(await approve(desk.context, desk.chief, number, { version: 2 })).toMatchObject({ ok: true })
  await desk.context.close()
})

test('the name of somebody in danger is withheld until somebody confirms it', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk, danger)
  expect((await readSubmission(desk.context, number))!.proposal.name).toBe('Name withheld')
  await hold(desk.context, desk.rob, number, { version: 1, needs: 'editor' })
  const named = { version: 2, name: 'Katherine' }
  expect(await approve(desk.context, desk.editor, number, named)).toMatchObject({ why: 'name-withheld' })
  expect(await approve(desk.context, desk.editor, number, { ...named, named: true })).toMatchObject({ ok: true })
  await desk.context.close()
})

test('somebody in danger is never turned away without a word, and the email says whom to call', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk, danger)
  expect((await readSubmission(desk.context, number))!.care.join()).toContain('116 123')
  expect(await reject(desk.context, desk.editor, number, { version: 1 })).toMatchObject({ why: 'needs-reason' })
  expect(await markSpam(desk.context, desk.editor, number, { version: 1, reason: ' ' })).toMatchObject({
    why: 'needs-reason',
  })
  expect(await reject(desk.context, desk.rob, number, { version: 1, reason: 'Duty editor told' })).toMatchObject({
    ok: true,
  })
  expect(await countViews(desk.context, desk.story.id)).toMatchObject({ urgent: 0, rejected: 1 })
  const verified = await verifyStore(desk.context.store, keysFrom(new Uint8Array(32)))
  expect(verified.find(check => check.name === 'counts')!.faults).toEqual([])
  await desk.context.close()
})

test('a barred name is published by nobody: not in the text, the name, the place, or split over lines and accents', async () => {
  const desk = await openDesk()
  await bar(desk, ['Jane Doe', 'Ward 7', ''], 'Injunction of 26 April: no name of the patient.')
  const number = await addEmail(desk)
  for (const fields of [
    { text: 'I saw JANE\nDOE there.' },
    { text: 'I saw Jané *Doe*’s sister.' },
    { text: 'It was jane-doe.' },
    { name: 'Jane Doe' },
    { place: 'Ward 7' },
  ])
    expect(await approve(desk.context, desk.editor, number, { version: 1, ...fields })).toMatchObject({ why: 'barred' })
  expect((await readSubmission(desk.context, number))!.story!.legal_notice).toContain('Injunction')
  const fine = { version: 1, text: 'Ward 70 and Jane Doeson are other things.' }
  expect(await approve(desk.context, desk.editor, number, fine)).toMatchObject({ ok: true })
  await desk.context.close()
})

test('what is barred between approval and publication does not go live, and is back at the desk with the reason', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  const other = await addEmail(desk)
  await approve(desk.context, desk.rob, number, { version: 1, grace: 0, text: 'Mr Grey was there.' })
  await approve(desk.context, desk.rob, other, { version: 1, grace: 0 })
  await bar(desk, ['mr grey'])
  await publishDue(desk.context)
  const email = (await readSubmission(desk.context, number))!
  expect(email).toMatchObject({ state: 'held', needs: 'editor', entry: { state: 'withdrawn' } })
  expect(email.reason).toContain('mr grey')
  expect((await readSubmission(desk.context, other))!.entry!.state).toBe('live')
  await bar(desk, [])
  const again = { version: email.version, grace: 0, text: 'Mr Grey was there.' }
  expect(await approve(desk.context, desk.editor, number, again)).toMatchObject({ ok: true })
  await publishDue(desk.context)
  expect((await readSubmission(desk.context, number))!.entry!.state).toBe('live')
  await desk.context.close()
})

test('an amendment cannot bring in what is barred; what is live already is named to whoever bars it', async () => {
  const desk = await openDesk()
  const number = await addEmail(desk)
  const made = await approve(desk.context, desk.rob, number, { version: 1, grace: 0, text: 'Mr Grey was there.' })
  if (!made.ok) throw new Error(made.why)
  await publishDue(desk.context)
  await bar(desk, ['Grey', 'Black'])
  expect(await entriesBarred(desk.context, desk.story.id)).toMatchObject([{ words: ['Grey'] }])
  const amend = (text: string) => amendEntry(desk.context, desk.editor.id, made.entry.id, { revision: 1, text })
  expect(await amend('Mr Black was there.')).toMatchObject({ why: 'barred', words: ['Black'] })
  expect(await amend('He was there.')).toMatchObject({ ok: true })
  expect(await entriesBarred(desk.context, desk.story.id)).toEqual([])
  await desk.context.close()
})
