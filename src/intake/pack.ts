// A message's bytes made ready for the database: fingerprint and compression, one after the other as they arrive.
// Not by way of the room's door: the thread that packs has no database to open.
import { compress, identityOf } from '../store/raw.ts'
import { breathe } from './waiting.ts'

export type Facts = { uid?: number; size: number; internalDate: number; whole: boolean }

/** `size` is what the server told; `raw` is all of it when `whole`. `internalDate` in epoch milliseconds, 0: unknown. */
export type Arrival = Facts & { raw: Uint8Array }

export type Packed = Facts & { sha: string; packed: Uint8Array }

export const pack = ({ raw, ...facts }: Arrival): Packed => ({
  ...facts,
  sha: identityOf(raw, facts.whole, facts.size),
  packed: compress(raw),
})

/** Many of them, letting others have the thread after every half megabyte. */
export async function packAll(arrivals: Arrival[]): Promise<Packed[]> {
  const packed: Packed[] = []
  let bytes = 0
  for (const arrival of arrivals) {
    packed.push(pack(arrival))
    bytes += arrival.raw.length
    if (bytes < 512 * 1024) continue
    bytes = 0
    await breathe()
  }
  return packed
}
