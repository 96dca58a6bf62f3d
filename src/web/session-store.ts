// express-session's store over our table. Rows are keyed by the hash of the id, so the table alone opens no session.
import session from 'express-session'
import { sha256 } from '../id.ts'
import type { Context } from '../store/index.ts'

/** A session ends after 12 hours without a request, and after 7 days whatever happens. */
const idleLife = 12 * 3_600_000
export const absoluteLife = 7 * 24 * 3_600_000
/** That somebody is there is written down this often (ms). */
const noteEvery = 60_000
/** What is forgotten is only asked for again. */
const mostNoted = 10_000

/** Marks a session object whose row is still to be made; gone once it is. */
const fresh = Symbol('fresh')
/** Marks a session object for a request that only asks about it. */
const quiet = Symbol('quiet')
/** The middleware gives every store this function; the types leave it out. */
type GeneratingStore = session.Store & { generate: (request: Parameters<session.Store['regenerate']>[0]) => void }
type Kept = session.SessionData & { [fresh]?: true; [quiet]?: true }

/** This request does not count as somebody being there. */
export const askQuietly = (data: session.SessionData): void =>
  void Object.defineProperty(data, quiet, { value: true, enumerable: false })

/** What is left of a session (ms): `idle` begins anew with each request, `whole` never does. 0: it is over. */
export async function sessionEnd({ db, now }: Context, id: string): Promise<{ idle: number; whole: number }> {
  const row = await db
    .selectFrom('session')
    .select(['seen_at', 'expires_at'])
    .where('key', '=', sha256(id))
    .executeTakeFirst()
  const left = (end: number) => Math.max(0, end - now())
  return row ? { idle: left(row.seen_at + idleLife), whole: left(row.expires_at) } : { idle: 0, whole: 0 }
}

/**
 * `set` makes a row only for a session that was begun by signing in just now; any other it updates where the row still
 * lives, so that a slow request cannot revive a session that was ended meanwhile.
 */
export function sessionStore(context: Context): session.Store {
  const { db, now } = context
  const store = new (session.Store as unknown as new () => GeneratingStore)()

  const live = (id: string) =>
    db
      .selectFrom('session')
      .select(['data', 'seen_at'])
      .where('key', '=', sha256(id))
      .where('expires_at', '>', now())
      .where('seen_at', '>', now() - idleLife)
      .executeTakeFirst()

  async function write(id: string, data: Kept): Promise<void> {
    const row = { data: JSON.stringify(data), staff_id: data.passport?.user ?? null, seen_at: now() }
    if (data[fresh]) {
      delete data[fresh]
      const made = { key: sha256(id), created_at: now(), expires_at: now() + absoluteLife, ...row }
      await db.insertInto('session').values(made).execute()
    } else await db.updateTable('session').set(row).where('key', '=', sha256(id)).execute()
  }

  /** When sessions were last noted, as far as is known: an update that changes nothing waits for writers, too. */
  const notedAt = new Map<string, number>()
  const remember = (id: string, row: { data: string; seen_at: number } | undefined) => {
    if (notedAt.size >= mostNoted) notedAt.clear()
    if (row) notedAt.set(id, row.seen_at)
    return row ? JSON.parse(row.data) : null
  }
  const isNoted = (id: string) => (notedAt.get(id) ?? 0) >= now() - noteEvery

  const remove = (id: string) => db.deleteFrom('session').where('key', '=', sha256(id)).execute()

  const seen = (id: string) =>
    db
      .updateTable('session')
      .set({ seen_at: now() })
      .where('key', '=', sha256(id))
      .where('seen_at', '<', now() - noteEvery)
      .execute()

  type Done = (error?: unknown) => void
  const nothing = () => {}
  return Object.assign(store, {
    get: (id: string, done: (error: unknown, data?: session.SessionData | null) => void) =>
      void live(id).then(row => done(null, remember(id, row)), done),
    set: (id: string, data: Kept, done: Done = nothing) => void write(id, data).then(() => done(), done),
    touch: (id: string, data: Kept, done: Done = nothing) =>
      isNoted(id) || data[quiet] ? done() : void seen(id).then(() => done(), done),
    destroy: (id: string, done: Done = nothing) => void remove(id).then(() => done(), done),
    regenerate(request: Parameters<session.Store['regenerate']>[0], done: Done) {
      remove(request.sessionID).then(() => {
        store.generate(request)
        Object.defineProperty(request.session, fresh, { value: true, configurable: true, enumerable: false })
        done()
      }, done)
    },
  })
}
