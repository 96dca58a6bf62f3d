// The only file that knows imapflow. Every answer of it that could mean two things becomes one value or a MailFailure.
import { performance } from 'node:perf_hooks'
import { TLSSocket } from 'node:tls'
import { type FetchMessageObject, type FetchQueryObject, ImapFlow } from 'imapflow'
import { mayCall, notOnTheList } from '../outgoing.ts'
import { failureOf, MailFailure, missingFolder } from './failure.ts'
import { isLoopback } from './loopback.ts'
import type { Body, MailSession, MailSettings } from './mail-session.ts'
import type { Timings } from './timings.ts'
import { expandSet, uidSet } from './uid-set.ts'
import { withDeadline } from './waiting.ts'

/** Set on a message once its bytes are safe with us. */
export const storedKeyword = '$PostbagStored'

/** The largest body we take whole is 25 MB; an answer beyond this would break the connection. */
const literalLimit = 32 * 1024 * 1024

const nothing = () => {}

function createClient(settings: MailSettings, timings: Timings, throttled: (ms: number) => void): ImapFlow {
  const { host, port, security, username } = settings
  if (security === 'none' && !isLoopback(host))
    throw new MailFailure('tls', `Security “none” would send the password in clear to ${host}. Use tls or starttls.`)
  if (!mayCall(settings.outgoing, host)) throw new MailFailure('unreachable', notOnTheList(host))
  return new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth:
      settings.accessToken === undefined
        ? { user: username, pass: settings.password ?? '' }
        : { user: username, accessToken: settings.accessToken },
    tls: settings.ca === undefined ? {} : { ca: settings.ca },
    // The only way to hear of a server that asks us to slow down: otherwise the library waits inside the command, our own
    // deadline ends that, and a new connection is the last thing the server wants.
    logger: {
      ...{ debug: nothing, info: nothing, error: nothing },
      warn: (entry: { throttleDelay?: unknown }) => {
        if (typeof entry.throttleDelay === 'number') throttled(entry.throttleDelay)
      },
    },
    clientInfo: { name: 'Postbag' },
    disableAutoIdle: true,
    connectionTimeout: timings.connect,
    greetingTimeout: timings.greeting,
    socketTimeout: timings.socket,
    maxIdleTime: timings.idle,
    maxLiteralSize: literalLimit,
  })
}

/** Connects, signs in and opens the folder. `signal` breaks it off at any moment. Throws MailFailure. */
export async function openMailSession(
  settings: MailSettings,
  timings: Timings,
  signal: AbortSignal,
): Promise<MailSession> {
  // Without a listener the first error of the socket would end the process.
  const state = { stirred: false, ended: false, unflaggable: false, throttled: 0, wake: () => {} }
  const client = createClient(settings, timings, ms => {
    state.throttled = ms
    client.close()
  })
  const stir = () => {
    state.stirred = true
    state.wake()
  }
  client.on('error', () => {})
  client.on('exists', stir)
  client.on('expunge', stir)
  client.on('close', () => {
    state.ended = true
    state.wake()
  })
  const abort = () => client.close()
  signal.addEventListener('abort', abort)
  client.on('close', () => signal.removeEventListener('abort', abort))

  const ask = async <Answer>(work: () => Promise<Answer>, ms = timings.command): Promise<Answer> => {
    if (state.ended) throw failureOf(new Error('closed'), settings)
    try {
      return await withDeadline(work(), ms, () => {
        client.close()
        return new MailFailure('lost', `${settings.host} stopped answering. The connection is made again by itself.`)
      })
    } catch (error) {
      throw failureOf(state.throttled > 0 ? { throttleReset: state.throttled } : error, settings)
    }
  }

  const open = async () => {
    let failure: unknown
    await ask(async () => {
      try {
        return await client.mailboxOpen(settings.folder, { readOnly: settings.quiet === true })
      } catch (error) {
        failure = error
        return undefined
      }
    })
    if (failure !== undefined) {
      if (!state.ended && (failure as { responseStatus?: string }).responseStatus)
        throw new MailFailure('folder', missingFolder(settings), { code: 'NOFOLDER' })
      throw failureOf(failure, settings)
    }
    if (!client.mailbox) throw failureOf(new Error('no mailbox'), settings)
    return client.mailbox
  }

  try {
    await ask(() => client.connect(), timings.connect + timings.greeting + timings.command)
    const folder = await open()
    const permanent = folder.permanentFlags
    const flags =
      settings.quiet !== true &&
      folder.readOnly !== true &&
      (permanent === undefined || permanent.has('\\*') || permanent.has(storedKeyword))
    return sessionOf({ client, settings, timings, ask, open, state, flags })
  } catch (error) {
    client.close()
    throw error
  }
}

type Parts = {
  client: ImapFlow
  settings: MailSettings
  timings: Timings
  ask: <Answer>(work: () => Promise<Answer>, ms?: number) => Promise<Answer>
  open: () => Promise<{ uidValidity: bigint }>
  state: { stirred: boolean; ended: boolean; unflaggable: boolean; wake: () => void }
  flags: boolean
}

function sessionOf(parts: Parts): MailSession {
  const { client, settings, ask, state, flags } = parts
  const changed = () => new MailFailure('lost', `The folder “${settings.folder}” on ${settings.host} was replaced.`)
  const uidvalidity = Number(client.mailbox ? client.mailbox.uidValidity : 0)
  const fetch = async (uids: number[], query: FetchQueryObject, ms?: number): Promise<FetchMessageObject[]> => {
    const wanted = new Set(uids)
    const found = await ask(() => client.fetchAll(uidSet(uids), query, { uid: true }), ms)
    // A server may answer about messages nobody asked for, and about one message twice.
    return found.filter(message => message.uid && wanted.delete(message.uid))
  }
  return {
    uidvalidity,
    get flags() {
      return flags && !state.unflaggable
    },
    certificateUntil: certificateUntil(client),
    pushes: client.capabilities.has('IDLE'),
    async search({ above, unflagged } = {}) {
      state.stirred = false
      const query = {
        ...(above === undefined ? { all: true } : { uid: `${above + 1}:*` }),
        ...(unflagged ? { unKeyword: storedKeyword } : {}),
      }
      const answer = await ask(() => client.search(query, { uid: true, returnOptions: ['ALL'] }))
      // `false` comes for a folder that was deleted or made anew; an empty folder answers with an empty list.
      if (!answer) throw changed()
      const uids = Array.isArray(answer) ? answer : expandSet(answer.all ?? '')
      return uids.filter(uid => uid > (above ?? 0)).sort((one, other) => one - other)
    },
    async outline(uids, withMessageId = false) {
      const query = { uid: true, size: true, internalDate: true, ...(withMessageId ? { headers: ['message-id'] } : {}) }
      const found = await fetch(uids, query)
      return found.map(message => ({
        uid: message.uid,
        size: message.size ?? 0,
        internalDate: epoch(message.internalDate),
        messageId: withMessageId ? messageIdIn(message.headers) : '',
      }))
    },
    bodies: (uids, bytes, most) => bodies(parts, { uids, bytes, most }),
    async flag(uids) {
      const done = await ask(() => client.messageFlagsAdd(uidSet(uids), [storedKeyword], { uid: true, silent: true }))
      // `false` comes from a folder whose flags we may not change; asking again each minute would change nothing.
      if (!done) state.unflaggable = true
      return done
    },
    async reopen() {
      const folder = await parts.open()
      if (Number(folder.uidValidity) !== uidvalidity) throw changed()
    },
    stirred: () => state.stirred,
    idle: (ms, signal) => idle(parts, ms, signal),
    hurry: () => ask(() => client.noop()),
    async close() {
      await withDeadline(client.logout(), 1000, () => new Error('late')).catch(() => {})
      client.close()
    },
  }
}

type Wish = { uids: number[]; bytes: number; most: number | undefined }

/** One FETCH for all of them. Its deadline is of waiting alone: what the caller does between two bodies is not counted. */
async function* bodies({ client, timings, ask }: Parts, { uids, bytes, most }: Wish): AsyncGenerator<Body> {
  const wanted = new Set(uids)
  const source = most === undefined ? true : { maxLength: most }
  const answers = client.fetch(uidSet(uids), { uid: true, source }, { uid: true })
  let left = timings.command + bytes / 50
  try {
    for (;;) {
      const asked = performance.now()
      const answer = await ask(() => answers.next(), left)
      left -= performance.now() - asked
      if (answer.done) return
      const { uid, source: raw } = answer.value
      if (wanted.delete(uid) && Buffer.isBuffer(raw)) yield { uid, raw }
    }
  } finally {
    // Lets go of what still comes when the caller gave up; after a failure there is nothing to wait for.
    void answers.return(false).catch(nothing)
  }
}

/** IDLE ends by itself when the next command is given, so that the command need not wait for it. */
function idle({ client, state }: Parts, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (state.stirred || state.ended || signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      state.wake = () => {}
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
    state.wake = done
    // `false` means that the connection is dead; the command that follows then says so.
    client.idle().then(answer => void (answer === false && done()), done)
  })
}

function certificateUntil(client: ImapFlow): number | null {
  // Not among the library's types, but its own documentation has it.
  const { socket } = client as unknown as { socket?: unknown }
  return socket instanceof TLSSocket ? epoch(socket.getPeerCertificate().valid_to) || null : null
}

function epoch(date: unknown): number {
  const at = date instanceof Date ? date.getTime() : Date.parse(String(date))
  return Number.isFinite(at) && at > 0 ? at : 0
}

function messageIdIn(headers: unknown): string {
  if (!Buffer.isBuffer(headers)) return ''
  const line = headers.toString('latin1').replace(/\r?\n[ \t]/g, ' ')
  return /^message-id:\s*(.*)$/im.exec(line)?.[1]?.trim() ?? ''
}
