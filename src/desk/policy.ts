// Who may do what: one table, deny by default. The only place that compares roles.
import type { Role } from '../store/index.ts'

export const policy = {
  'read-queue': 'viewer',
  decide: 'moderator',
  /** Publish what carries no `bad` finding: for programs a scope of its own. */
  approve: 'moderator',
  /** Approve what carries a `bad` finding, or was sent to an editor. */
  'decide-bad': 'editor',
  /** Take back an entry one approved oneself. */
  'withdraw-own': 'moderator',
  withdraw: 'editor',
  amend: 'editor',
  'arrange-live-page': 'editor',
  /** Stop all publishing of a story, or take it down; and lift it. */
  'stop-publishing': 'editor',
  'read-source': 'moderator',
  'retry-parked': 'moderator',
  'read-ledger': 'moderator',
  /** See a reader’s address beside their email, and search by one. */
  'see-addresses': 'moderator',
  'ban-contributor': 'moderator',
  'change-stories': 'editor',
  'change-mailboxes': 'admin',
  'change-staff': 'admin',
  'change-tokens': 'admin',
  /** See who has taken what, and have it sent again. */
  'replay-consumers': 'editor',
  'change-consumers': 'admin',
  /** See whether Postbag is well: mail, reading, disk, backups. */
  'read-status': 'editor',
  'test-alarm': 'admin',
  'read-audit': 'admin',
  'hold-legally': 'editor',
  'change-retention': 'admin',
  'export-person': 'admin',
  erase: 'admin',
  /** Be the second person where words of the reader are live. */
  'agree-to-erase': 'editor',
} as const satisfies Record<string, Role>

export type Action = keyof typeof policy

const rank: Record<Role, number> = { viewer: 0, moderator: 1, editor: 2, admin: 3 }

/** Whether a role may take an action. */
export const may = (role: Role, action: Action): boolean => rank[role] >= rank[policy[action]]

/** The least role that may take an action, for the sentence that names who can. */
export const leastRole = (action: Action): Role => policy[action]

/** What a program's token may be narrowed to, whatever its role. */
export const scopes = {
  read: 'Read the queue and what is published',
  decide: 'Hold, reject, mark as spam',
  publish: 'Approve, amend, withdraw',
  receipts: 'Take changes with a receipt',
  metrics: 'Read the figures of the service',
} as const

export type Scope = keyof typeof scopes

const scopeOf: Partial<Record<Action, Scope>> = {
  'read-queue': 'read',
  decide: 'decide',
  approve: 'publish',
  amend: 'publish',
  'withdraw-own': 'publish',
  withdraw: 'publish',
}

/** Whether somebody may take an action: the role must allow it, and a program's scopes too. */
export const mayAct = (actor: Actor, action: Action): boolean =>
  may(actor.role, action) && inScope(actor, scopeOf[action])

/** Whether a program was given this scope; people have no scopes, and an action without one is nobody's but theirs. */
export const inScope = (actor: Actor, scope: Scope | undefined): boolean =>
  actor.scopes === undefined || (scope !== undefined && actor.scopes.includes(scope))

/** Someone, or some program, that acts. A token is never the second person. */
export type Actor = {
  kind: 'staff' | 'token'
  id: string
  name: string
  role: Role
  /** What a token is narrowed to; absent: all that the role allows. */
  scopes?: Scope[]
}

/** How an actor stands in events and rows: the staff id, or `token:ID`. */
export const actorId = (actor: Actor): string => (actor.kind === 'token' ? `token:${actor.id}` : actor.id)
