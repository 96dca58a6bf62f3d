// `npm test [PATHS]`: gets what the tests need from the system, runs jest, and ends with one line of counts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { carried, type Ran } from './carried.ts'

type Results = Ran & {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numRuntimeErrorTestSuites: number
}

const root = resolve(import.meta.dirname, '..')

/** `otherwise`: what does as well where the first is not to be had. */
type Need = { what: string; package: string; files: string[]; otherwise?: { package: string; files: string[] } }

const needs: Need[] = [
  { what: 'Dovecot', package: 'dovecot-imapd', files: ['/usr/sbin/dovecot'] },
  {
    what: 'Chromium',
    package: 'chromium-headless-shell',
    files: ['/usr/bin/chromium-headless-shell'],
    otherwise: { package: 'chromium', files: ['/usr/bin/chromium', '/usr/bin/chromium-browser'] },
  },
  { what: 'feedparser', package: 'python3-feedparser', files: ['/usr/lib/python3/dist-packages/feedparser'] },
  { what: 'newsboat', package: 'newsboat', files: ['/usr/bin/newsboat'] },
  { what: 'nginx', package: 'nginx-light', files: ['/usr/sbin/nginx'] },
  { what: 'Caddy', package: 'caddy', files: ['/usr/bin/caddy'] },
  { what: 'openssl', package: 'openssl', files: ['/usr/bin/openssl'] },
  { what: 'strace', package: 'strace', files: ['/usr/bin/strace'] },
  { what: 'exiftool', package: 'libimage-exiftool-perl', files: ['/usr/bin/exiftool'] },
  { what: 'GNU Mailutils', package: 'libmailutils9', files: ['/usr/share/doc/libmailutils9'] },
  { what: 'faketime', package: 'faketime', files: ['/usr/bin/faketime'] },
]

installMissing()
process.exitCode = run(process.argv.slice(2))

/** The system's packages, by apt-get where this is root on Debian. Otherwise says what is missing; its tests are skipped. */
function installMissing(): void {
  const there = ({ files }: { files: string[] }) => files.some(existsSync)
  const missing = needs.filter(need => !there(need))
  const done = () => missing.every(need => there(need) || (need.otherwise && there(need.otherwise)))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    const names = missing.filter(need => !(need.otherwise && there(need.otherwise))).map(need => need.package)
    if (names.length > 0)
      process.stderr.write(`Not installed: ${names.join(', ')}. Tests that need them are skipped.\n`)
    return
  }
  const names = missing.map(need => need.package)
  process.stderr.write(`Installing ${names.join(' and ')} (the tests run on the real ones) …\n`)
  const aptGet = (...words: string[]) =>
    spawnSync('apt-get', ['-qq', ...words], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
    })
  const install = (packages: string[]) => aptGet('install', '-y', '--no-install-recommends', ...packages)
  aptGet('update')
  let installed = install(names)
  // A name that apt-get does not know keeps it from installing any.
  if (installed.status !== 0) installed = install(missing.map(need => need.otherwise?.package ?? need.package))
  if (!done())
    process.stderr.write(
      `Could not install them, so their tests are skipped: ${installed.stderr.trim().split('\n').at(-1)}\n`,
    )
}

/** Runs jest on the paths, or on everything; answers the exit code. */
function run(paths: string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-test-'))
  const file = join(folder, 'results.json')
  const jest = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--maxWorkers=2',
      '--json',
      `--outputFile=${file}`,
      ...paths,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      // What the tests start, and the workers themselves, find their code compiled.
      env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') },
    },
  )
  const results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : null
  rmSync(folder, { recursive: true, force: true })
  if (results === null) {
    process.stdout.write('0 passed, 1 failed\n')
    return 1
  }
  const skipped = results.numPendingTests + results.numTodoTests
  // A file that could not even be loaded counts as a failure: jest knows no tests in it.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
  const refused = process.env.CI === 'true' && skipped > 0
  if (refused) process.stderr.write('With CI=true a skipped test is a failure.\n')
  const line = [`${results.numPassedTests} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])]
  const uncarried = paths.length === 0 && !tellCarried(results)
  process.stdout.write(`${line.join(', ')}\n`)
  return uncarried || failed > 0 || refused || results.numPassedTests === 0 || jest.status !== 0 ? 1 : 0
}

/** After a run of everything: false when an item of ASVS or a threat was carried by no test that passed. */
function tellCarried(results: Results): boolean {
  const { count, bare, skipped, failed } = carried(results)
  const told = { 'by no test': bare, 'only by tests that were skipped': skipped, 'by a test that failed': failed }
  for (const [how, which] of Object.entries(told))
    if (which.length > 0) process.stderr.write(`ASVS items and threats carried ${how}: ${which.join(' ')}\n`)
  process.stderr.write(`ASVS items and threats carried by tests that passed: ${count}\n`)
  return bare.length === 0 && failed.length === 0
}
