// The door of the room: what the other rooms may use.
export { type Context, commit, createSignal, type Signal } from './context.ts'
export { type Db, openStore, type Store, type Trx } from './database.ts'
export { appendEvent, appendEvents, brokenEvent, type EventKind, eventKinds, type NewEvent } from './events.ts'
export { checkFence, type Lease, LeaseLost, takeLease } from './lease.ts'
export { atHead, migrate } from './migrate.ts'
export type * from './schema.ts'
export { indexSubmission, removeFromIndex, searchNumbers } from './search.ts'
export { type Installation, readInstallation, saveInstallation } from './settings.ts'
