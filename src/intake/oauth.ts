// Access tokens for mailboxes that are signed in to by OAuth 2.0 (RFC 6749): from a refresh token, or from the client's
// own credentials. Tokens are kept in memory, renewed at four fifths of their life, and never logged.
import { mayCall, notOnTheList, type Outgoing } from '../outgoing.ts'
import type { Keys } from '../secret.ts'
import type { Context } from '../store/index.ts'
import { MailFailure } from './failure.ts'
import { isLoopback } from './loopback.ts'
import type { MailSettings, OAuth } from './mail-session.ts'

/** Tokens by mailbox; `renewAt` in epoch milliseconds. */
export type Tokens = Map<string, { token: string; renewAt: number }>

type Answer = { access_token?: string; expires_in?: number; refresh_token?: string; error?: string }

type Wish = { context: Context; keys: Keys; tokens: Tokens; mailboxId: string }

/** The settings with an access token where the mailbox wants one; otherwise as they are. Throws MailFailure. */
export async function withToken(wish: Wish, settings: MailSettings): Promise<MailSettings> {
  const { oauth } = settings
  if (!oauth) return settings
  const { context, tokens, mailboxId } = wish
  const kept = tokens.get(mailboxId)
  if (kept && kept.renewAt > context.now()) return { ...settings, accessToken: kept.token }
  const refreshToken = (await rotatedToken(wish)) ?? oauth.refreshToken
  const answer = await askForToken({ ...oauth, refreshToken }, context.outgoing)
  const life = Math.max(60, answer.expires_in ?? 3600) * 1000
  tokens.set(mailboxId, { token: answer.access_token!, renewAt: context.now() + life * 0.8 })
  if (answer.refresh_token && answer.refresh_token !== refreshToken) await keepRotated(wish, answer.refresh_token)
  return { ...settings, accessToken: answer.access_token }
}

/** Asks the token endpoint. A refusal for good is about credentials; anything else passes. Throws MailFailure. */
export async function askForToken(oauth: OAuth, outgoing?: Outgoing): Promise<Answer> {
  const url = new URL(oauth.tokenUrl)
  if (!mayCall(outgoing, url.hostname)) throw new MailFailure('unreachable', notOnTheList(url.hostname))
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    throw new MailFailure('credentials', `The token address ${url.host} is not https, so no secret was sent to it.`)
  const body = new URLSearchParams({ client_id: oauth.clientId, client_secret: oauth.clientSecret })
  body.set('grant_type', oauth.refreshToken === undefined ? 'client_credentials' : 'refresh_token')
  if (oauth.refreshToken !== undefined) body.set('refresh_token', oauth.refreshToken)
  if (oauth.scope !== undefined) body.set('scope', oauth.scope)
  const response = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {
    throw new MailFailure('unreachable', `${url.host} did not give us a token: it cannot be reached. We try again.`)
  })
  const answer = (await response.json().catch(() => ({}))) as Answer
  if (response.ok && typeof answer.access_token === 'string') return answer
  const code = String(answer.error ?? response.status)
  if (['invalid_grant', 'invalid_client', 'unauthorized_client', 'invalid_scope'].includes(code))
    throw new MailFailure('credentials', refusedWords(url.host, code), { code })
  throw new MailFailure('busy', `${url.host} gives out no token just now (${code}). We try again by ourselves.`, {
    code,
  })
}

const refusedWords = (host: string, code: string) =>
  `${host} no longer lets Postbag sign in to this mailbox (${code}). Give the permission again and store the new secret.`

const rotatedName = (mailboxId: string) => `oauth:${mailboxId}`

async function rotatedToken({ context, keys, mailboxId }: Wish): Promise<string | undefined> {
  const row = await context.db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', rotatedName(mailboxId))
    .executeTakeFirst()
  return row && keys.unseal(row.value)
}

/** Some servers give a new refresh token with each answer and forget the old one. */
async function keepRotated({ context, keys, mailboxId }: Wish, token: string): Promise<void> {
  const value = keys.seal(token)
  await context.db
    .insertInto('setting')
    .values({ name: rotatedName(mailboxId), value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

/** What is kept beside a mailbox's secret is worthless once the secret changes. */
export const forgetRotated = (db: Context['db'], mailboxId: string) =>
  db.deleteFrom('setting').where('name', '=', rotatedName(mailboxId)).execute()
