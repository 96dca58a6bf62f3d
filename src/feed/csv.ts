// The whole record of a story as a table (RFC 4180): every entry that readers ever saw, as they may see it now.
import { stringify } from 'csv-stringify/sync'
import { rfc3339 } from '../time.ts'
import type { Archived } from './archive.ts'

export const csvType = 'text/csv; charset=utf-8; header=present'

const columns = [
  'id',
  'state',
  'revision',
  'published',
  'amended',
  'withdrawn',
  'kind',
  'headline',
  'name',
  'place',
  'verb',
  'line',
  'tags',
  'picture',
  'credit',
  'text',
]

/** Rows as a table with its heading. A cell that a spreadsheet would take for a formula gets an apostrophe before it (CWE-1236). */
export const csvTable = (rows: object[], names?: string[]): string =>
  stringify(rows, { header: true, columns: names, record_delimiter: 'windows', escape_formulas: true })

export const csv = (entries: Archived[]): string => csvTable(entries.map(archivedWithTimes), columns)

/** An archived entry with its times in words (RFC 3339). */
export const archivedWithTimes = ({ publishedAt, amendedAt, withdrawnAt, ...entry }: Archived) => ({
  ...entry,
  published: rfc3339(publishedAt),
  amended: amendedAt === null ? null : rfc3339(amendedAt),
  withdrawn: withdrawnAt === null ? null : rfc3339(withdrawnAt),
})
