// A desk behind its real front door, with a strike-day queue: for the tests of the queue's screens.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readMailOf } from '../../src/commands/read-mail.ts'
import { readConfig } from '../../src/config.ts'
import { hashPassword } from '../../src/desk/password.ts'
import type { Actor } from '../../src/desk/policy.ts'
import { addStory } from '../../src/desk/stories.ts'
import { newId } from '../../src/id.ts'
import { createPictureMaker } from '../../src/picture/pool.ts'
import { keysFrom } from '../../src/secret.ts'
import type { Role } from '../../src/store/index.ts'
import { createFrontDoor } from '../../src/web/app.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import type { Intake, WebParts } from '../../src/web/route.ts'
import { testContext } from '../context.ts'
import { addEmail, type Desk } from '../desk/cast.ts'
import { openSession } from './open-session.ts'
import { type StrikeEmail, strikeEmails } from './strike-emails.ts'

export const password = 'a long walk to Ruislip'

export type QueueDesk = Desk & {
  url: string
  server: Server
  /** The cookie of a session just opened by this person: `rob`, `ann`, `edith`, `charles`, `vera`. */
  cookieOf: (who: string) => Promise<{ name: string; value: string; url: string }>
  add: (email: StrikeEmail) => Promise<number>
  close: () => Promise<void>
}

/** Nothing arrives here by mail: emails are put into the store as the intake room leaves them. */
const noIntake: Intake = {
  list: async () => [],
  test: async () => [],
  add: async () => ({ ok: false, why: 'none', words: '' }),
  change: async () => ({ ok: false, why: 'none', words: '' }),
  routeOf: async () => ({ storyId: null, rule: '', words: '', to: [] }),
  takeIn: async () => {},
  explain: async () => [],
}

// The same for every desk of a test file: both cost more than all the rest of a desk.
const hashed = hashPassword(password)
const bundled = bundleAssets()

/** `emails`: how many of the strike-day emails wait. The clock is the real one, so that ages and graces pass. */
export async function openQueueDesk(
  options: { emails?: number; file?: string; port?: number; grace?: number } = {},
): Promise<QueueDesk> {
  const context = await testContext(options.file)
  context.now = () => Date.now()
  const server = createServer()
  await new Promise<void>(resolve => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const config = readConfig({ POSTBAG_DATABASE: ':memory:', POSTBAG_BASE_URL: url, POSTBAG_SECOND_FACTOR: 'optional' })
  const pictures = createPictureMaker()
  const keys = keysFrom(new Uint8Array(32).fill(7))
  const web: WebParts = {
    context,
    config,
    keys,
    assets: await bundled,
    dev: false,
    intake: noIntake,
    readMail: readMailOf(context, pictures),
    setupToken: 'x',
    alarm: null,
    startedAt: 0,
  }
  server.on('request', createFrontDoor(web))
  const added = await addStory(context, 'system', {
    slug: 'strike',
    title: 'Junior doctors’ strike',
    addresses: ['haveyoursay@example.org'],
    graceSeconds: options.grace ?? 10,
  })
  if (!added.ok) throw new Error(JSON.stringify(added.faults))
  await addStory(context, 'system', { slug: 'storm', title: 'Storm Erin' })
  const hash = await hashed
  const person = async (name: string, role: Role): Promise<Actor> => {
    const row = { id: newId(Date.now()), email: `${name.toLowerCase()}@example.org`, name: `${name} Corley`, role }
    await context.db
      .insertInto('staff')
      .values({ ...row, password: hash, created_at: Date.now() })
      .execute()
    return { kind: 'staff', id: row.id, name: row.name, role }
  }
  const desk: Desk = {
    context,
    story: added.story,
    rob: await person('Rob', 'moderator'),
    ann: await person('Ann', 'moderator'),
    editor: await person('Edith', 'editor'),
    chief: await person('Charles', 'editor'),
    viewer: await person('Vera', 'viewer'),
    program: { kind: 'token', id: 'none', name: 'cms', role: 'editor' },
  }
  const count = options.emails ?? strikeEmails.length
  for (let at = 0; at < count; at++) {
    const minutes = (count - at) * 0.7 + 1
    const received_at = Math.round(Date.now() - minutes * 60_000)
    await addLetter(desk, { ...strikeEmails[at % strikeEmails.length], received_at, kept_at: received_at })
  }
  const add: QueueDesk['add'] = email => addLetter(desk, email)
  const cookieOf: QueueDesk['cookieOf'] = async who => {
    const { id } = await context.db
      .selectFrom('staff')
      .select('id')
      .where('email', '=', `${who}@example.org`)
      .executeTakeFirstOrThrow()
    return { ...(await openSession(context, keys, id)), url }
  }
  const close = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    await pictures.close()
    await context.close()
  }
  return { ...desk, url, server, cookieOf, add, close }
}

async function addLetter(desk: Desk, { folds = [], files = [], ...email }: StrikeEmail): Promise<number> {
  const number = await addEmail(desk, email)
  for (const [position, fold] of folds.entries())
    await desk.context.db
      .insertInto('fold')
      .values({ submission_number: number, position, ...fold })
      .execute()
  for (const [position, file] of files.entries())
    await desk.context.db
      .insertInto('attachment')
      .values({ submission_number: number, position, ...file })
      .execute()
  return number
}
