// A Reading as rows: the submission's columns, what stands beside it in tables of its own, and its words for the search.
import type { ParkedReading, Reading } from '../mail/reading.ts'
import type { Trx } from '../store/index.ts'

/** A message that was read. `storyId`: already known (an import), else it is routed. */
export type ReadMail = { number: number; storyId: string | null; result: Reading | ParkedReading }

export const isReading = (result: Reading | ParkedReading): result is Reading => result.parked === null

/** The columns that a reading fills; the same for a first reading and for one made again. */
export function columnsOf(reading: Reading) {
  const sentAt = reading.date === null ? Number.NaN : Date.parse(reading.date)
  const { nameFrom, placeFrom } = reading
  return {
    sent_at: Number.isFinite(sentAt) ? sentAt : null,
    message_id: reading.messageId,
    from_name: reading.from.name,
    from_address: reading.from.address,
    to_address: reading.to[0] ?? '',
    authentication: reading.authentication.join('\n'),
    subject: reading.subject,
    original: reading.original,
    text: reading.text,
    proposed: reading.proposed === reading.text ? null : reading.proposed,
    name: reading.name,
    name_confidence: nameFrom?.confidence ?? null,
    name_kind: nameFrom?.kind ?? null,
    name_start: nameFrom?.start ?? null,
    name_end: nameFrom?.end ?? null,
    name_words: nameFrom?.words ?? null,
    place: reading.place,
    place_confidence: placeFrom?.confidence ?? null,
    place_kind: placeFrom?.kind ?? null,
    place_start: placeFrom?.start ?? null,
    place_end: placeFrom?.end ?? null,
    place_words: placeFrom?.words ?? null,
    anonymous: reading.anonymous ? 1 : 0,
    flagged: reading.checks.some(each => each.level === 'warn' || each.level === 'bad') ? 1 : 0,
    photos: photosIn(reading),
  }
}

/** Pictures that can be shown, and those that only claim to be some: an iPhone's HEIC is a photo all the same. */
function photosIn({ attachments, pictures }: Reading): number {
  const shown = new Set(pictures.map(picture => picture.position))
  return attachments.filter((each, position) => shown.has(position) || each.contentType.startsWith('image/')).length
}

export const searchText = (reading: Reading) => ({
  subject: reading.subject,
  original: reading.original,
  sender: `${reading.from.name} ${reading.from.address}`,
})

/** Folds, findings, candidates, attachments and defects, each kind in one statement for the whole batch. */
export async function writeParts(trx: Trx, mails: ReadMail[]): Promise<void> {
  const readings = mails.flatMap(({ number, result }) => (isReading(result) ? [{ number, reading: result }] : []))
  const rows = <Part, Columns>(parts: (reading: Reading) => Part[], columns: (part: Part) => Columns) =>
    readings.flatMap(({ number, reading }) =>
      parts(reading).map((part, position) => ({ submission_number: number, position, ...columns(part) })),
    )
  const folds = rows(
    reading => reading.folded,
    ({ kind, start, end }) => ({ kind, start, end }),
  )
  const findings = rows(
    reading => reading.checks,
    ({ check, level, words }) => ({ check, level, words }),
  )
  const candidates = rows(
    reading => reading.candidates,
    ({ field, value, from: { confidence, kind, start, end, words } }) => ({
      ...{ field, value, confidence, kind, start, end, words },
    }),
  )
  const attachments = rows(
    ({ attachments, pictures }) =>
      attachments.map((each, position) => ({ ...each, picture: pictures.find(at => at.position === position) })),
    ({ filename, contentType, size, picture }) => ({
      ...{ filename, content_type: contentType, size },
      ...{ kind: picture?.kind ?? null, sha256: picture?.sha256 ?? null, placed: picture?.placed ? 1 : 0 },
    }),
  )
  const defects = rows(
    reading => reading.defects,
    defect => ({ defect }),
  )
  // SQLite takes 32,766 values in a statement.
  const most = 2000
  for (const part of slices(folds, most)) await trx.insertInto('fold').values(part).execute()
  for (const part of slices(findings, most)) await trx.insertInto('finding').values(part).execute()
  for (const part of slices(candidates, most)) await trx.insertInto('candidate').values(part).execute()
  for (const part of slices(attachments, most)) await trx.insertInto('attachment').values(part).execute()
  for (const part of slices(defects, most)) await trx.insertInto('defect').values(part).execute()
}

function* slices<Item>(items: Item[], most: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += most) yield items.slice(start, start + most)
}
