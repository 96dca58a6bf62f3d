// What this Postbag is and whether it is well: release, health, size, and the last backup.
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Request, Response } from 'express'
import { longestKept, readBackupState, readFolders } from '../store/index.ts'
import { readyChecks } from './health.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'

const release = (): string =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')).version as string

const hour = 3_600_000

/** `GET /admin/about` */
export async function showAbout(_request: Request, response: Response, web: Web): Promise<void> {
  const { db, now } = web.context
  const state = await readBackupState(db)
  const { database, backupFolder } = web.config
  await page(
    response,
    web,
    'admin/about',
    { title: 'About', section: 'admin' },
    {
      tab: 'about',
      ...{ release: release(), node: process.versions.node, database },
      size: database === ':memory:' ? null : sizeOf(database),
      emails: await countOf(web, 'submission'),
      events: await countOf(web, 'event'),
      checks: await readyChecks(web),
      backup: {
        ...state,
        on: backupFolder !== null,
        folders: await readFolders(db),
        late: backupFolder !== null && (state.at === null || now() - state.at > hour),
        days: Math.round(longestKept / (24 * hour)),
      },
    },
  )
}

/** The file and its write-ahead log, which holds what is newest. */
const sizeOf = (database: string): number =>
  ['', '-wal'].reduce((sum, end) => sum + (statSync(database + end, { throwIfNoEntry: false })?.size ?? 0), 0)

/** The highest number says it without a count over a million rows. */
async function countOf({ context: { db } }: Web, table: 'submission' | 'event'): Promise<number> {
  const row =
    table === 'submission'
      ? await db.selectFrom('submission').select('number as last').orderBy('number', 'desc').limit(1).executeTakeFirst()
      : await db.selectFrom('event').select('seq as last').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.last ?? 0
}
