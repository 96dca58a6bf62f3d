// Bearer tokens of programs. Only their SHA-256 is kept; the token itself is shown once.
import { newId, newSecret, sha256 } from '../id.ts'
import { cleanLine } from '../safe.ts'
import { appendEvent, type Context, commit, type Role } from '../store/index.ts'
import { type Actor, type Scope, scopes } from './policy.ts'
import { type Faults, roles } from './staff.ts'

export type Token = {
  id: string
  name: string
  role: Role
  /** Empty: all that the role allows. */
  scopes: Scope[]
  /** Null: until it is revoked. */
  expiresAt: number | null
  createdAt: number
  usedAt: number | null
  revokedAt: number | null
}

/** Makes a token. `secret` is the only copy: the database keeps its hash. */
export async function addToken(
  context: Context,
  by: string,
  wish: { name: string; role: Role; scopes?: string[]; days?: number | null },
): Promise<{ ok: true; token: Token; secret: string } | { ok: false; faults: Faults }> {
  const name = cleanLine(wish.name, 100)
  if (name === '') return { ok: false, faults: { name: 'Give the token a name: it stands beside what it does.' } }
  if (!roles.includes(wish.role)) return { ok: false, faults: { role: `A role is one of: ${roles.join(', ')}.` } }
  const wrong = (wish.scopes ?? []).filter(scope => !(scope in scopes))
  if (wrong.length > 0)
    return { ok: false, faults: { scopes: `A scope is one of: ${Object.keys(scopes).join(', ')}.` } }
  const days = wish.days ?? null
  if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 3650))
    return {
      ok: false,
      faults: { days: 'Give whole days, from 1 to 3650, or nothing: then it works until it is revoked.' },
    }
  const secret = `pb_${newSecret()}`
  return commit(context, async trx => {
    const taken = await trx.selectFrom('token').select('id').where('name', '=', name).executeTakeFirst()
    if (taken) return { ok: false, faults: { name: `There is already a token named ${name}.` } }
    const at = context.now()
    const row = {
      id: newId(at),
      name,
      role: wish.role,
      created_at: at,
      used_at: null,
      revoked_at: null,
      scopes: (wish.scopes ?? []).join(' '),
      expires_at: days === null ? null : at + days * 86_400_000,
    }
    await trx
      .insertInto('token')
      .values({ ...row, hash: sha256(secret) })
      .execute()
    await appendEvent(trx, {
      at,
      kind: 'token-added',
      actor: by,
      data: { token: row.id, role: row.role, scopes: row.scopes },
    })
    return { ok: true, token: tokenOf(row), secret }
  })
}

/** The program behind a token; null when it is unknown, revoked or past its day. Notes its use, at most once a minute. */
export async function findToken(context: Context, secret: string): Promise<Actor | null> {
  const row = await context.db.selectFrom('token').selectAll().where('hash', '=', sha256(secret)).executeTakeFirst()
  if (!row || row.revoked_at !== null) return null
  const now = context.now()
  if (row.expires_at !== null && row.expires_at <= now) return null
  if ((row.used_at ?? 0) < now - 60_000)
    await context.db.updateTable('token').set({ used_at: now }).where('id', '=', row.id).execute()
  const narrowed = row.scopes === '' ? {} : { scopes: row.scopes.split(' ') as Scope[] }
  return { kind: 'token', id: row.id, name: row.name, role: row.role, ...narrowed }
}

/** Every token, revoked ones too, by name. */
export async function listTokens({ db }: Context): Promise<Token[]> {
  const rows = await db.selectFrom('token').selectAll().orderBy('name').execute()
  return rows.map(tokenOf)
}

/** Ends a token, by its name or id. False when there is none that still works. */
export const revokeToken = (context: Context, by: string, nameOrId: string): Promise<boolean> =>
  commit(context, async trx => {
    const at = context.now()
    const row = await trx
      .updateTable('token')
      .set({ revoked_at: at })
      .where(where => where.or([where('name', '=', nameOrId), where('id', '=', nameOrId)]))
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (row) await appendEvent(trx, { at, kind: 'token-revoked', actor: by, data: { token: row.id } })
    return row !== undefined
  })

type TokenRow = {
  id: string
  name: string
  role: Role
  scopes: string
  expires_at: number | null
  created_at: number
  used_at: number | null
  revoked_at: number | null
}

const tokenOf = (row: TokenRow): Token => ({
  id: row.id,
  name: row.name,
  role: row.role,
  scopes: row.scopes.split(' ').filter(Boolean) as Scope[],
  expiresAt: row.expires_at,
  createdAt: row.created_at,
  usedAt: row.used_at,
  revokedAt: row.revoked_at,
})
