// A poller to be killed: the real service over a database file. Arguments: database, key file, point to die at.
// It writes one byte when it has begun to fetch; at the point named (`kept:2` is the second time) it kills itself.
import { startIntake } from '../../src/intake/start.ts'
import { timings } from '../../src/intake/timings.ts'
import { silent } from '../../src/log.ts'
import { createReader } from '../../src/mail/pool.ts'
import { openKeys } from '../../src/secret.ts'
import { createSignal, openStore } from '../../src/store/index.ts'

const [file = '', keyFile = '', die = ''] = process.argv.slice(2)
const [dieAt, times = '1'] = die.split(':')
const store = openStore(file)
const context = { db: store.db, now: () => Date.now(), log: silent, signal: createSignal() }
// Either way of keeping, at random; the thread of its own has a point more to die at.
const from = die !== '' || Math.random() < 0.5 ? 0 : Number.POSITIVE_INFINITY
const passed = new Map<string, number>()
const intake = startIntake(context, openKeys(keyFile), createReader({ threads: 1 }), {
  // Dying in a checkpoint, too, is dying: this mail would otherwise never be enough for one.
  ownThread: { database: file, keyFile, from, checkpointEvery: 16 * 1024 },
  timings: { ...timings, search: 500, glance: 250, lease: 600, look: 50, list: 50, backOff: 20, backOffMost: 200 },
  point: name => {
    passed.set(name, (passed.get(name) ?? 0) + 1)
    if (name === 'searched') process.stdout.write('.')
    if (name === dieAt && passed.get(name) === Number(times)) process.kill(process.pid, 'SIGKILL')
  },
})
process.once('SIGTERM', () => void intake.stop().then(() => store.close().then(() => process.exit(0))))
