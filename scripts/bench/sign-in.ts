// Does the time of a refused sign-in tell whether there is such an account? A wrong password of a known address against
// an unknown address, turn about. Run: node scripts/bench/sign-in.ts [times]
import { addStaff, verifyPassword } from '../../src/desk/staff.ts'
import { silent } from '../../src/log.ts'
import { createSignal, migrate, openStore } from '../../src/store/index.ts'
import { handOver, turnAbout } from './figure.ts'

const times = Number(process.argv[2] ?? 25)
const store = openStore(':memory:')
await migrate(store)
const context = { db: store.db, now: Date.now, log: silent, signal: createSignal() }
const password = 'three green teapots in Ruislip'
await addStaff(context, 'system', { email: 'rob@example.org', name: 'Rob', role: 'moderator', password })
const [known, unknown] = await turnAbout(
  times,
  run => verifyPassword(context, 'rob@example.org', `wrong ${run}`),
  run => verifyPassword(context, `nobody-${run}@example.org`, 'wrong'),
)
await store.close()
const ratio = known.processor / unknown.processor
handOver([
  {
    name: 'a refused sign-in of a known address against an unknown one (T6: 0.90 to 1.10)',
    // The further of the two directions, so that one limit holds for both.
    value: Math.max(ratio, 1 / ratio),
    unit: '×',
    most: 1.1,
    beside: `${known.processor.toFixed(0)} ms and ${unknown.processor.toFixed(0)} ms of processor time; ${known.clock.toFixed(0)} and ${unknown.clock.toFixed(0)} ms by the clock`,
  },
])
