// What the rest of the room knows of a mail server: how to get in, and what can be asked once there.
import type { Outgoing } from '../outgoing.ts'
import type { Where } from './failure.ts'

/** `refreshToken` left out: the client-credentials flow. */
export type OAuth = {
  tokenUrl: string
  clientId: string
  clientSecret: string
  refreshToken?: string
  scope?: string
}

export type MailSettings = Where & {
  password?: string
  /** In place of the password: OAuth 2.0 (XOAUTH2, OAUTHBEARER). */
  accessToken?: string
  /** How to come by an access token; `withToken` turns it into one. */
  oauth?: OAuth
  /** Nothing on the server is flagged: the folder is opened read-only (EXAMINE). */
  quiet?: boolean
  /** A certificate authority of one's own, PEM. */
  ca?: string
  /** Hosts that may be called; left out: any. */
  outgoing?: Outgoing
}

/** What a message is before its body is asked for. `internalDate` in epoch milliseconds, `size` in bytes. */
export type Outline = { uid: number; size: number; internalDate: number; messageId: string }

export type Body = { uid: number; raw: Uint8Array }

export type MailSession = {
  uidvalidity: number
  /** Whether the server keeps our keyword; when not, the ledger alone is the truth. */
  readonly flags: boolean
  /** When the server's certificate ends, epoch milliseconds; null without TLS. */
  certificateUntil: number | null
  /** Whether the server announces new mail (IDLE, RFC 2177). */
  pushes: boolean
  /** UIDs listed, ascending. `above`: only those higher; `unflagged`: only those without our keyword. */
  search: (which?: { above?: number; unflagged?: boolean }) => Promise<number[]>
  /** Size and date of those the server still has; a UID it leaves out is missing from the answer. */
  outline: (uids: number[], withMessageId?: boolean) => Promise<Outline[]>
  /**
   * Bodies as they come, whole or their first `most` bytes; a UID without a body does not come. `bytes`: how many are
   * expected in all. The server is held back while the caller works; it must give no command meanwhile.
   */
  bodies: (uids: number[], bytes: number, most?: number) => AsyncIterable<Body>
  /** Adds the keyword; false when the server does not let us. Proven only by the next search for messages without it. */
  flag: (uids: number[]) => Promise<boolean>
  /** Opens the folder afresh, so that the server looks again. */
  reopen: () => Promise<void>
  /** Whether the server announced anything since the last `search`. */
  stirred: () => boolean
  /** Resolves at the next announcement, after `ms`, or when the connection ends or `signal` aborts. */
  idle: (ms: number, signal: AbortSignal) => Promise<void>
  /** Has the server say at once what it would announce later. */
  hurry: () => Promise<void>
  /** Says goodbye within a second. */
  close: () => Promise<void>
}
