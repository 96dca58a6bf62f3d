// How long to leave a server alone after a failure: by the kind of failure, never by hope.

import type { Row } from '../store/index.ts'
import type { FailureKind, MailFailure } from './failure.ts'
import type { Timings } from './timings.ts'

/** The longest a server may tell us to stay away. */
const throttleMost = 15 * 60_000

/** What went before: passing failures in a row, and refusals of these very credentials, this one among them. */
export type Before = { passing: number; refusals: number }

/**
 * The wait in milliseconds before the next try, or null: not before the settings change or a person asks. `random`
 * is from 0 to 1; full jitter, so that many clients of a restarted server do not come back in step.
 */
export function nextWait(failure: MailFailure, before: Before, timings: Timings, random: number): number | null {
  if (failure.kind === 'credentials') return timings.credentials[before.refusals - 1] ?? null
  if (failure.kind === 'throttled') return Math.min(Math.max(failure.wait, timings.busy), throttleMost)
  if (failure.kind === 'busy') return timings.busy * (1 + random / 2)
  // A person has to put these right; asking once a minute notices when they have.
  if (steady.has(failure.kind)) return timings.backOffMost
  return Math.min(timings.backOff * 2 ** Math.min(before.passing, 10), timings.backOffMost) * (0.1 + 0.9 * random)
}

/** What is left, after a restart, of the wait that a refused password began; 0 for any other state. */
export function leftOfWait(mailbox: Row<'mailbox'>, now: number, timings: Timings): number | null {
  if (mailbox.error_kind !== 'credentials' || mailbox.refusals === 0) return 0
  const wait = timings.credentials[mailbox.refusals - 1]
  if (wait === undefined) return null
  return Math.max(0, Math.min(wait, (mailbox.tried_at ?? 0) + wait - now))
}

const steady = new Set<FailureKind>(['folder', 'tls'])
