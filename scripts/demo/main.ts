// `npm run demo`: the whole product on a strike day's mail, from one command. Everything it makes is in one folder.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createOpen, type House } from '../../src/commands/house.ts'
import { serve } from '../../src/commands/serve.ts'
import { compose } from './compose.ts'
import { arrivingLetter } from './emails/arriving.ts'
import { callOut } from './emails/letter.ts'
import {
  DemoFault,
  type DemoFolder,
  demoFolder,
  isSeeded,
  leaveFolder,
  noteSeeded,
  removeFolder,
  takeFolder,
} from './folder.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { liveTheMorning } from './morning.ts'
import { makeNewsroom, password, people, pointAtMailServer, strikeSlug, strikeStory } from './newsroom.ts'

const help = `npm run demo             start the demo; a second start goes on where the first ended
npm run demo -- --fresh  start again from an empty folder
npm run demo -- --remove delete the demo's folder
npm run demo -- --quiet  no new emails arrive by themselves
npm run demo -- --folder PATH  another folder than .demo
POSTBAG_PORT=4000 npm run demo  another port than 3000
`

try {
  await main(process.argv.slice(2))
} catch (error) {
  const expected = error instanceof DemoFault || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${expected ? (error as Error).message : ((error as Error).stack ?? error)}\n`)
  process.exitCode = 1
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      fresh: { type: 'boolean' },
      remove: { type: 'boolean' },
      quiet: { type: 'boolean' },
      help: { type: 'boolean' },
      folder: { type: 'string', default: resolve(import.meta.dirname, '../../.demo') },
    },
  })
  const folder = demoFolder(values.folder)
  if (values.help) return void process.stdout.write(help)
  if (values.remove || values.fresh || (existsSync(folder.path) && !isSeeded(folder))) {
    const removed = removeFolder(folder)
    if (values.remove)
      return void process.stdout.write(removed ? `Removed ${folder.path}\n` : 'There is no demo here.\n')
  }
  takeFolder(folder)
  try {
    await run(folder, values.quiet === true)
  } finally {
    leaveFolder(folder)
  }
}

async function run(folder: DemoFolder, quiet: boolean): Promise<void> {
  const port = await freePort(Number(process.env.POSTBAG_PORT ?? 3000))
  const open = createOpen({
    POSTBAG_DATABASE: folder.database,
    POSTBAG_KEY_FILE: folder.key,
    POSTBAG_PORT: String(port),
    POSTBAG_SECOND_FACTOR: 'optional',
    POSTBAG_LOG_LEVEL: 'warn',
  })
  const stopping = stopSignal()
  const secret = randomBytes(12).toString('base64url')
  const server = await startMailServer(folder.mail, callOut, secret)
  try {
    await open(async house => {
      await prepare(house, folder, { server, secret, stopping })
      if (stopping.aborted) return
      const serving = await serve(house, {})
      process.stdout.write(welcome(serving.url!, folder, { emails: server.count(), quiet }))
      const arriving = quiet ? null : keepArriving(server)
      if (!stopping.aborted) await once(stopping, 'abort')
      process.stdout.write('\nStopping …\n')
      arriving?.stop()
      await serving.stop()
    })
  } finally {
    await server.close()
  }
}

type Mail = { server: MailServer; secret: string; stopping: AbortSignal }

async function prepare(house: House, folder: DemoFolder, { server, secret, stopping }: Mail): Promise<void> {
  const known = await strikeStory(house)
  const story = known ?? (await makeNewsroom(house))
  await pointAtMailServer(house, story, { port: server.port, secret })
  if (known) return
  process.stdout.write('Taking in the morning’s mail …\n')
  if (await liveTheMorning(house, server, stopping)) noteSeeded(folder)
}

/** The first free port from `first` on. */
async function freePort(first: number): Promise<number> {
  if (!Number.isInteger(first) || first < 1 || first > 65_000)
    throw new DemoFault('POSTBAG_PORT must be a whole number from 1 to 65000.')
  for (let port = first; port < first + 50; port++) if (await isFree(port)) return port
  throw new DemoFault(`No port from ${first} to ${first + 49} is free. Choose another: POSTBAG_PORT=4000 npm run demo`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise(free => {
    const probe = createServer()
    probe.once('error', () => free(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => free(true)))
  })
}

/** A few new emails every minute, the first within seconds, until stopped. */
function keepArriving(server: MailServer): { stop: () => void } {
  let timer: NodeJS.Timeout
  const next = (after: number) => {
    timer = setTimeout(() => {
      const at = Date.now()
      server.deliver(compose(arrivingLetter(Math.random), at - 2000), at)
      next(10_000 + Math.random() * 20_000)
    }, after)
  }
  next(8_000)
  return { stop: () => clearTimeout(timer) }
}

/** The first Ctrl-C (or a kill) asks for an orderly stop; one more, a second or later after it, ends at once. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // npm passes on the Ctrl-C that the terminal has sent us already, so two come at once.
      if (asked > 0 && Date.now() - asked > 1000) process.exit(1)
      asked ||= Date.now()
      stopping.abort()
    })
  return stopping.signal
}

function welcome(url: string, folder: DemoFolder, { emails, quiet }: { emails: number; quiet: boolean }): string {
  const signIns = people.map(
    ({ email, name, role }) => `                 ${email.padEnd(23)} ${role.padEnd(10)} ${name}`,
  )
  return `
Postbag is running with ${emails} emails of a strike day. ${quiet ? 'No more arrive by themselves.' : 'A few more arrive every minute.'}

  Desk           ${url}/s/${strikeSlug}/queue
  Sign in as     ${people[0].email}
  Password       ${password}
  Live page      ${url}/live/${strikeSlug}
  Feeds          ${url}/feeds/${strikeSlug}.atom   .rss   .json   .ninjs.json

  Others to sign in as, with the same password:
${signIns.slice(1).join('\n')}

  Try this       read the email, press A to approve it, Z to take that back, ? for all keys
  Stop           Ctrl-C
  Start again    npm run demo              it goes on where it ended
  A new day      npm run demo -- --fresh
  Remove         npm run demo -- --remove  everything is in ${folder.path}

`
}
