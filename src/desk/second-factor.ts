// One-time codes (TOTP, RFC 6238) and the ten recovery codes that stand in for a lost phone.
import { randomInt } from 'node:crypto'
import { generateSecret, generateURI, verify } from 'otplib'
import type { Keys } from '../secret.ts'
import { appendEvent, type Context, commit } from '../store/index.ts'
import { may } from './policy.ts'
import type { Staff } from './staff.ts'

/** A new base32 secret of 160 bits. */
export const newTotpSecret = (): string => generateSecret({ length: 20 })

/** The `otpauth://` address that an authenticator app takes. */
export const otpauthUri = (secret: string, newsroom: string, email: string): string =>
  generateURI({ secret, issuer: `Postbag ${newsroom}`, label: email })

/** Whether a person of this role must have a second factor: whoever can publish or administer (ASVS 6.3.3). */
export const needsSecondFactor = (setting: 'required' | 'optional', { role }: Pick<Staff, 'role'>): boolean =>
  setting === 'required' && may(role, 'decide')

export async function hasSecondFactor({ db }: Pick<Context, 'db'>, staffId: string): Promise<boolean> {
  const row = await db.selectFrom('staff').select('totp').where('id', '=', staffId).executeTakeFirst()
  return row?.totp != null
}

/**
 * Starts using `secret`, once `code` shows that the person's app has it. Answers ten recovery codes, which are shown
 * once: only their fingerprints are kept. Null: the code does not fit.
 */
export async function enrol(
  context: Context,
  keys: Keys,
  staffId: string,
  { secret, code }: { secret: string; code: string },
): Promise<string[] | null> {
  const step = await stepOf(secret, code, null, context.now())
  if (step === null) return null
  const codes = newRecoveryCodes()
  await commit(context, async trx => {
    const at = context.now()
    const sealed = keys.seal(secret)
    await trx.updateTable('staff').set({ totp: sealed, totp_step: step }).where('id', '=', staffId).execute()
    await trx.deleteFrom('recovery_code').where('staff_id', '=', staffId).execute()
    const rows = codes.map(each => ({ staff_id: staffId, hash: printOf(keys, staffId, each), used_at: null }))
    await trx.insertInto('recovery_code').values(rows).execute()
    await appendEvent(trx, { at, kind: 'staff-changed', actor: staffId, data: { staff: staffId, secondFactor: true } })
  })
  return codes
}

/** Stops asking a person for a second factor, passkeys included; `by` is who decided it. */
export const removeSecondFactor = (context: Context, by: string, staffId: string): Promise<void> =>
  commit(context, async trx => {
    await trx.updateTable('staff').set({ totp: null, totp_step: null }).where('id', '=', staffId).execute()
    await trx.deleteFrom('recovery_code').where('staff_id', '=', staffId).execute()
    await trx.deleteFrom('passkey').where('staff_id', '=', staffId).execute()
    const data = { staff: staffId, secondFactor: false }
    await appendEvent(trx, { at: context.now(), kind: 'staff-changed', actor: by, data })
  })

/** Whether `code` is the person's present one-time code, or a recovery code. Each works once (ASVS 6.5.1). */
export async function verifyCode(context: Context, keys: Keys, staffId: string, code: string): Promise<boolean> {
  const typed = code.replace(/[\s-]/g, '').toLowerCase()
  const { db, now } = context
  const row = await db.selectFrom('staff').select(['totp', 'totp_step']).where('id', '=', staffId).executeTakeFirst()
  if (!row?.totp) return false
  if (/^\d{6}$/.test(typed)) {
    const step = await stepOf(keys.unseal(row.totp), typed, row.totp_step, now())
    if (step === null) return false
    // Of two requests with the same code, the database lets one take the step.
    const taken = await db
      .updateTable('staff')
      .set({ totp_step: step })
      .where('id', '=', staffId)
      .where(where => where.or([where('totp_step', 'is', null), where('totp_step', '<', step)]))
      .executeTakeFirst()
    return taken.numUpdatedRows === 1n
  }
  const used = await db
    .updateTable('recovery_code')
    .set({ used_at: now() })
    .where('staff_id', '=', staffId)
    .where('hash', '=', printOf(keys, staffId, typed))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft({ db }: Pick<Context, 'db'>, staffId: string): Promise<number> {
  const rows = await db
    .selectFrom('recovery_code')
    .select('hash')
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute()
  return rows.length
}

/** The time step a code belongs to, one step early or late allowed, later than `after`; null when it does not fit. */
async function stepOf(secret: string, code: string, after: number | null, now: number): Promise<number | null> {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const epoch = Math.floor(now / 1000)
  const result = await verify({ secret, token, epoch, epochTolerance: 30, afterTimeStep: after ?? undefined })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

// Letters and figures that nobody mixes up on paper. Twelve of 31 are 59 bits.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () =>
    Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
      '-',
    ),
  )

const printOf = (keys: Keys, staffId: string, code: string) =>
  keys.fingerprint(`recovery ${staffId} ${code.replace(/[\s-]/g, '')}`)
