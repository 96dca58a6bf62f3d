// `npm run check`: what a machine can say of the code without running it. Every check runs, so that one call shows all.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

const checks = [
  { what: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { what: 'types', command: ['tsc', '-p', '.'] },
  { what: 'unused files, exports and packages', command: ['knip', '--no-progress'] },
]

const failed = checks.filter(({ what, command: [program = '', ...words] }) => {
  const began = performance.now()
  const { status } = spawnSync(resolve(root, 'node_modules/.bin', program), words, { cwd: root, stdio: 'inherit' })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${what} (${seconds} s)\n`)
  return status !== 0
})

process.exitCode = failed.length > 0 ? 1 : 0
