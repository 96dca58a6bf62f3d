// What has been told of each alarm, kept so that a restart neither forgets one nor tells it again.
import type { Db } from './database.ts'

export type AlarmState = {
  /** Since when it is not well; null: it is. */
  badSince: number | null
  /** Since when the looks find it well again; null: the last one did not. */
  wellSince: number | null
  /** When somebody last took the message; null: nobody has been told. */
  toldAt: number | null
}

const name = 'alarms'

export async function readAlarms(db: Db): Promise<Record<string, AlarmState>> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row ? JSON.parse(row.value) : {}
}

export async function saveAlarms(db: Db, states: Record<string, AlarmState>): Promise<void> {
  const value = JSON.stringify(states)
  await db
    .insertInto('setting')
    .values({ name, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
