// The erasure itself, inside one transaction: every place that holds something of the reader, emptied and counted.
import { type Forgotten, forgetEntry, type PublishedChoice } from '../feed/index.ts'
import type { Keys } from '../secret.ts'
import { appendEvents, forgetPassing, type Row, removeFromIndex, type Trx } from '../store/index.ts'
import { forgetLikeness } from './campaign.ts'
import type { Found } from './erase-find.ts'
import { eraseViews } from './erase-views.ts'

/** Every place an erasure reaches, in the words of the certificate. */
export const places = {
  messages: 'messages as they came',
  emails: 'emails: sender, subject, text, name and place',
  index: 'emails in the search index',
  folds: 'folds',
  findings: 'findings of the checks',
  candidates: 'proposed names and places',
  attachments: 'names and fingerprints of attachments',
  renditions: 'pictures as they were shown to staff',
  defects: 'faults of the messages',
  drafts: 'drafts of the staff',
  reasons: 'reasons given with decisions',
  consents: 'lines of the consent ledger',
  verifications: 'notes of who confirmed an email',
  likenesses: 'fingerprints by which near-identical letters are found',
  notes: 'notes of the staff on the contributor',
  bans: 'bans of the contributor',
  views: 'saved views of the queue that named or searched for the contributor',
  contributors: 'contributors',
  entries: 'entries and their revisions',
  answers: 'answers kept for repeated requests',
  ledger: 'lines of the mailboxes’ ledgers, now marked as erased',
} as const

export type Place = keyof typeof places
export type Counts = Record<Place, number>
export type EntryErased = { id: string; submission: number; became: Forgotten }

const partTables = [
  ['folds', 'fold'],
  ['findings', 'finding'],
  ['candidates', 'candidate'],
  ['attachments', 'attachment'],
  ['renditions', 'rendition'],
  ['defects', 'defect'],
  ['drafts', 'draft'],
  ['reasons', 'reason'],
  ['consents', 'consent'],
  ['verifications', 'verification'],
] as const

export type Erasing = {
  keys: Keys
  actor: string
  now: number
  published: PublishedChoice
  /** Lower case; '' when only fingerprints are known. */
  address: string
}

type Done = { counts: Counts; entries: EntryErased[] }

/** A statement takes some thirty thousand values; one sender may have written more emails. */
const most = 5_000

/** Empties every place; answers how many rows of each, and what became of the entries. */
export async function eraseRows(trx: Trx, found: Found, erasing: Erasing): Promise<Done> {
  const counts = Object.fromEntries(Object.keys(places).map(place => [place, 0])) as Counts
  const entries: EntryErased[] = []
  // Before the names are gone by which they are known.
  counts.views = await eraseViews(trx, found, erasing.address)
  for (let start = 0; start < found.numbers.length; start += most) {
    const numbers = found.numbers.slice(start, start + most)
    const part = await eraseSome(trx, { ...found, numbers, entries: entriesOf(found, numbers) }, erasing)
    for (const place of Object.keys(places) as Place[]) counts[place] += part.counts[place]
    entries.push(...part.entries)
  }
  for (const [place, table] of [
    ['notes', 'note'],
    ['bans', 'ban'],
  ] as const) {
    const gone = await trx.deleteFrom(table).where('contributor_id', 'in', found.contributors).executeTakeFirst()
    counts[place] = Number(gone.numDeletedRows)
  }
  counts.contributors = await dropContributors(trx, found.contributors)
  return { counts, entries }
}

function entriesOf(found: Found, numbers: number[]): Found['entries'] {
  const among = new Set(numbers)
  return found.entries.filter(entry => among.has(entry.submission))
}

async function eraseSome(trx: Trx, { numbers, ...found }: Found, erasing: Erasing): Promise<Done> {
  const counts = Object.fromEntries(Object.keys(places).map(place => [place, 0])) as Counts
  const entries: EntryErased[] = []
  for (const each of found.entries) {
    const row = await trx.selectFrom('entry').selectAll().where('id', '=', each.id).executeTakeFirstOrThrow()
    const { actor, now, published: choice } = erasing
    entries.push({
      id: row.id,
      submission: each.submission,
      became: await forgetEntry(trx, row, { actor, now, choice }),
    })
  }
  counts.entries = entries.length
  for (const [place, table] of partTables) {
    const gone = await trx.deleteFrom(table).where('submission_number', 'in', numbers).executeTakeFirst()
    counts[place] = Number(gone.numDeletedRows)
  }
  counts.likenesses = await forgetLikeness(trx, numbers)
  await trx.deleteFrom('assignment').where('submission_number', 'in', numbers).execute()
  for (const number of numbers) await removeFromIndex(trx, number)
  counts.index = numbers.length
  const passing = { numbers, entryIds: found.entries.map(each => each.id), address: erasing.address }
  counts.answers = (await forgetPassing(trx, passing)).answers
  counts.messages = await eraseMessages(trx, numbers, erasing)
  counts.emails = await emptySubmissions(trx, numbers)
  const ledger = await trx
    .updateTable('ledger')
    .set({ outcome: 'erased', why: null, raw_id: null, at: erasing.now })
    .where('submission_number', 'in', numbers)
    .executeTakeFirst()
  counts.ledger = Number(ledger.numUpdatedRows)
  return { counts, entries }
}

/** The bytes go; their fingerprint stays, so that nothing brings them back; an event tells with the fingerprint alone. */
async function eraseMessages(trx: Trx, numbers: number[], erasing: Erasing): Promise<number> {
  const rows = await trx
    .selectFrom('submission')
    .leftJoin('raw', 'raw.id', 'submission.raw_id')
    .select(['number', 'story_id', 'raw_id', 'raw.sha256'])
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute()
  const { keys, actor, now, published } = erasing
  const marked = rows.map(row => ({ ...row, fingerprint: row.sha256 === null ? null : keys.fingerprint(row.sha256) }))
  const fingerprints = marked.flatMap(row => row.fingerprint ?? [])
  if (fingerprints.length > 0)
    await trx
      .insertInto('erasure')
      .values(fingerprints.map(fingerprint => ({ fingerprint, at: now, published })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
  await appendEvents(
    trx,
    marked.map(row => ({
      at: now,
      kind: 'erased' as const,
      actor,
      storyId: row.story_id,
      submission: row.number,
      data: { fingerprint: row.fingerprint, published },
    })),
  )
  await trx.updateTable('submission').set({ raw_id: null }).where('number', 'in', numbers).execute()
  const rawIds = rows.flatMap(row => row.raw_id ?? [])
  const gone = await trx.deleteFrom('raw').where('id', 'in', rawIds).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

async function emptySubmissions(trx: Trx, numbers: number[]): Promise<number> {
  const empty: Partial<Row<'submission'>> = {
    stage: 'erased',
    contributor_id: null,
    ...{ stage_why: null, stage_words: null, state: null, needs: null, reason: null },
    ...{ sent_at: null, message_id: null, repeat_of: null, point_of_view: null },
    authentication: '',
    ...{ legal_hold: 0, cleared_at: null },
    ...{ from_name: '', from_address: '', to_address: '', subject: '', original: '', text: '', proposed: null },
    ...{ name: '', name_confidence: null, name_kind: null, name_start: null, name_end: null, name_words: null },
    ...{ place: '', place_confidence: null, place_kind: null, place_start: null, place_end: null, place_words: null },
    ...{ anonymous: 0, flagged: 0, photos: 0, graphic: 0, urgent: null, banned: 0 },
  }
  const emptied = await trx
    .updateTable('submission')
    .set(eb => ({ ...empty, version: eb('version', '+', 1) }))
    .where('number', 'in', numbers)
    .executeTakeFirst()
  await trx.updateTable('submission').set({ repeat_of: null }).where('repeat_of', 'in', numbers).execute()
  return Number(emptied.numUpdatedRows)
}

async function dropContributors(trx: Trx, contributors: string[]): Promise<number> {
  const gone = await trx.deleteFrom('contributor').where('id', 'in', contributors).executeTakeFirst()
  return Number(gone.numDeletedRows)
}
