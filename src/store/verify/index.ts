// Everything `verify` asks, in order. Adding a check is adding a line.
import type { Keys } from '../../secret.ts'
import type { Store } from '../database.ts'
import type { Answer, DataCheck } from './check.ts'
import { foreignKeys, pages, searchIndex } from './engine.ts'
import { erasures, storedSecrets } from './keys.ts'
import { campaigns, ledger, messages, submissions, tallies } from './mail.ts'
import { entries, events, feedSequences } from './published.ts'

export const dataChecks: DataCheck[] = [
  pages,
  foreignKeys,
  searchIndex,
  events,
  messages,
  submissions,
  ledger,
  tallies,
  campaigns,
  feedSequences,
  entries,
  erasures,
  storedSecrets,
]

export type Verified = Answer & { name: string }

/** Asks everything. A check that cannot even be asked (a missing table, a broken page) is a fault of its own. */
export async function verifyStore(store: Store, keys: Keys | null): Promise<Verified[]> {
  const answers: Verified[] = []
  for (const { name, look } of dataChecks)
    try {
      answers.push({ name, ...(await look(store, keys)) })
    } catch (error) {
      answers.push({ name, found: '', faults: [`it could not be read: ${(error as Error).message}`] })
    }
  return answers
}
