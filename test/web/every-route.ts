// Every route of the running router, with something real in place of its parameters, asked over HTTP by any caller.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { addToken } from '../../src/desk/tokens.ts'
import type { Role } from '../../src/store/index.ts'
import type { Access, Route } from '../../src/web/route.ts'
import { apiRoutes, deskRoutes, publicRoutes } from '../../src/web/routes.ts'
import { type FrontDoor, openFrontDoor, origin, roles } from './front-door.ts'

export type Caller = 'nobody' | Role
export const callers: readonly Caller[] = ['nobody', ...roles]

export type Listed = { method: string; path: string; access: Access; room: 'public' | 'desk' | 'api' }

const listed = (routes: Route[], room: Listed['room'], prefix = ''): Listed[] =>
  routes.map(([method, path, access]) => ({ method, path: prefix + path, access, room }))

/** The table. */
export const table: Listed[] = [
  ...listed(publicRoutes, 'public'),
  ...listed(deskRoutes, 'desk'),
  ...listed(apiRoutes, 'api', '/api/v1'),
]

type Layer = {
  route?: { path: string; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

/** `METHOD path` of every route in the running router, however deep; below /api/v1 without that beginning. */
export function walk(app: Express): string[] {
  const found: string[] = []
  const visit = (layers: Layer[]) => {
    for (const { route, handle } of layers) {
      if (route) for (const method of Object.keys(route.methods)) found.push(`${method.toUpperCase()} ${route.path}`)
      if (handle?.stack) visit(handle.stack)
    }
  }
  visit((app as unknown as { router: { stack: Layer[] } }).router.stack)
  return found.sort()
}

export type House = FrontDoor & {
  /** Answers as soon as the headers are there; the body of an endless answer is cut. */
  ask: (route: Listed, caller: Caller, headers?: Record<string, string>, body?: string) => Promise<Response>
  shut: () => Promise<void>
}

/** A house with one story, listening on a free port, and somebody of each role signed in or with a token. */
export async function openHouse(): Promise<House> {
  const door = await openFrontDoor()
  await door.context.db
    .insertInto('story')
    .values({ id: 'story', slug: 'strike', title: 'Strike', zone: 'Europe/London', created_at: 0, updated_at: 0 })
    .execute()
  const server = createServer(door.app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const cookies = new Map<Caller, string>()
  const tokens = new Map<Caller, string>()
  for (const role of roles) {
    cookies.set(role, await door.sessionOf(role))
    const made = await addToken(door.context, 'system', { name: role, role })
    if (made.ok) tokens.set(role, made.secret)
  }
  return {
    ...door,
    async ask({ method, path, room }, caller, headers = {}, body = '') {
      const stop = new AbortController()
      const unsafe = method !== 'GET' && method !== 'OPTIONS'
      const identity: Record<string, string> = {}
      if (room === 'api' && tokens.has(caller)) identity.authorization = `Bearer ${tokens.get(caller)}`
      if (room !== 'api' && cookies.has(caller)) identity.cookie = cookies.get(caller)!
      if (unsafe) identity['content-type'] = 'application/x-www-form-urlencoded'
      if (unsafe && headers.origin === undefined && headers['sec-fetch-site'] === undefined) identity.origin = origin
      const answer = await fetch(at + filled(path), {
        method,
        redirect: 'manual',
        signal: stop.signal,
        headers: { accept: 'text/html', ...identity, ...headers },
        body: unsafe ? body : undefined,
      })
      if (/event-stream/.test(answer.headers.get('content-type') ?? '')) stop.abort()
      else await answer.clone().arrayBuffer()
      return answer
    },
    async shut() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await door.close()
    },
  }
}

/** Parameters filled with what exists (the story) or could exist. */
const filled = (path: string): string =>
  path
    .replace(':story', path.startsWith('/feeds/:story') && path.endsWith(':story') ? 'strike.atom' : 'strike')
    .replace('{/*rest}', '/x')
    .replace(':slug', 'strike')
    .replace(':number', '1')
    .replace(':position', '0')
    .replace(':name', 'inbox')
    .replace(':secret', 'unknown')
    .replace(/:\w+/g, '01890a5d-ac96-774b-bcce-b302099a8057')

/** Everything that is stored, but for who looked (access), when a session or token was last used, and Kysely's own. */
export function rowsHash({ context }: Pick<FrontDoor, 'context'>): string {
  const { engine } = context.store
  const names = engine
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'kysely%' and name not like 'search%'",
    )
    .pluck()
    .all() as string[]
  const hash = createHash('sha256')
  for (const name of names.filter(each => !['access', 'session', 'token', 'sqlite_sequence'].includes(each)).sort())
    hash.update(JSON.stringify([name, engine.prepare(`select * from "${name}"`).all()]))
  return hash.digest('hex')
}
