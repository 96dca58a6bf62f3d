// Every wait of the room in one place, so that tests can shorten them. Milliseconds.

export type Timings = {
  connect: number
  greeting: number
  /** No byte for this long, and the connection is given up. */
  socket: number
  /** IDLE is begun anew after this long, so that a dead connection is noticed. */
  idle: number
  /** Every command must have ended by then; bodies get a second more for each 50 kB. */
  command: number
  /** The truth is asked for this often; IDLE is for speed only. */
  search: number
  /** Between two full searches the top of the mailbox is looked at this often, whatever IDLE says. */
  glance: number
  lease: number
  /** How often a lease that another process holds is asked for again. */
  look: number
  /** How often the list of mailboxes is read, to notice a new or changed one. */
  list: number
  /** A lost connection: 1, 2, 4 … times this, up to `backOffMost`, with full jitter. */
  backOff: number
  backOffMost: number
  /** A connection this long in health starts the back-off afresh. */
  healthy: number
  /** A server that said it is busy is left alone at least this long. */
  busy: number
  /** After a refused password: again after each of these, then not until it changes or someone asks. */
  credentials: readonly number[]
  /** A message that the server lists but does not hand over is asked for again after this long. */
  withheld: number
}

const second = 1000
const minute = 60 * second

export const timings: Timings = {
  connect: 20 * second,
  greeting: 10 * second,
  socket: 30 * second,
  idle: minute,
  command: minute,
  search: minute,
  glance: 20 * second,
  lease: 30 * second,
  look: 5 * second,
  list: second,
  backOff: second,
  backOffMost: minute,
  healthy: minute,
  busy: 30 * second,
  credentials: [minute, 5 * minute, 30 * minute],
  withheld: 10 * minute,
}
