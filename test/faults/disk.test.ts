// Faults of the disk and of quotas that need the system's help (RELIABILITY F28, F34, F36).
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.ts'
import { addMailbox } from '../../src/intake/mailboxes.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import type { Reader } from '../../src/mail/pool.ts'
import { keysFrom } from '../../src/secret.ts'
import { commit, openStore, verifyStore } from '../../src/store/index.ts'
import { watchLoop } from '../../src/web/health.ts'
import { metricsText } from '../../src/web/metrics.ts'
import { type Dovecot, missing } from '../dovecot.ts'
import { eventually } from '../eventually.ts'
import { reader as createTestReader, type House, house, letters, quick, withServer } from '../intake/house.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'

const key = '42'.repeat(32)
const keys = keysFrom(Buffer.from(key, 'hex'))
let reader: Reader
let folder: string
beforeAll(() => {
  reader = createTestReader()
  folder = mkdtempSync(join(tmpdir(), 'postbag-disk-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await reader.close()
})

/** Sealed under the key that the poller of the drills is given. */
const mailbox = (context: House, { host, port, username, password }: Dovecot) =>
  addMailbox(context, keys, { name: 'Letters', host, port, username, password, security: 'none' })

const poll = async (context: House) => (await pollOnce(context, keys, reader, { timings: quick }))[0]!

const quota = `mail_plugins = quota
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = count:reader
  quota_vsizes = yes
  quota_rule = *:storage=12K
}`

testWithDovecot(
  'F28: in a mailbox that is over its quota nothing new fits, and what is there is taken in and marked',
  () =>
    withServer(async server => {
      const context = await house()
      await mailbox(context, server)
      const client = await server.client()
      const sent = letters(100)
      let accepted = 0
      let refusal = ''
      for (const mail of sent) {
        try {
          await client.append('INBOX', Buffer.from(mail))
          accepted++
        } catch (error) {
          refusal = String((error as { serverResponseCode?: unknown }).serverResponseCode)
          break
        }
      }
      expect(refusal).toBe('OVERQUOTA')
      expect(accepted).toBeGreaterThan(5)
      const report = await poll(context)
      expect([report.error, report.seen, report.ingested]).toEqual([undefined, accepted, accepted])
      await client.mailboxOpen('INBOX')
      expect(await client.search({ keyword: '$PostbagStored' }, { uid: true })).toHaveLength(accepted)
      await client.logout()
      await context.close()
    }, quota),
)

const noStrace =
  missing ?? (spawnSync('sh', ['-c', 'command -v strace']).status === 0 ? null : 'strace is not installed')
const withStrace = noStrace !== null && process.env.CI !== 'true' ? test.skip : test

withStrace(
  'F34: where fsync fails nothing is acknowledged that is not stored, the file is opened anew and checked before more is written, and all arrives afterwards',
  () =>
    withServer(async server => {
      const file = join(folder, 'fsync.db')
      const keyFile = join(folder, 'fsync.key')
      writeFileSync(keyFile, Buffer.from(key, 'hex').toString('base64url'), { mode: 0o600 })
      const context = await house(file)
      await mailbox(context, server)
      await server.append(letters(300))
      const log = join(folder, 'strace.log')
      const poller = spawn(
        'strace',
        [
          // -D: the poller is our child and hears our signals; the tracer is its grandchild.
          ...[
            '-D',
            '-f',
            '-o',
            log,
            '-e',
            'trace=fsync,fdatasync,openat',
            '-e',
            'inject=fsync,fdatasync:error=EIO:when=6+7',
          ],
          ...[process.execPath, '--disable-warning=ExperimentalWarning'],
          ...[join(import.meta.dirname, 'drill-poller.ts'), file, keyFile],
        ],
        { stdio: 'ignore' },
      )
      const ended = new Promise(resolve => poller.once('exit', resolve))
      const failed = () => (readFileSync(log, 'utf8').match(/EIO .*INJECTED/g) ?? []).length
      try {
        await eventually(
          'faults of the disk, and mail beside them',
          async () => {
            const kept = await context.db.selectFrom('submission').select('number').execute()
            return poller.exitCode !== null || (kept.length > 100 && failed() >= 3)
          },
          60_000,
        )
        expect(failed()).toBeGreaterThanOrEqual(3)
        // Of the file itself, not of its log: once at the start by each thread, and again after a failure.
        const calls = readFileSync(log, 'utf8').split('\n')
        const first = calls.findIndex(line => line.includes('INJECTED'))
        expect(calls.slice(first).filter(line => line.includes('fsync.db", O_RDWR')).length).toBeGreaterThan(0)
      } finally {
        poller.kill('SIGTERM')
        await ended
      }
      // Whatever the server was told is stored.
      const client = await server.client()
      await client.mailboxOpen('INBOX')
      const told = (await client.search({ keyword: '$PostbagStored' }, { uid: true })) || []
      await client.logout()
      const stored = await context.db.selectFrom('ledger').select('uid').where('raw_id', 'is not', null).execute()
      const uids = new Set(stored.map(row => row.uid))
      expect(told.filter(uid => !uids.has(uid))).toEqual([])
      const report = await eventually('the lease of the poller to end', async () => {
        const last = await poll(context)
        return !last.countedOnly && !last.error && last
      })
      expect(report).toMatchObject({ seen: 300, ingested: 300, duplicate: 0, unaccounted: 0 })
      const verified = await verifyStore(context.store, keys)
      expect(verified.flatMap(each => each.faults)).toEqual([])
      await context.close()
    }),
  300_000,
)

test('F36: a reader that stays makes the log grow, which is a figure with an alarm; once it is gone the log is copied and used again', async () => {
  const file = join(folder, 'wal.db')
  const context = await house(file)
  const size = () => statSync(`${file}-wal`).size
  const write = (text: string) =>
    commit(context, trx =>
      trx
        .insertInto('setting')
        .values({ name: 'filler', value: text })
        .onConflict(conflict => conflict.column('name').doUpdateSet({ value: text }))
        .execute(),
    )
  const other = openStore(file)
  other.engine.exec('begin')
  other.engine.prepare('select count(*) from setting').get()
  for (let turn = 0; turn < 30; turn++) await write(`${turn}`.repeat(1_000_000))
  const grown = size()
  expect(grown).toBeGreaterThan(40_000_000)
  const loop = watchLoop()
  const figures = await metricsText({ context, config: readConfig({ POSTBAG_DATABASE: file }) }, loop)
  loop.disable()
  expect(Number(/^postbag_wal_bytes (\d+)/m.exec(figures)![1])).toBe(size())
  const rules = readFileSync(join(import.meta.dirname, '../../scripts/ops/alerts.yml'), 'utf8')
  expect(rules).toContain('postbag_wal_bytes > 256 * 1024 * 1024')
  other.engine.exec('commit')
  other.engine.close()
  await write('little')
  const [state] = context.store.engine.pragma('wal_checkpoint(passive)') as { log: number; checkpointed: number }[]
  expect(state!.checkpointed).toBe(state!.log)
  const after = size()
  for (let turn = 0; turn < 20; turn++) await write(`${turn}`.repeat(100_000))
  expect(size()).toBe(after)
  expect(context.store.engine.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
  await context.close()
}, 60_000)
