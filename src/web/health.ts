// Health for machines: is the process alive, and is it ready. A mail fault never takes the web out of rotation.
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Request, Response } from 'express'
import { inScope } from '../desk/policy.ts'
import { findToken } from '../desk/tokens.ts'
import { atHead, type Context } from '../store/index.ts'
import type { Web } from './route.ts'

export type LoopWatch = ReturnType<typeof monitorEventLoopDelay>

/** Watches how late the event loop is; does not keep the process alive. */
export function watchLoop(): LoopWatch {
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  return loop
}

/** The last resort for a hung process: the loop turned, and was less than a second late. */
export async function showAlive(_request: Request, response: Response): Promise<void> {
  const asked = performance.now()
  await new Promise(resolve => setImmediate(resolve))
  const late = performance.now() - asked
  response
    .status(late < 1000 ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .type('text/plain')
    .send(`${late < 1000 ? 'ok' : 'late'}\n`)
}

export type Check = { name: string; ok: boolean; words: string }

/** Everything that must be well for the desk to work. */
export const readyChecks = (web: Web): Promise<Check[]> =>
  Promise.all([writable(web.context), schema(web.context), disk(web.config.database)])

/** `GET /readyz`: which check fails is told only to a bearer token (SECURITY T34). */
export async function showReady(request: Request, response: Response, web: Web): Promise<void> {
  const checks = await readyChecks(web)
  const ok = checks.every(check => check.ok)
  response.status(ok ? 200 : 503).set('Cache-Control', 'no-store')
  if (await hasToken(request, web)) response.json({ ok, checks })
  else response.type('text/plain').send(ok ? 'ready\n' : 'not ready\n')
}

/** Whether the request carries a token that works, and for the figures. */
export async function hasToken(request: Request, web: Web): Promise<boolean> {
  const given = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.get('authorization') ?? '')?.[1]
  const program = given === undefined ? null : await findToken(web.context, given)
  return program !== null && inScope(program, 'metrics')
}

class RolledBack extends Error {}

/** A write that is taken back at once. */
async function writable({ db, now }: Context): Promise<Check> {
  const name = 'database'
  try {
    await db.transaction().execute(async trx => {
      await trx.insertInto('rate_limit').values({ key: 'ready', points: 0, expires_at: now() }).execute()
      throw new RolledBack()
    })
  } catch (error) {
    if (error instanceof RolledBack) return { name, ok: true, words: 'takes writes' }
  }
  return { name, ok: false, words: 'The database takes no writes.' }
}

async function schema({ db }: Context): Promise<Check> {
  const ok = await atHead(db).catch(() => false)
  return { name: 'schema', ok, words: ok ? 'at head' : 'The database belongs to another release.' }
}

async function disk(database: string): Promise<Check> {
  if (database === ':memory:') return { name: 'disk', ok: true, words: 'in memory' }
  const { bavail, blocks } = await statfs(dirname(database))
  const free = blocks === 0 ? 100 : Math.floor((100 * bavail) / blocks)
  return { name: 'disk', ok: free > 10, words: `${free} % free` }
}
