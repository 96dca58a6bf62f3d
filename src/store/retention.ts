// How many days each kind of email is kept, and when the rules ran last.
import type { Db, Trx } from './database.ts'

/** Days; 0 keeps for ever. */
export type Retention = {
  waiting: number
  held: number
  rejected: number
  spam: number
  aside: number
  published: number
}

const fallback: Retention = { waiting: 30, held: 30, rejected: 30, spam: 30, aside: 30, published: 30 }

const settingOf = (name: string) => `retention${name[0]!.toUpperCase()}${name.slice(1)}`

/** The rules; `ranAt` (epoch milliseconds): null before the first run. */
export async function readRetention(db: Db): Promise<Retention & { ranAt: number | null }> {
  const rows = await db.selectFrom('setting').selectAll().where('name', 'like', 'retention%').execute()
  const read = (name: string) => rows.find(row => row.name === settingOf(name))?.value
  const ranAt = read('ranAt')
  const days = Object.entries(fallback).map(([name, usual]) => [name, Number(read(name) ?? usual)])
  return { ...(Object.fromEntries(days) as Retention), ranAt: ranAt === undefined ? null : Number(ranAt) }
}

export async function saveRetention(trx: Trx, wish: Partial<Retention & { ranAt: number }>): Promise<void> {
  for (const [name, value] of Object.entries(wish))
    await trx
      .insertInto('setting')
      .values({ name: settingOf(name), value: String(value) })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ value: String(value) }))
      .execute()
}
