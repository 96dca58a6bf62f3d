// Figures for a monitoring system (Prometheus text). Labels hold names of mailboxes, never a reader's data.
import { stat } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import type { Request, Response } from 'express'
import { Gauge, Registry } from 'prom-client'
import { mailboxAccounts } from '../intake/health.ts'
import { type Context, readBackupState } from '../store/index.ts'
import { hasToken, type LoopWatch, watchLoop } from './health.ts'
import type { Web, WebParts } from './route.ts'

const seconds = (from: number | null, now: number) => (from === null ? Number.NaN : Math.max(0, (now - from) / 1000))

type Parts = Pick<WebParts, 'context' | 'config'>

/** Every figure, read from the rows at the time of the scrape. */
export async function metricsText({ context, config }: Parts, loop: LoopWatch): Promise<string> {
  const registry = new Registry()
  const set = (name: string, help: string, value: number) =>
    new Gauge({ name: `postbag_${name}`, help, registers: [registry] }).set(value)
  await mailFigures(context, registry)
  const { db, now } = context
  const oldest = await oldestPending(context)
  set(
    'mail_lag_seconds',
    'age of the oldest kept email that no machine has read yet',
    oldest === null ? 0 : seconds(oldest, now()),
  )
  const stages = await db
    .selectFrom('tally')
    .select(({ fn }) => ['kind', fn.sum<number>('count').as('count')])
    .groupBy('kind')
    .execute()
  const count = (kind: string) => Number(stages.find(row => row.kind === kind)?.count ?? 0)
  set('parked_total', 'emails that no machine could read', count('parked'))
  set('waiting_total', 'emails that wait for a decision', count('waiting'))
  set('held_total', 'emails that are held', count('held'))
  const due = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'scheduled')
    .executeTakeFirstOrThrow()
  set('outbox', 'entries that wait for their time of publication', due.count)
  const last = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.max('published_at').as('at'))
    .executeTakeFirst()
  set('feed_age_seconds', 'time since the last publication; NaN before the first', seconds(last?.at ?? null, now()))
  const failing = await db
    .selectFrom('delivery')
    .select(({ fn }) => fn.count<number>('webhook_id').distinct().as('count'))
    .where('error', 'is not', null)
    .executeTakeFirstOrThrow()
  set('consumers_failing', 'webhooks and hubs that did not take the last message sent to them', failing.count)
  set(
    'event_loop_lag_p99_seconds',
    'event loop delay, 99th percentile since the last scrape',
    loop.percentile(99) / 1e9,
  )
  loop.reset()
  set('wal_bytes', 'size of the write-ahead log', await sizeOf(`${config.database}-wal`))
  set('database_bytes', 'size of the database file', await sizeOf(config.database))
  const backup = await readBackupState(db)
  set('backup_age_seconds', 'time since the last good backup; NaN before the first', seconds(backup.at, now()))
  set('backup_failed', '1 when the last try to write one failed', backup.error === '' ? 0 : 1)
  return registry.metrics()
}

async function mailFigures(context: Context, registry: Registry): Promise<void> {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `postbag_${name}`, help, labelNames: ['mailbox'], registers: [registry] })
  const up = gauge('mailbox_up', '1 when the mailbox was reached at the last try')
  const age = gauge('last_search_age_seconds', 'time since the last look that went through')
  const seen = gauge('mailbox_seen', 'messages the server listed at the last look')
  const missing = gauge('mailbox_unaccounted', 'messages listed by the server without an outcome in the ledger')
  const certificate = gauge(
    'mailbox_certificate_seconds',
    'time until the certificate of the mail server ends; NaN without TLS',
  )
  for (const box of await mailboxAccounts(context)) {
    const label = { mailbox: box.name }
    up.set(label, box.error === null ? 1 : 0)
    age.set(label, seconds(box.checkedAt, context.now()))
    seen.set(label, box.seen ?? 0)
    missing.set(label, box.sums.unaccounted)
    certificate.set(label, box.certificateUntil === null ? Number.NaN : (box.certificateUntil - context.now()) / 1000)
  }
}

async function oldestPending({ db }: Context): Promise<number | null> {
  const row = await db
    .selectFrom('submission')
    .select('kept_at')
    .where('stage', '=', 'received')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row?.kept_at ?? null
}

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0

/** `GET /metrics` on the main port: for a bearer token, and not at all where the figures have a port of their own. */
export async function showMetrics(request: Request, response: Response, web: Web): Promise<void> {
  response.set('Cache-Control', 'no-store').type('text/plain')
  if (web.config.metricsPort !== null) return void response.status(404).send('The figures have a port of their own.\n')
  if (!(await hasToken(request, web))) {
    response.status(401).set('WWW-Authenticate', 'Bearer realm="Postbag"')
    return void response.send('Send a token: Authorization: Bearer TOKEN.\n')
  }
  response.send(await metricsText(web, request.app.locals.loop as LoopWatch))
}

/** What listens on `POSTBAG_METRICS_PORT`: `/metrics` and nothing else, without a token. */
export function createMetricsDoor(parts: Parts): RequestListener {
  const loop = watchLoop()
  return (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end()
    metricsText(parts, loop).then(
      text => response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      error => {
        parts.context.log.error({ error }, 'the figures could not be read')
        response.writeHead(500).end()
      },
    )
  }
}
