// Slows down guessing, and never locks an account: an outsider who tries passwords must not keep the desk out.
import ipaddr from 'ipaddr.js'
import { RateLimiterRes } from 'rate-limiter-flexible'
// @ts-expect-error: the base of the library's own store adapters has no type declaration
import StoreLimiter from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js'
import type { Context } from '../store/index.ts'
import type { Web } from './route.ts'

type Limiter = {
  consume: (key: string, points?: number, options?: { customDuration: number }) => Promise<RateLimiterRes>
  penalty: (key: string) => Promise<RateLimiterRes>
  reward: (key: string) => Promise<RateLimiterRes>
  get: (key: string) => Promise<RateLimiterRes | null>
  delete: (key: string) => Promise<boolean>
}
type Options = { keyPrefix: string; points: number; duration: number }

export type Attempt =
  | { ok: true; succeeded: () => Promise<void> }
  /** Seconds until the next try is looked at. */
  | { ok: false; wait: number }

const freeTries = 5
const firstWait = 15
const longestWait = 15 * 60

/**
 * Asks to check one password or code, before any work is spent on it. For an account from one network (/24, or /56 of
 * IPv6): five tries, then one after 15 s, 30 s … 15 min. For one IP address: 30 failures in 10 minutes.
 */
export async function beginAttempt(
  web: Pick<Web, 'context' | 'keys'>,
  account: string,
  ip: string | undefined,
): Promise<Attempt> {
  const tries = limiter(web.context, { keyPrefix: 'tries', points: freeTries, duration: 24 * 3600 })
  const gate = limiter(web.context, { keyPrefix: 'gate', points: 1, duration: firstWait })
  const address = limiter(web.context, { keyPrefix: 'address', points: 30, duration: 600 })
  const who = web.keys.fingerprint(`sign-in ${account.trim().toLowerCase()} ${networkOf(ip)}`)
  const from = web.keys.fingerprint(`sign-in ${ip}`)

  const shut = await gate.get(who)
  if (shut && shut.msBeforeNext > 0) return refused(shut)
  try {
    await address.consume(from)
    const { consumedPoints } = await tries.penalty(who)
    const doubled = firstWait * 2 ** Math.min(10, consumedPoints - freeTries)
    if (consumedPoints >= freeTries) await gate.consume(who, 1, { customDuration: Math.min(longestWait, doubled) })
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refused(refusal)
    throw refusal
  }
  const succeeded = async () => {
    await Promise.all([tries.delete(who), gate.delete(who), address.reward(from)])
    await web.context.db.deleteFrom('rate_limit').where('expires_at', '<', web.context.now()).execute()
  }
  return { ok: true, succeeded }
}

const refused = (result: RateLimiterRes): Attempt => ({
  ok: false,
  wait: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
})

/** The /24 of an IPv4 address, the /56 of an IPv6 one: about one household or office. */
export function networkOf(ip: string | undefined): string {
  try {
    const bytes = ipaddr.process(ip ?? '').toByteArray()
    return bytes.slice(0, bytes.length === 4 ? 3 : 7).join('.')
  } catch {
    return 'unknown'
  }
}

/** The library's counting over our own table, so that several processes count together. */
function limiter({ db, now }: Context, options: Options): Limiter {
  type Counted = { points: number; expires_at: number | null }
  const base = new (StoreLimiter as unknown as new (options: Options) => Limiter)(options)
  return Object.assign(base, {
    async _upsert(key: string, points: number, length: number): Promise<Counted> {
      const at = now()
      const row = { key, points, expires_at: at + length }
      return db
        .insertInto('rate_limit')
        .values(row)
        .onConflict(conflict =>
          conflict.column('key').doUpdateSet(expression => {
            const running = () => expression.case().when('rate_limit.expires_at', '>', at)
            return {
              points: running()
                .then(expression('rate_limit.points', '+', points))
                .else(points)
                .end(),
              expires_at: running().then(expression.ref('rate_limit.expires_at')).else(row.expires_at).end(),
            }
          }),
        )
        .returning(['points', 'expires_at'])
        .executeTakeFirstOrThrow()
    },
    _get: (key: string): Promise<Counted | undefined> =>
      db
        .selectFrom('rate_limit')
        .select(['points', 'expires_at'])
        .where('key', '=', key)
        .where('expires_at', '>', now())
        .executeTakeFirst(),
    async _delete(key: string): Promise<boolean> {
      const gone = await db.deleteFrom('rate_limit').where('key', '=', key).executeTakeFirst()
      return gone.numDeletedRows > 0n
    },
    _getRateLimiterRes: (_key: string, changed: number, row: Counted) =>
      new RateLimiterRes(
        Math.max(options.points - row.points, 0),
        Math.max((row.expires_at ?? 0) - now(), 0),
        row.points,
        row.points === changed,
      ),
  })
}
