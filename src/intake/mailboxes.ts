// Mailboxes: where they are and how to get in. Their secrets are kept sealed under the key file.
import { newId } from '../id.ts'
import { mayCall, notOnTheList, type Outgoing } from '../outgoing.ts'
import type { Keys } from '../secret.ts'
import { appendEvent, type Context, commit, type Row } from '../store/index.ts'
import { isLoopback } from './loopback.ts'
import type { MailSettings, OAuth } from './mail-session.ts'
import { forgetRotated } from './oauth.ts'

export type Mailbox = Row<'mailbox'>

export type NewMailbox = {
  name: string
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  username: string
  /** '' with `oauth`. */
  password: string
  oauth?: OAuth
  folder?: string
  storyId?: string | null
  quiet?: boolean
}

export type MailboxRefusal = {
  ok: false
  why: 'name-taken' | 'in-clear' | 'bad-port' | 'incomplete' | 'bad-signs' | 'not-on-the-list'
  words: string
}

/** Checks what can be checked without calling the server; answers the refusal in words, or null. */
export function refuseMailbox(box: NewMailbox, outgoing?: Outgoing): MailboxRefusal | null {
  const refuse = (why: MailboxRefusal['why'], words: string): MailboxRefusal => ({ ok: false, why, words })
  if (!box.name.trim()) return refuse('incomplete', 'Give the mailbox a name.')
  if (!box.host.trim()) return refuse('incomplete', 'Say which mail server the mailbox is on.')
  if (!box.username.trim()) return refuse('incomplete', 'Say which user name signs in to the mailbox.')
  if (!box.password && !box.oauth) return refuse('incomplete', 'Give the password of the mailbox.')
  // Nothing that could end a line of IMAP goes into one (ASVS 1.3.11); the client quotes the rest.
  if ([box.host, box.username, box.password, box.folder ?? ''].some(each => /[\u0000-\u001f\u007f]/.test(each)))
    return refuse('bad-signs', 'Host, user name, password and folder are single lines without control characters.')
  if (!Number.isInteger(box.port) || box.port < 1 || box.port > 65535)
    return refuse('bad-port', 'The port is a number from 1 to 65535; IMAP over TLS is usually on 993.')
  if (box.security === 'none' && !isLoopback(box.host))
    return refuse(
      'in-clear',
      `Security “none” would send the password in clear to ${box.host}. It is allowed for this computer only; use tls or starttls.`,
    )
  const hosts = [box.host.trim(), ...(box.oauth ? [new URL(box.oauth.tokenUrl).hostname] : [])]
  const foreign = hosts.find(host => !mayCall(outgoing, host))
  if (foreign !== undefined) return refuse('not-on-the-list', notOnTheList(foreign))
  return null
}

/** Adds a mailbox. The one who acts is `actor`, a staff id or `system`. */
export async function addMailbox(
  context: Context,
  keys: Keys,
  box: NewMailbox,
  actor = 'system',
): Promise<{ ok: true; mailbox: Mailbox } | MailboxRefusal> {
  const refusal = refuseMailbox(box, context.outgoing)
  if (refusal) return refusal
  const now = context.now()
  return await commit(context, async trx => {
    const taken = await trx.selectFrom('mailbox').select('id').where('name', '=', box.name.trim()).executeTakeFirst()
    if (taken)
      return {
        ok: false as const,
        why: 'name-taken' as const,
        words: `There is already a mailbox called “${box.name}”.`,
      }
    const mailbox = await trx
      .insertInto('mailbox')
      .values({
        id: newId(now),
        name: box.name.trim(),
        host: box.host.trim(),
        port: box.port,
        security: box.security,
        username: box.username.trim(),
        secret: sealSecret(keys, box),
        folder: box.folder?.trim() || 'INBOX',
        story_id: box.storyId ?? null,
        quiet: box.quiet ? 1 : 0,
        created_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await appendEvent(trx, { at: now, kind: 'mailbox-added', actor, data: { mailbox: mailbox.id } })
    return { ok: true as const, mailbox }
  })
}

export type MailboxChange = Partial<Omit<NewMailbox, 'name'>> & { paused?: boolean }

/** Changes a mailbox; a field left out stays. Faults and back-off of the old settings are forgotten. */
export async function changeMailbox(
  context: Context,
  keys: Keys,
  id: string,
  change: MailboxChange & { actor: string },
): Promise<{ ok: true } | MailboxRefusal | { ok: false; why: 'not-found'; words: string }> {
  const now = context.now()
  return await commit(context, async trx => {
    const old = await trx.selectFrom('mailbox').selectAll().where('id', '=', id).executeTakeFirst()
    if (!old) return { ok: false as const, why: 'not-found' as const, words: 'There is no such mailbox.' }
    const { host = old.host, port = old.port, security = old.security, username = old.username } = change
    const facts = { name: old.name, host, port, security, username, folder: change.folder ?? old.folder }
    const secret = { password: change.password ?? 'kept', oauth: change.oauth }
    const refusal = refuseMailbox({ ...facts, ...secret }, context.outgoing)
    if (refusal) return refusal
    const pausedAt = change.paused === undefined ? old.paused_at : change.paused ? (old.paused_at ?? now) : null
    await trx
      .updateTable('mailbox')
      .set({
        ...{ host, port, security, username },
        secret: change.password || change.oauth ? sealSecret(keys, change) : old.secret,
        folder: change.folder ?? old.folder,
        story_id: change.storyId === undefined ? old.story_id : change.storyId,
        quiet: change.quiet === undefined ? old.quiet : change.quiet ? 1 : 0,
        paused_at: pausedAt,
        error: null,
        error_kind: null,
        error_since: null,
        refusals: 0,
        // Also when nothing else differs: whoever saves the form wants it tried.
        asked_at: now,
      })
      .where('id', '=', id)
      .execute()
    if (change.password || change.oauth) await forgetRotated(trx, id)
    await appendEvent(trx, { at: now, kind: 'mailbox-changed', actor: change.actor, data: { mailbox: id } })
    return { ok: true as const }
  })
}

/** A person presses “try again”: the loop begins anew at once, whatever it was waiting for. */
export async function tryAgain(context: Context, id: string): Promise<void> {
  await context.db.updateTable('mailbox').set({ asked_at: context.now(), refusals: 0 }).where('id', '=', id).execute()
}

export const listMailboxes = (context: Pick<Context, 'db'>): Promise<Mailbox[]> =>
  context.db.selectFrom('mailbox').selectAll().orderBy('name').execute()

type Secret = { password?: string; oauth?: OAuth }

const sealSecret = (keys: Keys, { password, oauth }: Secret) =>
  keys.seal(JSON.stringify(oauth ? { oauth } : { password }))

/** What the wrapper needs to get in. Throws a sentence when the key file is not the one that sealed the secret. */
export function settingsOf(mailbox: Mailbox, keys: Keys): MailSettings {
  const { host, port, security, username, folder } = mailbox
  const secret = JSON.parse(keys.unseal(mailbox.secret)) as Secret
  return { host, port, security, username, folder, quiet: mailbox.quiet === 1, ...secret }
}
