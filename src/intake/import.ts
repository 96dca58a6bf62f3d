// Mail from disk, .eml files, mbox files and Maildir folders, by the same path as mail from a server.
import { fieldValue, headerText, parseFields } from '../mail/fields.ts'
import { mailFiles, messagesIn } from '../mail/mail-files.ts'
import type { Reader } from '../mail/pool.ts'
import type { Keys } from '../secret.ts'
import type { Context } from '../store/index.ts'
import { wholeLimit } from './fetch.ts'
import { type Kept, keepMessages } from './keep.ts'
import type { Arrival } from './pack.ts'
import { readPending } from './read-pending.ts'
import { createIntake, type Intake } from './session.ts'

/**
 * `found` = `new` + `duplicate` + `erased`. What became of the new ones: `read`, `aside`, `parked`, or still `pending`.
 * `passedOver`: files of a folder whose names say that they are no mail.
 */
export type ImportCounts = Record<
  'found' | 'new' | 'duplicate' | 'erased' | 'read' | 'aside' | 'parked' | 'pending' | 'passedOver',
  number
>

const messagesInBatch = 50
const bytesInBatch = 4 * 1024 * 1024
/** Of a larger file only the beginning is kept, and no more of it is read than this. */
const mostInMemory = 64 * 1024 * 1024

/**
 * Imports everything under `path` into a story (null: routed by its addresses). With a reader the messages are read at
 * once; without one, or when another process reads, they stay pending for it. Throws for a path that cannot be read.
 */
export async function importPath(
  context: Context,
  reader: Reader | null,
  path: string,
  options: { storyId: string | null; keys: Keys } & Partial<Pick<Intake, 'point'>>,
): Promise<ImportCounts> {
  const { holder, timings, point } = createIntake({ ...options, context })
  const keeping = {
    source: { kind: 'import' as const, storyId: options.storyId },
    fingerprint: options.keys.fingerprint,
  }
  const counts: ImportCounts = {
    ...{ found: 0, new: 0, duplicate: 0, erased: 0, read: 0, aside: 0, parked: 0, pending: 0, passedOver: 0 },
  }
  const numbers: number[] = []
  for await (const batch of batches(messagesUnder(path, counts))) {
    const kept: Kept = await keepMessages(context, keeping, batch)
    point('kept')
    counts.found += batch.length
    counts.new += kept.pending
    counts.duplicate += kept.duplicate
    counts.erased += kept.erased
    numbers.push(...kept.submissions)
  }
  if (reader && numbers.length > 0) await readPending(context, reader, { holder, leaseMs: timings.lease, point })
  await countStages(context, numbers, counts)
  return counts
}

async function countStages({ db }: Context, numbers: number[], counts: ImportCounts): Promise<void> {
  for (let start = 0; start < numbers.length; start += 1000) {
    const rows = await db
      .selectFrom('submission')
      .select(({ fn }) => ['stage', fn.countAll<number>().as('count')])
      .where('number', 'in', numbers.slice(start, start + 1000))
      .groupBy('stage')
      .execute()
    for (const { stage, count } of rows) {
      if (stage === 'received') counts.pending += count
      else if (stage !== 'erased') counts[stage] += count
    }
  }
}

async function* batches(arrivals: AsyncIterable<Arrival>): AsyncGenerator<Arrival[]> {
  let batch: Arrival[] = []
  let bytes = 0
  for await (const arrival of arrivals) {
    if (batch.length > 0 && (batch.length >= messagesInBatch || bytes + arrival.raw.length > bytesInBatch)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(arrival)
    bytes += arrival.raw.length
  }
  if (batch.length > 0) yield batch
}

async function* messagesUnder(path: string, counts: ImportCounts): AsyncGenerator<Arrival> {
  for await (const found of mailFiles(path)) {
    if ('error' in found) throw found.error
    if ('passedOver' in found) counts.passedOver++
    else
      for await (const { raw, size } of messagesIn(found.file, mostInMemory))
        yield arrivalOf(raw, size, found.modifiedAt)
  }
}

function arrivalOf(bytes: Uint8Array, size: number, fileTime: number): Arrival {
  const whole = size <= wholeLimit
  const raw = whole ? bytes : bytes.subarray(0, 256 * 1024)
  return { size, internalDate: receivedAt(bytes) ?? Math.round(fileTime), raw, whole }
}

/** When the last server took it in (the topmost Received field, RFC 5321 section 4.4), else when it says it was sent. */
function receivedAt(bytes: Uint8Array): number | null {
  const fields = parseFields(headerText(bytes.subarray(0, 64 * 1024)).split(/\r?\n\r?\n/, 1)[0]!)
  for (const value of [fieldValue(fields, 'received').split(';').at(-1)!, fieldValue(fields, 'date')]) {
    const at = Date.parse(value.replace(/\(.*?\)/g, '').trim())
    if (Number.isFinite(at) && at > 0) return at
  }
  return null
}
