// The door of the room.
export { keepMessages } from './keep.ts'
export { addMailbox, changeMailbox, listMailboxes } from './mailboxes.ts'
export { pollOnce } from './poll.ts'
export { reread } from './reread.ts'
export { loadRoutes, routeOf } from './route.ts'
export { startIntake } from './start.ts'
export { testMailbox } from './test-mailbox.ts'
