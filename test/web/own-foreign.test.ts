// What belongs to somebody: each of five callers asks for their own and for another's, and is answered accordingly.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { approve } from '../../src/desk/decisions.ts'
import type { Actor } from '../../src/desk/policy.ts'
import { addStory, type Story } from '../../src/desk/stories.ts'
import { publishDue } from '../../src/feed/index.ts'
import { newId } from '../../src/id.ts'
import type { Role } from '../../src/store/index.ts'
import { addEmail } from '../desk/cast.ts'
import { type Browser, type FrontDoor, openFrontDoor, roles } from './front-door.ts'

let door: FrontDoor
let story: Story
beforeEach(async () => {
  door = await openFrontDoor()
  const added = await addStory(door.context, 'system', { slug: 'strike', title: 'Strike' })
  if (!added.ok) throw new Error('no story')
  story = added.story
})
afterEach(() => door?.close())

const callers = ['nobody', ...roles] as const
type Caller = (typeof callers)[number]
const browserOf = (caller: Caller): Promise<Browser> | Browser =>
  caller === 'nobody' ? door.browser() : door.signedIn(caller)
const actor = (role: Role): Actor => ({ kind: 'staff', id: door.staff[role], name: `The ${role}`, role })
/** Whom an object belongs to: the caller themselves, or somebody else of the same kind. */
const ownerFor = (caller: Caller, own: boolean): Role => {
  if (own && caller !== 'nobody') return caller
  return caller === 'editor' ? 'admin' : 'editor'
}

/** Asks with each caller for an own and a foreign object; answers `caller own`, and what became of it. */
async function eachCaller(
  ask: (browser: Browser, owner: Role, caller: Caller) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const caller of callers)
    for (const own of [true, false])
      answers[`${caller} ${own ? 'own' : 'foreign'}`] = await ask(
        await browserOf(caller),
        ownerFor(caller, own),
        caller,
      )
  return answers
}

const everybody = (own: unknown, foreign: unknown) =>
  Object.fromEntries(
    roles.flatMap(role => [
      [`${role} own`, own],
      [`${role} foreign`, foreign],
    ]),
  )

test('a session is ended by whose it is, whatever id anybody else sends [T5] [ASVS 8.2.2]', async () => {
  const { db } = door.context
  const answers = await eachCaller(async (browser, owner) => {
    const key = newId(door.context.now()).padEnd(64, '0')
    const row = {
      key,
      staff_id: door.staff[owner],
      data: '{}',
      created_at: door.context.now(),
      seen_at: door.context.now(),
    }
    await db
      .insertInto('session')
      .values({ ...row, expires_at: door.context.now() + 1e8 })
      .execute()
    await browser.post('/account/sessions/end', { key })
    const left = await db.selectFrom('session').select('key').where('key', '=', key).execute()
    return left.length === 0 ? 'ended' : 'there'
  })
  expect(answers).toEqual({ 'nobody own': 'there', 'nobody foreign': 'there', ...everybody('ended', 'there') })
})

test('a passkey is removed by whose it is, whatever id anybody else sends [T5] [ASVS 8.2.2]', async () => {
  const { db } = door.context
  const answers = await eachCaller(async (browser, owner) => {
    const id = newId(door.context.now())
    const key = {
      id,
      staff_id: door.staff[owner],
      name: 'Key',
      public_key: Buffer.from([1]),
      counter: 0,
      transports: '',
    }
    await db
      .insertInto('passkey')
      .values({ ...key, created_at: door.context.now() })
      .execute()
    await browser.post('/account/passkeys/removal', { id })
    const left = await db.selectFrom('passkey').select('id').where('id', '=', id).execute()
    return left.length === 0 ? 'removed' : 'there'
  })
  expect(answers).toEqual({ 'nobody own': 'there', 'nobody foreign': 'there', ...everybody('removed', 'there') })
})

test('an entry is withdrawn by a moderator who approved it, and by every editor [T5] [ASVS 8.2.2]', async () => {
  const answers = await eachCaller(async (browser, owner) => {
    const number = await addEmail({ context: door.context, story } as never)
    // A viewer can approve nothing, so what would be theirs is an editor's.
    const by = owner === 'viewer' ? 'editor' : owner
    const done = await approve(door.context, actor(by), number, { version: 1, grace: 0 })
    if (!done.ok) throw new Error(done.why)
    await publishDue(door.context)
    await browser.post(`/s/strike/entries/${done.entry.id}/withdrawal`, { why: 'error' })
    const { state } = await door.context.db
      .selectFrom('entry')
      .select('state')
      .where('id', '=', done.entry.id)
      .executeTakeFirstOrThrow()
    return state
  })
  expect(answers).toEqual({
    ...{ 'nobody own': 'live', 'nobody foreign': 'live', 'viewer own': 'live', 'viewer foreign': 'live' },
    ...{
      'moderator own': 'withdrawn',
      'moderator foreign': 'live',
      'editor own': 'withdrawn',
      'editor foreign': 'withdrawn',
    },
    ...{ 'admin own': 'withdrawn', 'admin foreign': 'withdrawn' },
  })
})

test('an email is reached in its own story and not by way of another [T5] [ASVS 8.2.2]', async () => {
  const other = await addStory(door.context, 'system', { slug: 'floods', title: 'Floods' })
  if (!other.ok) throw new Error('no story')
  const number = await addEmail({ context: door.context, story } as never)
  const admin = await door.signedIn('admin')
  for (const path of ['', '/source', '/html', '/why', '/attachments/0']) {
    const { status, text } = await admin.get(`/s/floods/submissions/${number}${path}`)
    expect([path, status >= 300, text.includes('I support the doctors')]).toEqual([path, true, false])
  }
})
