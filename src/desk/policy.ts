// Who may do what: one table, deny by default. The only place that compares roles.
import type { Role } from '../store/index.ts'

export const policy = {
  'read-queue': 'viewer',
  decide: 'moderator',
  /** Approve what carries a `bad` finding, or was sent to an editor. */
  'decide-bad': 'editor',
  /** Take back an entry one approved oneself. */
  'withdraw-own': 'moderator',
  withdraw: 'editor',
  amend: 'editor',
  'arrange-live-page': 'editor',
  'read-source': 'moderator',
  'retry-parked': 'moderator',
  'read-ledger': 'moderator',
  'search-by-address': 'moderator',
  'change-stories': 'editor',
  'change-mailboxes': 'admin',
  'change-staff': 'admin',
  'change-tokens': 'admin',
  /** See who has taken what, and have it sent again. */
  'replay-consumers': 'editor',
  'change-consumers': 'admin',
  'read-audit': 'admin',
  'hold-legally': 'editor',
  'change-retention': 'admin',
  'export-person': 'admin',
  erase: 'admin',
} as const satisfies Record<string, Role>

export type Action = keyof typeof policy

const rank: Record<Role, number> = { viewer: 0, moderator: 1, editor: 2, admin: 3 }

/** Whether a role may take an action. */
export const may = (role: Role, action: Action): boolean => rank[role] >= rank[policy[action]]

/** The least role that may take an action, for the sentence that names who can. */
export const leastRole = (action: Action): Role => policy[action]

/** Someone, or some program, that acts. A token is never the second person. */
export type Actor = { kind: 'staff' | 'token'; id: string; name: string; role: Role }

/** How an actor stands in events and rows: the staff id, or `token:ID`. */
export const actorId = (actor: Actor): string => (actor.kind === 'token' ? `token:${actor.id}` : actor.id)
