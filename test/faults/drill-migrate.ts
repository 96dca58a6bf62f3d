// Migrates a database and is killed meanwhile: node drill-migrate.ts FILE FOLDER MICROSECONDS
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { migrate, openStore } from '../../src/store/index.ts'

const [file, folder, after] = process.argv.slice(2) as [string, string, string]
const store = openStore(file)
// A thread of its own, because the migration holds this one; it spins, because no timer is as fine as a migration.
const go = new Int32Array(new SharedArrayBuffer(4))
const killer = new Worker(
  `const { workerData: { go, after }, parentPort } = require('node:worker_threads')
  parentPort.postMessage('ready')
  Atomics.wait(go, 0, 0)
  for (const end = performance.now() + after / 1000; performance.now() < end; );
  process.kill(process.pid, 'SIGKILL')`,
  { eval: true, workerData: { go, after: Number(after) } },
)
await once(killer, 'message')
Atomics.store(go, 0, 1)
Atomics.notify(go, 0)
await migrate(store, { folder })
process.exit(0)
