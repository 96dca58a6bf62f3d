// Facts about this installation: newsroom name, zone, language, and the authority of its permanent ids.
import type { Db } from './database.ts'

export type Installation = {
  newsroom: string
  /** IANA name. */
  zone: string
  /** BCP 47. */
  language: string
  /** Of `tag:AUTHORITY,DATE:` ids (RFC 4151): fixed at set-up, never changed. */
  tagAuthority: string
  tagDate: string
  /** Whom to call when a reader may be in danger, a line each. */
  dutyOfCare: string
}

const names = ['newsroom', 'zone', 'language', 'tagAuthority', 'tagDate', 'dutyOfCare'] as const

const fallback: Installation = {
  newsroom: 'Postbag',
  zone: 'Europe/London',
  language: 'en-GB',
  tagAuthority: 'localhost',
  tagDate: '2026',
  dutyOfCare:
    'The duty editor, now\nDanger to life: 999 (United Kingdom), 112 (European Union)\nSamaritans, any hour, free: 116 123',
}

export async function readInstallation(db: Db): Promise<Installation> {
  const rows = await db.selectFrom('setting').selectAll().where('name', 'in', names).execute()
  return { ...fallback, ...Object.fromEntries(rows.map(row => [row.name, row.value])) }
}

/** Writes the facts given; `tagAuthority` and `tagDate` only the first time, since published ids depend on them. */
export async function saveInstallation(db: Db, facts: Partial<Installation>): Promise<void> {
  for (const name of names) {
    const value = facts[name]
    if (value === undefined) continue
    const fixed = name === 'tagAuthority' || name === 'tagDate'
    await db
      .insertInto('setting')
      .values({ name, value })
      .onConflict(conflict =>
        fixed ? conflict.column('name').doNothing() : conflict.column('name').doUpdateSet({ value }),
      )
      .execute()
  }
}
