// RELIABILITY F30, each bomb in a process of its own: within five seconds and 512 MiB of resident memory beyond what
// reading letters takes. The largest of each kind here; all of them with DRILLS=full.
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { bombs } from '../mail/bombs.ts'

const run = promisify(execFile)
const chosen =
  process.env.DRILLS === 'full'
    ? Object.keys(bombs)
    : [
        '100,000 parts',
        'a million empty parts',
        '10 MB of HTML',
        '512 kB of flat HTML',
        'a million lines',
        'one word of 5 MB',
        '20 MB of letters in no coding',
        'base64 in a million pieces',
        'messages in messages in base64',
        'a style without end',
      ]

test.each(chosen)(
  'F30: %s takes five seconds and 512 MiB at most',
  async name => {
    const { stdout } = await run(process.execPath, [resolve(import.meta.dirname, 'bomb.ts'), name])
    const { seconds, mebibytes, parked } = JSON.parse(stdout)
    // Parked by the watch, it would have taken both; by the limits, neither.
    expect(parked ?? '').not.toMatch(/longer than \d+ seconds|needed more memory|failed on it/)
    expect(seconds).toBeLessThan(5)
    expect(mebibytes).toBeLessThan(512)
  },
  180_000,
)
