// The desk's front door over a real database in memory, with one colleague of each role: for tests of its pages.
import { createHmac } from 'node:crypto'
import type { Express } from 'express'
import request, { type Response } from 'supertest'
import { intakeFor } from '../../src/commands/intake-for-web.ts'
import { readMailOf } from '../../src/commands/read-mail.ts'
import { readConfig } from '../../src/config.ts'
import { hashPassword } from '../../src/desk/password.ts'
import { newId, newSecret, sha256 } from '../../src/id.ts'
import { createPictureMaker } from '../../src/picture/pool.ts'
import { keysFrom } from '../../src/secret.ts'
import type { Role } from '../../src/store/index.ts'
import { createApp } from '../../src/web/app.ts'
import type { WebParts } from '../../src/web/route.ts'
import { type TestContext, testContext } from '../context.ts'

export const password = 'rainy mornings in Ruislip'
export const origin = 'http://localhost:3000'
export const roles = ['viewer', 'moderator', 'editor', 'admin'] as const satisfies Role[]

type Fields = Record<string, string>

/** One browser: it keeps its cookie and sends what a browser sends with a form of our own page. */
export type Browser = {
  get: (path: string, headers?: Fields) => Promise<Response>
  post: (path: string, fields?: Fields, headers?: Fields) => Promise<Response>
}

export type FrontDoor = {
  context: TestContext
  parts: WebParts
  app: Express
  staff: Record<Role, string>
  /** A browser nobody is signed in with. */
  browser: () => Browser
  /** The cookie of a session of somebody of this role: what signing in leaves, without the slow hash. */
  sessionOf: (role: Role) => Promise<string>
  /** A browser that somebody of this role has signed in with. */
  signedIn: (role: Role) => Promise<Browser>
  close: () => Promise<void>
}

export type Settings = { environment?: Fields; dev?: boolean; parts?: Partial<WebParts>; nobody?: boolean }

export async function openFrontDoor(settings: Settings = {}): Promise<FrontDoor> {
  const context = await testContext()
  const environment = { POSTBAG_DATABASE: ':memory:', POSTBAG_SECOND_FACTOR: 'optional', ...settings.environment }
  const pictures = createPictureMaker()
  const keys = keysFrom(new Uint8Array(32).fill(7))
  const parts: WebParts = {
    context,
    config: readConfig(environment),
    keys,
    // What the bundles hold is no matter here, and bundling takes a while.
    assets: { url: name => `/assets/${name}`, files: new Map() },
    dev: settings.dev ?? false,
    intake: intakeFor(context, keys),
    readMail: readMailOf(context, pictures),
    setupToken: 'the-token-of-the-log',
    alarm: null,
    startedAt: context.now(),
    ...settings.parts,
  }
  const app = createApp(parts)
  const staff = settings.nobody ? ({} as Record<Role, string>) : await hire(context)
  const browser = () => browserOf(app)
  return {
    context,
    parts,
    app,
    staff,
    browser,
    sessionOf: role => plantSession(parts, staff[role]),
    async signedIn(role) {
      return browserOf(app, await plantSession(parts, staff[role]))
    },
    async close() {
      await pictures.close()
      await context.close()
    },
  }
}

// All colleagues of all tests have the same password, so that only one slow hash is made.
const hashed = hashPassword(password)

async function hire({ db, now }: TestContext): Promise<Record<Role, string>> {
  const hash = await hashed
  const rows = roles.map(role => ({
    id: newId(now()),
    email: `${role}@example.org`,
    name: `The ${role}`,
    role,
    password: hash,
    created_at: now(),
  }))
  await db.insertInto('staff').values(rows).execute()
  return Object.fromEntries(rows.map(row => [row.role, row.id])) as Record<Role, string>
}

async function plantSession({ context, keys, config }: WebParts, staffId: string): Promise<string> {
  const id = newSecret()
  const at = context.now()
  const cookie = { originalMaxAge: 604_800_000, httpOnly: true, sameSite: 'lax', path: '/' }
  const data = JSON.stringify({ cookie, passport: { user: staffId }, confirmedAt: at })
  await context.db
    .insertInto('session')
    .values({ key: sha256(id), staff_id: staffId, data, created_at: at, seen_at: at, expires_at: at + 604_800_000 })
    .execute()
  const signature = createHmac('sha256', keys.session).update(id).digest('base64').replace(/=+$/, '')
  const name = config.baseUrl.startsWith('https:') ? '__Host-postbag' : 'postbag'
  return `${name}=${encodeURIComponent(`s:${id}.${signature}`)}`
}

function browserOf(app: Express, cookie = ''): Browser {
  const agent = request.agent(app)
  if (cookie) agent.jar.setCookie(cookie)
  return {
    get: (path, headers = {}) => agent.get(path).set({ Accept: 'text/html', ...headers }),
    post: (path, fields = {}, headers = {}) =>
      agent
        .post(path)
        .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', ...headers })
        .type('form')
        .send(fields),
  }
}

/** The session cookie that an answer set, as `name=value`; '' when it set none. */
export const cookieOf = (answer: Response): string =>
  (([] as string[]).concat(answer.headers['set-cookie'] ?? [])[0] ?? '').split(';')[0] ?? ''
