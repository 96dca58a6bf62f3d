// One bomb in a process of its own: reads a letter, then the bomb, and says how long that took and how much memory it
// took beyond what reading letters takes. Run: node bomb.ts NAME
import { createReader } from '../../src/mail/pool.ts'
import { bombs } from '../mail/bombs.ts'

const raw = Buffer.from(bombs[process.argv[2]!]!(), 'latin1')
const reader = createReader({ threads: 1 })
const letter = Buffer.from('From: Kate <kate@example.com>\nSubject: hello\n\nHello there.\n\nKate\nRuislip\n')
for (let at = 0; at < 20; at++) await reader.read(letter)
// The bomb itself lies in memory by now, as it would in any mail program; what counts is what reading it adds.
const before = process.resourceUsage().maxRSS
const start = performance.now()
const result = await reader.read(raw)
const seconds = (performance.now() - start) / 1000
const mebibytes = (process.resourceUsage().maxRSS - before) / 1024
process.stdout.write(JSON.stringify({ seconds, mebibytes, parked: result.parked?.why ?? null }))
process.exit(0)
