// Scheduled backups of the house that serves, when a folder is set for them.
import { startBackups } from '../store/index.ts'
import type { House } from './house.ts'
import { readSecret } from './say.ts'

/** Answers what stops them, or null when no folder is set. Throws a sentence when the passphrase cannot be read. */
export function startHouseBackups({ store, context, config }: House): { stop: () => Promise<void> } | null {
  const { backupFolder: folder, backupPassphraseFile, keyFile } = config
  if (folder === null) return null
  const passphrase = backupPassphraseFile === null ? undefined : readSecret(backupPassphraseFile)
  return startBackups(store, context, { folder, keyFile, passphrase })
}
