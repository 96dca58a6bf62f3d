// The rows of the queue as its list shows them, to one person.
import type { Request, Response } from 'express'
import { shownTo } from '../desk/addresses.ts'
import { piecesOf } from '../desk/found-words.ts'
import { may } from '../desk/policy.ts'
import type { QueueRow } from '../desk/queue.ts'
import type { Story } from '../desk/stories.ts'
import type { Role } from '../store/index.ts'
import { actor } from './guard.ts'
import { type Asked, search } from './queue-query.ts'
import { foldedWords, isRowFolded } from './sparing.ts'
import { whose } from './whose.ts'

/** Who looks at the list: whether they may tick rows, and whether steps lead past what others have. */
export type Looker = { id: string; role: Role; mayPick: boolean; skips: boolean }

export function lookerOf(request: Request, response: Response): Looker {
  const { id, role } = actor(response)
  const { skipOpen } = (request.user ?? {}) as { skipOpen?: boolean }
  return { id, role, mayPick: may(role, 'decide'), skips: skipOpen ?? true }
}

type RowFacts = { story: Story; asked: Asked; open: number | null; looker: Looker }

export function rowsOf(rows: QueueRow[], { story, asked, open, looker }: RowFacts) {
  return shownTo(looker.role, rows).map(row => ({
    ...row,
    excerpt: isRowFolded(row)
      ? piecesOf(foldedWords, '')
      : piecesOf(row.excerpt || row.subject || row.stageWords || '(no words)', asked.q ?? ''),
    href: `/s/${story.slug}/queue${search(asked, { item: row.number })}`,
    open: row.number === open,
    pick: looker.mayPick && row.state !== null && row.state !== 'approved',
    note: noteOf(row),
    whose: row.assigned && isOpen(row) ? whose(row.assigned, looker.id) : '',
    others: isOthers(row, looker),
  }))
}

const isOpen = ({ state }: QueueRow) => state === 'waiting' || state === 'held'

/** Whether steps lead past this row: it is a colleague’s, and this person wants it so. */
export const isOthers = (row: QueueRow, { id, skips }: Looker): boolean =>
  skips && isOpen(row) && row.assigned !== null && row.assigned.staffId !== id

/** What a row of the other views says beside its tags: who decided, or what became of it. */
function noteOf(row: QueueRow): string {
  if (row.stage === 'parked' || row.stage === 'aside') return row.stageWords ?? ''
  if (row.state === 'approved' && row.entry && row.entry.state !== 'live')
    return row.entry.state === 'scheduled' ? 'Goes live in a moment' : 'Withdrawn'
  if (row.needs === 'editor') return `Sent to an editor${row.decidedBy ? ` by ${row.decidedBy}` : ''}`
  if (row.state !== null && row.state !== 'waiting')
    return [row.decidedBy, row.reason].filter(Boolean).join(': ').slice(0, 80)
  return ''
}
