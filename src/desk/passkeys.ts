// Passkeys (WebAuthn level 3) as a second factor that cannot be phished. Whose they are comes from the session alone.
import type {
  AuthenticationResponseJSON,
  GenerateAuthenticationOptionsOpts,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { cleanLine } from '../safe.ts'
import { appendEvent, type Context, commit } from '../store/index.ts'
import type { Staff } from './staff.ts'

export type Passkey = { id: string; name: string; createdAt: number; usedAt: number | null }

/** The site that passkeys are bound to: host and origin of the configured address. */
export type Site = { host: string; origin: string; newsroom: string }

type Transports = NonNullable<GenerateAuthenticationOptionsOpts['allowCredentials']>[number]['transports']

/** Loaded when somebody first uses a passkey: its certificates and ASN.1 cost a start as much as the whole framework. */
const webauthn = () => import('@simplewebauthn/server')

const rowsOf = ({ db }: Pick<Context, 'db'>, staffId: string) =>
  db.selectFrom('passkey').selectAll().where('staff_id', '=', staffId).orderBy('created_at').execute()

export async function listPasskeys(context: Pick<Context, 'db'>, staffId: string): Promise<Passkey[]> {
  const rows = await rowsOf(context, staffId)
  return rows.map(row => ({ id: row.id, name: row.name, createdAt: row.created_at, usedAt: row.used_at }))
}

const credentialsOf = async (context: Pick<Context, 'db'>, staffId: string) =>
  (await rowsOf(context, staffId)).map(row => ({
    id: row.id,
    transports: row.transports.split(' ').filter(Boolean) as Transports,
  }))

/** What the browser is asked in order to make one; keep `challenge` in the session. */
export const registrationOptions = async (context: Context, site: Site, staff: Staff) =>
  (await webauthn()).generateRegistrationOptions({
    rpName: `Postbag ${site.newsroom}`,
    rpID: site.host,
    userName: staff.email,
    userDisplayName: staff.name,
    userID: new TextEncoder().encode(staff.id),
    attestationType: 'none',
    excludeCredentials: await credentialsOf(context, staff.id),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })

/** Keeps the passkey that answers `challenge`. False: the answer does not fit. */
export async function addPasskey(
  context: Context,
  site: Site,
  staff: Staff,
  { challenge, answer, name }: { challenge: string; answer: unknown; name: string },
): Promise<boolean> {
  const { verifyRegistrationResponse } = await webauthn()
  const result = await verifyRegistrationResponse({
    response: answer as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    requireUserVerification: false,
  }).catch(() => null)
  if (!result?.verified) return false
  const { credential } = result.registrationInfo
  await commit(context, async trx => {
    const at = context.now()
    const row = {
      id: credential.id,
      staff_id: staff.id,
      name: cleanLine(name, 60) || 'Passkey',
      public_key: credential.publicKey,
      counter: credential.counter,
      transports: (credential.transports ?? []).join(' '),
      created_at: at,
      used_at: null,
    }
    await trx.insertInto('passkey').values(row).execute()
    await appendEvent(trx, { at, kind: 'staff-changed', actor: staff.id, data: { staff: staff.id, passkey: 'added' } })
  })
  return true
}

/** What the browser is asked in order to prove one; keep `challenge` in the session. */
export const authenticationOptions = async (context: Context, site: Site, staffId: string) =>
  (await webauthn()).generateAuthenticationOptions({
    rpID: site.host,
    allowCredentials: await credentialsOf(context, staffId),
    userVerification: 'preferred',
  })

/** Whether `answer` proves a passkey of this person for `challenge`. A counter that falls back is a copy: refused. */
export async function provePasskey(
  context: Context,
  site: Site,
  staffId: string,
  { challenge, answer }: { challenge: string; answer: unknown },
): Promise<boolean> {
  const response = answer as AuthenticationResponseJSON
  const row = (await rowsOf(context, staffId)).find(each => each.id === response?.id)
  if (!row) return false
  const { verifyAuthenticationResponse } = await webauthn()
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    credential: { id: row.id, publicKey: new Uint8Array(row.public_key), counter: row.counter },
    requireUserVerification: false,
  }).catch(() => null)
  if (!result?.verified) return false
  const counter = result.authenticationInfo.newCounter
  await context.db.updateTable('passkey').set({ counter, used_at: context.now() }).where('id', '=', row.id).execute()
  return true
}

/** Removes one of a person's passkeys. False: it was none of theirs. */
export const removePasskey = (context: Context, staffId: string, id: string): Promise<boolean> =>
  commit(context, async trx => {
    const gone = await trx.deleteFrom('passkey').where('id', '=', id).where('staff_id', '=', staffId).executeTakeFirst()
    if (gone.numDeletedRows === 0n) return false
    const data = { staff: staffId, passkey: 'removed' }
    await appendEvent(trx, { at: context.now(), kind: 'staff-changed', actor: staffId, data })
    return true
  })
