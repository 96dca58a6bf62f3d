// A route is a line of a table: method, path, who may, handler. Nothing is reachable that is not in the table.
import type { Request, Response } from 'express'
import type { Config } from '../config.ts'
import type { MakePicture } from '../desk/pictures.ts'
import type { Action } from '../desk/policy.ts'
import type { SafeHtml } from '../safe.ts'
import type { Keys } from '../secret.ts'
import type { Context } from '../store/index.ts'
import type { AlarmAddress } from './alarm.ts'
import type { Assets } from './assets.ts'
import type { Presence } from './presence.ts'
import type { Published } from './published.ts'

/** What a mailbox form asks for. An empty password keeps the one there is. */
export type MailboxForm = {
  name: string
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  username: string
  password: string
  folder: string
  quiet: boolean
  storyId: string | null
}

/** One step of a connection test, in words. */
export type Step = { name: string; ok: boolean; words: string }

export type MailboxAnswer = { ok: true } | { ok: false; why: string; words: string }

/** A mailbox as the desk shows it: everything but its secret. */
export type ListedMailbox = Omit<MailboxForm, 'password'> & { id: string; paused: boolean }

/** What the web may not import itself, wired in by `main`: mailboxes and the rules that lead mail to stories. */
export type Intake = {
  list: () => Promise<ListedMailbox[]>
  /** Tries to get in: name, connection, sign-in, folder. With an id, an empty password is the one kept. */
  test: (box: MailboxForm, id?: string) => Promise<Step[]>
  add: (by: string, box: MailboxForm) => Promise<MailboxAnswer>
  change: (by: string, id: string, change: Partial<MailboxForm> & { paused?: boolean }) => Promise<MailboxAnswer>
  /** Which rule takes an email, and to which story. `words` is what matched; '' when nothing had to. */
  routeOf: (raw: Uint8Array) => Promise<{ storyId: string | null; rule: string; words: string; to: string[] }>
  /** Takes an email in as if it had just arrived. */
  takeIn: (raw: Uint8Array) => Promise<void>
  /** What each step of reading makes of a message: for the developer's page. */
  explain: (raw: Uint8Array) => Promise<ExplainedStep[]>
}

/** A step of reading: lines of name and value, and the text it made, if it makes one. */
export type ExplainedStep = { title: string; lines: [name: string, value: string][]; text?: string }

/** Kept mail as it came, read when somebody asks: intake's bytes through the mail room. Null: nothing is kept. */
export type ReadMail = {
  source: (number: number) => Promise<Uint8Array | null>
  /** The reader's HTML through the allow-list; null too when the email has none. */
  html: (number: number) => Promise<SafeHtml | null>
  /** `position` counts from 0, as the desk lists attachments. */
  attachment: (number: number, position: number) => Promise<{ filename: string; bytes: Uint8Array } | null>
  /** Our own re-encoding of an attachment. */
  picture: MakePicture
}

/** What the web side is made of. */
export type WebParts = {
  context: Context
  config: Config
  keys: Keys
  assets: Assets
  /** Only `npm run dev` has the developer's pages. */
  dev: boolean
  intake: Intake
  readMail: ReadMail
  /** Where alarms go; null: nowhere. */
  alarm: AlarmAddress | null
  /** When this process began to serve. */
  startedAt: number
  /** Opens `/setup` while nobody has an account; printed in the server's log and nowhere else. */
  setupToken: string
}

/** What handlers are given beside request and response. */
export type Web = WebParts & { published: Published; presence: Presence }

export type Handler = (request: Request, response: Response, web: Web) => Promise<void> | void

/** `anyone` needs no account, `signed-in` any account; every other word is an action of desk/policy.ts. */
export type Access = 'anyone' | 'signed-in' | Action

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'

export type Route = readonly [method: Method, path: string, access: Access, handler: Handler]
