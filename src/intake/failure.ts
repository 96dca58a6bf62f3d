// What can go wrong with a mail server, as a kind that decides what we do and a sentence that people can act on.

export type FailureKind =
  /** No such host, nothing listens, no route. */
  | 'unreachable'
  /** Certificate refused, or no encryption offered. */
  | 'tls'
  /** User name, password or token refused. */
  | 'credentials'
  /** The server is there and says not now. */
  | 'busy'
  /** The server named a time to stay away for. */
  | 'throttled'
  /** The folder is missing or cannot be opened. */
  | 'folder'
  /** Connection broken off or silent. */
  | 'lost'
  /** Our own database or disk. */
  | 'storage'
  /** A fault of our own making. */
  | 'odd'

/** Thrown by the wrapper around imapflow, and by nothing else. `message` is a sentence for people. */
export class MailFailure extends Error {
  kind: FailureKind
  /** Milliseconds the server asked us to wait. */
  wait: number
  /** The library's own code, for the log. */
  code: string
  constructor(kind: FailureKind, words: string, facts: { wait?: number; code?: string } = {}) {
    super(words)
    this.kind = kind
    this.wait = facts.wait ?? 0
    this.code = facts.code ?? ''
  }
}

/** Where a mailbox is, as the sentences need it. */
export type Where = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  username: string
  folder: string
}

type Raised = {
  code?: string
  message?: string
  reason?: string
  authenticationFailed?: boolean
  serverResponseCode?: string
  responseText?: string
  response?: unknown
  responseStatus?: string
  throttleReset?: number
  mailboxMissing?: boolean
  tlsFailed?: boolean
}

const unreachable: Record<string, (where: Where) => string> = {
  ENOTFOUND: ({ host }) => `There is no mail server called “${host}”. Check the host name.`,
  EAI_AGAIN: ({ host }) => `The name “${host}” could not be looked up. Check the network and the host name.`,
  ECONNREFUSED: ({ host, port }) =>
    `Nothing answers at ${host}, port ${port}. Check the host and the port, and that the mail server runs.`,
  EHOSTUNREACH: ({ host }) => `There is no way to ${host} from here. Check the network and the host name.`,
  ENETUNREACH: ({ host }) => `There is no way to ${host} from here. Check the network.`,
  ETIMEDOUT: ({ host, port }) =>
    `${host}, port ${port}, did not answer in time. Check the host, the port and the firewall.`,
  CONNECT_TIMEOUT: ({ host, port }) =>
    `${host}, port ${port}, did not answer in time. Check the host, the port and the firewall.`,
  GREETING_TIMEOUT: ({ host, port }) =>
    `${host} accepts calls on port ${port} but says nothing. Check that this is the IMAP port and that the security setting fits it (tls is usually 993, starttls 143).`,
}

const certificate: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its chain ends in a certificate that this computer does not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its issuer is not known to this computer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is not known to this computer',
  UNABLE_TO_GET_ISSUER_CERT: 'its issuer is not known to this computer',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet (or the clock of this computer is wrong)',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it was made out for another name',
}

const refusedCredentials = new Set(['AUTHENTICATIONFAILED', 'AUTHORIZATIONFAILED', 'EXPIRED'])
const passingWords =
  /unavailable|too many|simultaneous|try again|temporar|not connected|limit|in use|inuse|busy|later|throttl|overload|internal error/i

/** Any error of imapflow, of TLS or of a socket as a MailFailure. */
export function failureOf(error: unknown, where: Where): MailFailure {
  if (error instanceof MailFailure) return error
  const raised = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as Raised
  const code = String(raised.code ?? raised.serverResponseCode ?? '')
  const made = (kind: FailureKind, words: string, wait = 0) => new MailFailure(kind, words, { code, wait })
  if (code === 'ETHROTTLE' || raised.throttleReset)
    return made('throttled', `${where.host} asks us to slow down. We go on by ourselves later.`, raised.throttleReset)
  const reachable = unreachable[code]
  if (reachable) return made('unreachable', reachable(where))
  const distrust = certificate[code]
  if (distrust)
    return made(
      'tls',
      `The certificate of ${where.host} was refused: ${distrust}. Use the name the certificate was made for, or give the authority’s file in NODE_EXTRA_CA_CERTS.`,
    )
  if (raised.tlsFailed || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO')
    return made('tls', noEncryption(where))
  // Goodbye instead of a greeting: too many connections, or a server that is being looked after.
  if (code === 'ClosedAfterConnectText' || code === 'ClosedAfterConnectTLS') return made('busy', notNow(where))
  if (raised.authenticationFailed) return signIn(raised, where, code)
  if (raised.mailboxMissing) return made('folder', missingFolder(where))
  return made('lost', `The connection to ${where.host} broke off. It is made again by itself.`)
}

/** The same for an error that may have come from our own side of a pass: the database, the disk, a bug. */
export function faultOf(error: unknown, { host }: Pick<Where, 'host'>): MailFailure {
  if (error instanceof MailFailure) return error
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new MailFailure(
      'storage',
      'The disk is full, so no mail is fetched. Free some space: nothing is lost, what waits on the server comes in then.',
      { code },
    )
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new MailFailure('storage', 'The database is busy with another program. We try again by ourselves.', { code })
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB')
    return new MailFailure(
      'storage',
      'The database is damaged, so nothing is written any more. Stop Postbag, run `verify` and restore the last good backup; mail waits on the server meanwhile.',
      { code },
    )
  if (code.startsWith('SQLITE'))
    return new MailFailure('storage', `The database could not be read or written (${code}). Check the disk.`, { code })
  const words = error instanceof Error ? error.message : String(error)
  return new MailFailure('odd', `Fetching from ${host} failed (${words.slice(0, 200)}). It is tried again.`, {
    code,
  })
}

const notNow = ({ host }: Where) => `${host} does not let us in just now. We try again by ourselves.`

const noEncryption = ({ host, port, security }: Where) =>
  security === 'starttls'
    ? `${host} offers no STARTTLS on port ${port}, so the password was not sent. Try security tls, usually on port 993.`
    : `${host} does not speak TLS on port ${port}. Check the port (993 for tls, 143 for starttls).`

export const missingFolder = ({ folder, host, username }: Where) =>
  `There is no folder “${folder}” for ${username} on ${host}, or it cannot be opened. Check how it is written; the main folder is INBOX.`

/** imapflow calls every refusal at sign-in a failed authentication; only some are about the password. */
function signIn(raised: Raised, where: Where, code: string): MailFailure {
  const server = (raised.serverResponseCode ?? '').toUpperCase()
  const text = `${typeof raised.response === 'string' ? raised.response : ''} ${raised.responseText ?? ''}`
  const passing =
    server === '' ? raised.responseStatus === 'BAD' || passingWords.test(text) : !refusedCredentials.has(server)
  if (passing) return new MailFailure('busy', notNow(where), { code })
  return new MailFailure(
    'credentials',
    `${where.host} refused the user name or the password of “${where.username}”. Check both; where sign-in takes two steps, make an app password.`,
    { code },
  )
}
