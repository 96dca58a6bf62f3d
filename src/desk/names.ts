// Who is behind the actor of an event: a person, a program's token, or Postbag itself.
import type { Db, Trx } from '../store/index.ts'

/** Names for staff ids, `token:ID`s and `system`. An unknown actor is “someone”. */
export async function namesOf(db: Db | Trx, actors: Iterable<string | null>): Promise<(actor: string) => string> {
  const wanted = new Set([...actors].filter(actor => actor !== null))
  const names = new Map<string, string>([['system', 'Postbag']])
  const tokens = [...wanted].filter(actor => actor.startsWith('token:')).map(actor => actor.slice('token:'.length))
  const people = [...wanted].filter(actor => actor !== 'system' && !actor.startsWith('token:'))
  if (people.length > 0)
    for (const row of await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', people).execute())
      names.set(row.id, row.name)
  if (tokens.length > 0)
    for (const row of await db.selectFrom('token').select(['id', 'name']).where('id', 'in', tokens).execute())
      names.set(`token:${row.id}`, row.name)
  return actor => names.get(actor) ?? 'someone'
}
