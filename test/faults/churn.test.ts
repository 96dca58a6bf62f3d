// F42 over time: what a poller holds on to when its line is reset again and again. Ten minutes in `npm run drills`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from '@jest/globals'
import { mailboxAccounts } from '../../src/intake/health.ts'
import { openKeys } from '../../src/secret.ts'
import { eventually } from '../eventually.ts'
import { house, letters, mailboxOn, withServer } from '../intake/house.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'
import { startProxy } from './proxy.ts'

const full = process.env.DRILLS === 'full'
const [lasting, every] = full ? [600_000, 2000] : [12_000, 400]

const median = (values: number[]) => values.sort((one, other) => one - other)[values.length >> 1]!

/** Open files, and memory in kB, of another process. */
const heldBy = (pid: number) => ({
  files: readdirSync(`/proc/${pid}/fd`).length,
  memory: Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]),
})

testWithDovecot(
  'F42: a poller whose line is reset again and again takes in all that arrives, and holds no more files and memory for it',
  () =>
    withServer(async server => {
      const folder = mkdtempSync(join(tmpdir(), 'postbag-churn-'))
      const [file, keyFile] = [join(folder, 'churn.db'), join(folder, 'churn.key')]
      const context = await house(file)
      const proxy = await startProxy(server.port)
      await mailboxOn(context, { ...server, port: proxy.port }, {}, openKeys(keyFile))
      const poller = spawn(
        process.execPath,
        [
          // As `main.ts` and the service's unit file have it.
          ...['--import', join(import.meta.dirname, '../../src/heap.ts'), '--disable-warning=ExperimentalWarning'],
          ...[join(import.meta.dirname, 'drill-poller.ts'), file, keyFile],
        ],
        { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, MALLOC_ARENA_MAX: '2' } },
      )
      const ended = new Promise(resolve => poller.once('exit', resolve))
      const held: ReturnType<typeof heldBy>[] = []
      let sent = 0
      try {
        // Each thread holds files of its own: one reads, and with so many letters all those of a burst have begun too.
        sent = 150
        await server.append(letters(sent))
        await eventually('the first letters', async () => (await mailboxAccounts(context))[0]?.sums.ingested === sent)
        for (const until = Date.now() + lasting; Date.now() < until; await pause(every)) {
          await server.append(letters(5, sent + 1))
          sent += 5
          proxy.drop()
          held.push(heldBy(poller.pid!))
        }
        await eventually('all of it', async () => (await mailboxAccounts(context))[0]!.sums.ingested === sent, 60_000)
      } finally {
        poller.kill('SIGTERM')
        await ended
        await proxy.stop()
      }
      expect(proxy.connections()).toBeGreaterThan(lasting / every / 3)
      const third = Math.floor(held.length / 3)
      const [before, after] = [held.slice(third, 2 * third), held.slice(-third)]
      // One file more or less is a connection being made.
      const files = [before, after].map(part => median(part.map(each => each.files)))
      expect(Math.abs(files[1]! - files[0]!)).toBeLessThanOrEqual(Math.max(1, files[0]! * 0.05))
      // A process has found its size only after minutes.
      if (full) {
        const memory = [before, after].map(part => median(part.map(each => each.memory)))
        expect(memory[1]! / memory[0]!).toBeLessThan(1.05)
      }
      await context.close()
      rmSync(folder, { recursive: true })
    }),
  full ? 900_000 : 300_000,
)
