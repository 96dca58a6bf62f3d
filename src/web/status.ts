// Is it well, at a glance: every condition that the alarm watches, what the house holds, and whom the alarm tells.
import type { Request, Response } from 'express'
import { length, size } from '../amount.ts'
import { databaseSize, lossAtMost, readAlarms, readBackupState } from '../store/index.ts'
import { testAlarm } from './alarm.ts'
import { type Condition, conditionsOf } from './condition.ts'
import { must, nothingMore } from './input.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'

const titles: Record<Condition['name'], string> = {
  mail: 'Mail',
  reading: 'Reading',
  publishing: 'Publishing',
  disk: 'Disk',
  backup: 'Backups',
}

/** `GET /admin/status` */
export async function showStatus(_request: Request, response: Response, web: Web): Promise<void> {
  const { context, config } = web
  const conditions = await conditionsOf(web, web.startedAt)
  const alarms = await readAlarms(context.db)
  const backup = await readBackupState(context.db)
  const rows = conditions.map(each => ({
    ...each,
    title: titles[each.name],
    told: alarms[each.name]?.toldAt ?? null,
  }))
  await page(
    response,
    web,
    'status/page',
    { title: 'Status', section: 'admin' },
    {
      tab: 'status',
      rows,
      wrong: rows.filter(row => !row.ok).length,
      facts: {
        database: size(await databaseSize(context.db)),
        since: web.startedAt,
        backupAt: backup.at,
        backup: backup.at === null ? '' : `${size(backup.bytes)}, made in ${length(backup.ms)}`,
        loss: config.backupFolder === null ? null : length(lossAtMost(backup.ms)),
      },
      alarm: web.alarm === null ? null : new URL(web.alarm.url).host,
    },
  )
}

/** `POST /admin/status/alarm`: a message that says it is a test. */
export async function postTestAlarm(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  const error = web.alarm === null ? 'No address is set (POSTBAG_ALARM_URL).' : await testAlarm(web.context, web.alarm)
  flash(
    request,
    error === null
      ? { words: 'The test alarm was taken.', tone: 'done' }
      : { words: `The test alarm was not taken. ${error}`, tone: 'warn' },
  )
  response.redirect(303, '/admin/status')
}
