// Messages that share a commit, with the bytes of all of them in one piece of memory that all threads see and that is used
// again. Tens of thousands of buffers of their own outlive the young generation while they wait for their commit, and
// collecting them cost a third of raw intake; memory that changes hands counts as new in each and is collected for, too.
import { mostPacked } from '../store/raw.ts'
import { type Arrival, type Facts, type Packed, pack } from './pack.ts'

type Place = { start: number; length: number }

export type Batch = { bytes: SharedArrayBuffer; messages: (Facts & Place & { uid: number })[] }

/** The same memory, in which each message has been replaced by what it was packed to. */
export type PackedBatch = { bytes: SharedArrayBuffer; messages: (Omit<Packed, 'packed'> & Place)[] }

/**
 * Two batches of this are under way at most: memory is bounded whatever the mailbox holds. A commit writes much that does
 * not grow with it (the ends of every index): in batches of 50 it cost half as much again.
 */
const bytesInBatch = 4 * 1024 * 1024
const messagesInBatch = 200
const spareRooms = 3

/** Rooms that are used again and again, by all mailboxes of a process. */
export type Rooms = { take: () => SharedArrayBuffer; giveBack: (room: SharedArrayBuffer) => void }

export function createRooms(): Rooms {
  const free: SharedArrayBuffer[] = []
  return {
    take: () => free.pop() ?? new SharedArrayBuffer(bytesInBatch),
    giveBack: room => {
      if (room.byteLength === bytesInBatch && free.length < spareRooms) free.push(room)
    },
  }
}

export const arrivalsOf = ({ bytes, messages }: Batch): Arrival[] =>
  messages.map(({ start, length, ...facts }) => ({ ...facts, raw: new Uint8Array(bytes, start, length) }))

export const packedOf = ({ bytes, messages }: PackedBatch): Packed[] =>
  messages.map(({ start, length, ...facts }) => ({ ...facts, packed: new Uint8Array(bytes, start, length) }))

/** Packs each message into the place where it lies. */
export function packInPlace(batch: Batch): PackedBatch {
  const messages = arrivalsOf(batch).map((arrival, at) => {
    const { packed, ...facts } = pack(arrival)
    const { start } = batch.messages[at]!
    new Uint8Array(batch.bytes, start, packed.length).set(packed)
    return { ...facts, start, length: packed.length }
  })
  return { bytes: batch.bytes, messages }
}

type Arrived = Arrival & { uid: number }

/** Gathers what arrives and gives it to `full`, up to 200 messages at a time; one larger than the room goes alone. */
export function createGathering(rooms: Rooms, full: (batch: Batch) => Promise<void>) {
  let batch: Batch | null = null
  let used = 0
  const flush = async () => {
    const whole = batch
    batch = null
    used = 0
    if (whole) await full(whole)
  }
  return {
    flush,
    add: async ({ raw, ...facts }: Arrived) => {
      const { length } = raw
      const needed = mostPacked(length)
      if (used + needed > bytesInBatch) await flush()
      batch ??= { bytes: needed > bytesInBatch ? new SharedArrayBuffer(needed) : rooms.take(), messages: [] }
      new Uint8Array(batch.bytes, used, length).set(raw)
      batch.messages.push({ ...facts, start: used, length })
      used += needed
      if (batch.messages.length >= messagesInBatch || used > bytesInBatch) await flush()
    },
  }
}
