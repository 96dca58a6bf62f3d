// `serve`: desk, feeds and poller in one process, or one of the two.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Command, Option } from 'commander'
import { alarmAddress } from './alarm.ts'
import type { House, Open } from './house.ts'
import type { Taking } from './mail.ts'
import { Fault } from './say.ts'

export type ServeOptions = { only?: 'web' | 'intake'; dev?: boolean }

export type Serving = {
  /** Where people find it; null when only mail is taken in. */
  url: string | null
  /** Stops accepting, ends the loops, finishes what has begun. */
  stop: () => Promise<void>
}

/** Longest time a stop may take before the process ends all the same, with code 1. */
const patience = 5_000

export function serveCommand(program: Command, open: Open): void {
  program
    .command('serve')
    .description('run the desk, the feeds and the mail intake')
    .addOption(new Option('--only <part>', 'run one part alone').choices(['web', 'intake']))
    .option('--dev', 'with the developer’s pages')
    .action(async (options: ServeOptions) => {
      // Before anything is opened, so that a stop in the middle of a start is a stop like any other.
      const stopping = new AbortController()
      const stopped = untilStopped().then(() => stopping.abort())
      await open(async house => {
        const serving = await serve(house, options, stopping.signal)
        if (!stopping.signal.aborted)
          process.stdout.write(
            serving.url
              ? `Postbag is at ${serving.url} (Ctrl-C stops it)\n`
              : 'Postbag is taking mail in (Ctrl-C stops it)\n',
          )
        await stopped
        await serving.stop()
      })
      // Everything is closed. A worker that was still loading when it was ended would keep the process for seconds.
      process.exit(0)
    })
}

/**
 * Starts the parts asked for; answers when they are ready. What has started stops again when a later part fails, and
 * nothing more is started once `signal` aborts.
 */
export async function serve(house: House, options: ServeOptions, signal?: AbortSignal): Promise<Serving> {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  try {
    const url = options.only === 'intake' || signal?.aborted ? null : await startWeb(house, options, stops)
    if (options.only !== 'web' && !signal?.aborted) stops.push((await startMail(house, options)).stop)
    const { metricsPort } = house.config
    if (metricsPort !== null && !signal?.aborted) await startFigures(house, metricsPort, stops)
    const { startHouseAlarm } = await import('./alarm.ts')
    const alarm = signal?.aborted ? null : await startHouseAlarm(house)
    if (alarm) stops.push(alarm.stop)
    const { startHouseBackups } = await import('./backups.ts')
    const backups = signal?.aborted ? null : startHouseBackups(house)
    if (backups) stops.push(backups.stop)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startWeb(house: House, { dev, only }: ServeOptions, stops: (() => Promise<void>)[]): Promise<string> {
  const [
    { createFrontDoor },
    { bundleAssets },
    { startDeliveries, startDueWork },
    { startDailyWork },
    { startClosing },
    { intakeFor },
    { readMailOf },
    { createPictureMaker },
  ] = await Promise.all([
    import('../web/app.ts'),
    import('../web/assets.ts'),
    import('../feed/index.ts'),
    import('../desk/daily-work.ts'),
    import('../desk/closing.ts'),
    import('./intake-for-web.ts'),
    import('./read-mail.ts'),
    import('../picture/pool.ts'),
  ])
  const assets = await bundleAssets()
  const server = createWebServer()
  const port = await listen(server, house.config.port, house.config.host)
  stops.push(() => closeServer(server))
  // Port 0 means any free one, and then the address people use is known only now.
  const config =
    house.config.port === 0 && house.config.baseUrl === 'http://localhost:0'
      ? { ...house.config, port, baseUrl: `http://localhost:${port}` }
      : house.config
  const { newSecret } = await import('../id.ts')
  const setupToken = newSecret()
  const own = { context: house.context, config, keys: house.keys(), assets, dev: dev === true, setupToken }
  const parts = { ...own, alarm: alarmAddress(config), startedAt: house.context.now() }
  const pictures = createPictureMaker()
  stops.push(pictures.close)
  const mail = { intake: intakeFor(house.context, parts.keys), readMail: readMailOf(house.context, pictures) }
  server.on('request', createFrontDoor({ ...parts, ...mail }))
  await inviteToSetUp(house, config.baseUrl, setupToken)
  const due = startDueWork(house.context)
  stops.push(due.stop)
  const deliveries = startDeliveries(house.context, { keys: parts.keys, baseUrl: config.baseUrl })
  stops.push(deliveries.stop)
  const daily = startDailyWork(house.context, parts.keys, house.config.database)
  stops.push(daily.stop)
  const closing = startClosing(house.context)
  stops.push(closing.stop)
  if (only === 'web') {
    // Another process takes the mail in, perhaps once an hour and for a moment only.
    const { startGrouping } = await import('../desk/grouping.ts')
    stops.push(startGrouping(house.context).stop)
  }
  return config.baseUrl
}

/**
 * A connection may rest for longer than a proxy keeps it (nginx: 60 s), or a decision sent over it would now and then
 * meet a door that is just closing. Resting is told by the socket itself: a time limit between requests, the other way,
 * is set and taken back at every one of them.
 */
function createWebServer(): Server {
  const times = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 0 }
  const server = createServer({ ...times, optimizeEmptyRequests: true })
  server.timeout = 65_000
  server.maxConnections = 2_000
  return server
}

/** Beside the desk by a thread of its own, except where the database is this connection's alone. */
async function startMail(house: House, { only }: ServeOptions): Promise<Taking> {
  if (only === 'intake' || house.config.database === ':memory:') return (await import('./mail.ts')).takeMail(house)
  return (await import('./mail-beside.ts')).takeMailBeside(house)
}

/** The figures on a port of their own: there no token is asked for, so it belongs behind a firewall. */
async function startFigures(house: House, port: number, stops: (() => Promise<void>)[]): Promise<void> {
  const { createMetricsDoor } = await import('../web/metrics.ts')
  const server = createServer(createMetricsDoor(house))
  await listen(server, port, house.config.host)
  stops.push(() => closeServer(server))
}

/** While nobody has an account, whoever can read the server's log may make the first one. */
async function inviteToSetUp(house: House, url: string, token: string): Promise<void> {
  const { hasStaff } = await import('../desk/staff.ts')
  if (!(await hasStaff(house.context))) process.stdout.write(`Set it up at ${url}/setup?token=${token}\n`)
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, port, host)))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function listenFault(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new Fault(`Port ${port} is in use by another program. Stop that, or choose another with POSTBAG_PORT.`)
  if (error.code === 'EACCES')
    return new Fault(`Port ${port} needs more rights than this user has. Choose another with POSTBAG_PORT.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Fault(`This computer does not have the address ${host}. Set POSTBAG_HOST to one that it has.`)
  return error
}

/** Answers in progress get a second; event streams never end by themselves and are cut. */
function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1_000).unref()
  })
}

/**
 * Resolves at the first SIGINT or SIGTERM; from then on the process has `patience` to end by itself. Asked again a
 * second or later after that, it ends at once. Sooner it is the same Ctrl-C, which npm passes on beside the terminal.
 */
function untilStopped(): Promise<void> {
  return new Promise(resolve => {
    let asked = 0
    const stop = () => {
      const now = performance.now()
      if (asked > 0 && now - asked > 1_000) process.exit(1)
      if (asked > 0) return
      asked = now
      setTimeout(() => process.exit(1), patience).unref()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  })
}
