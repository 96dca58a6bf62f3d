// The door of the room: what the other rooms may use.
export { type AlarmState, readAlarms, saveAlarms } from './alarms.ts'
export { type BackupReport, type Manifest, makeBackup } from './backup/backup.ts'
export { dropOldCopies } from './backup/before-migration.ts'
export { type Erasure, readErasureFile, spreadErasures } from './backup/erasure-log.ts'
export { freshStart, placeDatabase } from './backup/place.ts'
export { longestKept, lossAtMost, type Schedule, startBackups } from './backup/schedule.ts'
export { type BackupState, noteBackup, readBackupState, readFolders } from './backup/state.ts'
export { type Unpacked, unpackBackup } from './backup/unpack.ts'
export { type Context, commit, createSignal, type Signal } from './context.ts'
export { type Db, openStore, type Store, type Trx } from './database.ts'
export {
  anchorEvents,
  appendEvent,
  appendEvents,
  brokenEvent,
  decisionsBy,
  type EventKind,
  eventKinds,
  type NewEvent,
} from './events.ts'
export { insertRows } from './insert.ts'
export { checkFence, type Lease, LeaseLost, takeLease } from './lease.ts'
export { distrustAfter, leaveLog } from './log-file.ts'
export { atHead, migrate } from './migrate.ts'
export { entriesNaming, forgetPassing, purgeDeleted, submissionsNaming } from './purge.ts'
export { compress, decompress, identityOf } from './raw.ts'
export { type Retention, readRetention, saveRetention } from './retention.ts'
export { asOneMove, atOneMoment, putRows, rowsOf } from './rows.ts'
export type * from './schema.ts'
export {
  formsOf,
  indexPublished,
  indexSubmission,
  removeFromIndex,
  searchNumbers,
  searchSubmissions,
  wordsIn,
} from './search.ts'
export { type Installation, readInstallation, saveInstallation } from './settings.ts'
export { databaseSize } from './size.ts'
export { type Verified, verifyStore } from './verify/index.ts'
