// What we hold of one reader, for the reader: every row about them, in plain names.
import type { Db } from '../store/index.ts'
import { readVerifications } from './authenticity.ts'
import { readConsent } from './consent.ts'
import { notesOf } from './notes.ts'

/** Everything from this contributor; null when there is none. `mails` are the numbers whose messages are kept. */
export async function gatherPerson(db: Db, id: string): Promise<{ about: object; mails: number[] } | null> {
  const person = await db.selectFrom('contributor').selectAll().where('id', '=', id).executeTakeFirst()
  if (!person) return null
  const rows = await db
    .selectFrom('submission')
    .selectAll()
    .where('contributor_id', '=', id)
    .orderBy('number')
    .execute()
  const numbers = rows.map(row => row.number)
  const [findings, attachments, drafts, reasons, entries] = [
    await db.selectFrom('finding').selectAll().where('submission_number', 'in', numbers).execute(),
    await db.selectFrom('attachment').selectAll().where('submission_number', 'in', numbers).execute(),
    await db.selectFrom('draft').selectAll().where('submission_number', 'in', numbers).execute(),
    await db.selectFrom('reason').selectAll().where('submission_number', 'in', numbers).execute(),
    await db
      .selectFrom('entry')
      .innerJoin('revision', 'revision.entry_id', 'entry.id')
      .select(['entry.submission_number', 'entry.id', 'entry.state', 'entry.published_at', 'entry.withdrawn_at'])
      .select(['revision.revision', 'revision.line', 'revision.text', 'revision.made_at'])
      .where('entry.submission_number', 'in', numbers)
      .orderBy('revision.revision')
      .execute(),
  ]
  const of = <Part extends { submission_number: number | null }>(parts: Part[], number: number) =>
    parts.filter(part => part.submission_number === number).map(({ submission_number: _, ...part }) => part)
  const emails = []
  for (const row of rows) {
    const { number, story_id: storyId, received_at: receivedAt } = row
    emails.push({
      number,
      receivedAt,
      from: { name: row.from_name, address: row.from_address },
      ...{ to: row.to_address, subject: row.subject, text: row.original },
      read: { name: row.name, place: row.place, pointOfView: row.point_of_view },
      ...{ stage: row.stage, state: row.state },
      findings: of(findings, number),
      attachments: of(attachments, number),
      drafts: of(drafts, number).map(({ staff_id: _, ...draft }) => draft),
      reasons: of(reasons, number).map(reason => reason.words),
      published: of(entries, number),
      consent: await readConsent(db, { number, storyId, receivedAt, anonymous: row.anonymous === 1 }),
      confirmed: await readVerifications(db, number),
    })
  }
  const mails = rows.filter(row => row.raw_id !== null).map(row => row.number)
  const notes = (await notesOf(db, id)).map(({ words, at }) => ({ words, at }))
  const bans = await db
    .selectFrom('ban')
    .select(['reason', 'at', 'until', 'lifted_at as liftedAt'])
    .where('contributor_id', '=', id)
    .execute()
  const { address, name, created_at: firstSeen } = person
  return { about: { address, name, firstSeen, notes, bans, emails }, mails }
}
