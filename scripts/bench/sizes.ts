// What a larger mailbox costs: memory for taking it in, and a look at it when nothing has changed.
// Run: node scripts/bench/sizes.ts [small] [large] [rounds]
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { figuresIn, handOver } from './figure.ts'

const run = promisify(execFile)
const [small, large, rounds] = [process.argv[2] ?? '10000', process.argv[3] ?? '50000', process.argv[4] ?? '1']

const least = await at('1000')
const few = await at(small)
const many = await at(large)
handOver([
  {
    name: `peak memory of intake, ${small} → ${large} messages`,
    value: many.memory / few.memory,
    unit: '×',
    most: 1.15,
    beside: `${Math.round(few.memory)} → ${Math.round(many.memory)} MB`,
  },
  {
    name: `looking at an unchanged mailbox, 1000 → ${large} messages`,
    value: many.unchanged / least.unchanged,
    unit: '×',
    most: 1.5,
    beside: `${least.unchanged.toFixed(1)} → ${many.unchanged.toFixed(1)} ms`,
  },
])

async function at(count: string) {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'intake.ts'), count, rounds, 'own'])
  const [memory, unchanged] = figuresIn(stdout).map(each => each.value!)
  return { memory: memory!, unchanged: unchanged! }
}
