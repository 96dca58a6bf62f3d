// People who work at the desk.
import { newId } from '../id.ts'
import { cleanLine } from '../safe.ts'
import { appendEvent, type Context, commit, type Role, type Row, readInstallation, type Trx } from '../store/index.ts'
import { hashPassword, isOutdated, matchesHash, passwordFault } from './password.ts'

export type Staff = {
  id: string
  email: string
  name: string
  role: Role
  keys: 'on' | 'off' | 'alt'
  theme: 'auto' | 'light' | 'dark'
  skipOpen: boolean
  /** Arrivals are told to a screen reader; and by a tone. */
  spoken: boolean
  sound: boolean
  /** Has seen the first steps. */
  coached: boolean
  createdAt: number
  disabledAt: number | null
}

export type NewStaff = {
  email: string
  name: string
  role: Role
  password: string
  /** Only while nobody has an account: of two who set up at once, one wins. */
  first?: boolean
}

/** What is wrong, by the name of the field, a sentence each. */
export type Faults = Record<string, string>
export type StaffResult = { ok: true; staff: Staff } | { ok: false; faults: Faults }

export const roles = ['viewer', 'moderator', 'editor', 'admin'] as const satisfies Role[]

const weakness = async ({ db, stolenPasswords }: Context, password: string, words: string[]): Promise<string | null> =>
  passwordFault(password, [...words, (await readInstallation(db)).newsroom], stolenPasswords)

/** Adds a person; `by` is who did (a staff id, or `system` for the command line). */
export async function addStaff(context: Context, by: string, wish: NewStaff): Promise<StaffResult> {
  const email = wish.email.trim().toLowerCase()
  const name = cleanLine(wish.name, 100)
  const faults: Faults = {}
  if (!isAddress(email)) faults.email = 'Give an email address, such as rob@example.org.'
  if (name === '') faults.name = 'Give a name: it stands beside each decision.'
  if (!roles.includes(wish.role)) faults.role = `A role is one of: ${roles.join(', ')}.`
  const weak = await weakness(context, wish.password, [email, name])
  if (weak) faults.password = weak
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  const password = await hashPassword(wish.password)
  return commit(context, async trx => {
    const taken = await trx.selectFrom('staff').select('id').where('email', '=', email).executeTakeFirst()
    if (taken) return { ok: false, faults: { email: `${email} already has an account.` } }
    if (wish.first && (await hasStaff({ db: trx })))
      return { ok: false, faults: { email: 'Somebody else has begun to set Postbag up. Ask them for an account.' } }
    const at = context.now()
    const row = await trx
      .insertInto('staff')
      .values({ id: newId(at), email, name, role: wish.role, password, created_at: at })
      .returningAll()
      .executeTakeFirstOrThrow()
    await appendEvent(trx, { at, kind: 'staff-added', actor: by, data: { staff: row.id, role: row.role } })
    return { ok: true, staff: staffOf(row) }
  })
}

export type StaffChange = { name?: string; role?: Role; disabled?: boolean; password?: string }

/** Changes a person. A new role, a new password or the end of the account also ends all of the person's sessions. */
export async function changeStaff(
  context: Context,
  by: string,
  id: string,
  change: StaffChange,
): Promise<StaffResult | null> {
  const before = await findStaff(context, id)
  if (!before) return null
  const words = [before.email, before.name]
  const weak = change.password === undefined ? null : await weakness(context, change.password, words)
  if (weak) return { ok: false, faults: { password: weak } }
  const password = change.password === undefined ? undefined : await hashPassword(change.password)
  const name = change.name === undefined ? undefined : cleanLine(change.name, 100)
  if (name === '') return { ok: false, faults: { name: 'Give a name: it stands beside each decision.' } }
  return commit(context, async trx => {
    const at = context.now()
    const loses = change.disabled === true || (change.role !== undefined && change.role !== 'admin')
    if (loses && (await isLastAdmin(trx, id)))
      return { ok: false, faults: { role: 'This is the last administrator. Make somebody else one first.' } }
    const ended = change.disabled === undefined ? undefined : change.disabled ? at : null
    const row = await trx
      .updateTable('staff')
      .set({ id, name, role: change.role, password, disabled_at: ended })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (row.role !== before.role || row.disabled_at !== null || password !== undefined)
      await trx.deleteFrom('session').where('staff_id', '=', id).execute()
    const data = { staff: id, role: row.role, disabled: row.disabled_at !== null, password: password !== undefined }
    await appendEvent(trx, { at, kind: 'staff-changed', actor: by, data })
    return { ok: true, staff: staffOf(row) }
  })
}

/** How a person likes the desk. Nobody else's business, so no event. */
export async function setPreferences(
  { db }: Context,
  id: string,
  wish: Partial<Pick<Staff, 'keys' | 'theme' | 'skipOpen' | 'spoken' | 'sound' | 'coached'>>,
): Promise<void> {
  const flag = (on: boolean | undefined) => (on === undefined ? undefined : Number(on))
  const flags = { spoken: flag(wish.spoken), sound: flag(wish.sound), coached: flag(wish.coached) }
  await db
    .updateTable('staff')
    .set({ id, keys: wish.keys, theme: wish.theme, skip_open: flag(wish.skipOpen), ...flags })
    .where('id', '=', id)
    .execute()
}

/** The person whom this address and password let in; null otherwise, after the same time. Throws TooBusy. */
export async function verifyPassword(context: Context, email: string, password: string): Promise<Staff | null> {
  const row = await context.db
    .selectFrom('staff')
    .selectAll()
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
  const right = await matchesHash(password, row?.password ?? null)
  if (!row || !right || row.disabled_at !== null) return null
  if (isOutdated(row.password)) {
    const better = await hashPassword(password)
    await context.db.updateTable('staff').set({ password: better }).where('id', '=', row.id).execute()
  }
  return staffOf(row)
}

export async function findStaff({ db }: Pick<Context, 'db'>, id: string): Promise<Staff | null> {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? staffOf(row) : null
}

/** Everybody, by name. */
export async function listStaff({ db }: Pick<Context, 'db'>): Promise<Staff[]> {
  const rows = await db.selectFrom('staff').selectAll().orderBy('name').orderBy('email').execute()
  return rows.map(staffOf)
}

/** Whether anybody has an account yet: `/setup` is open only while nobody has. */
export async function hasStaff({ db }: Pick<Context, 'db'>): Promise<boolean> {
  return (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) !== undefined
}

async function isLastAdmin(trx: Trx, id: string): Promise<boolean> {
  const admins = await trx
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .execute()
  return admins.length === 1 && admins[0]!.id === id
}

/** Loose on purpose: the mail server knows better. */
export const isAddress = (text: string) => text.length <= 254 && /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+$/.test(text)

const staffOf = (row: Row<'staff'>): Staff => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  keys: row.keys,
  theme: row.theme,
  skipOpen: row.skip_open === 1,
  spoken: row.spoken === 1,
  sound: row.sound === 1,
  coached: row.coached === 1,
  createdAt: row.created_at,
  disabledAt: row.disabled_at,
})
