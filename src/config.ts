// The environment, read once into one frozen, validated object. Every fault is listed at once.
import { resolve } from 'node:path'
import { z } from 'zod'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`))

/** An address that only TLS, or this very machine, keeps private. */
const safeUrl = z
  .string()
  .refine(value => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'must be an http or https address')
  .refine(
    value => !URL.canParse(value) || new URL(value).protocol === 'https:' || loopback.has(new URL(value).hostname),
    'must be https, unless the host is localhost',
  )

/** A setting whose default is empty may be left empty; it then reads as null. */
type Setting = { name: string; default: string; meaning: string; schema: z.ZodType }

/** Name, default, meaning and form of every setting, in the order the README shows them. */
export const settings = [
  {
    name: 'POSTBAG_DATABASE',
    default: 'data/postbag.db',
    meaning: 'the database file; its folder is made when missing',
    schema: z.string().min(1, 'must name a file'),
  },
  { name: 'POSTBAG_PORT', default: '3000', meaning: 'port of the desk and the feeds', schema: wholeNumber(0, 65535) },
  {
    name: 'POSTBAG_HOST',
    default: '127.0.0.1',
    meaning: 'address to listen on',
    schema: z.string().min(1, 'must name an address'),
  },
  {
    name: 'POSTBAG_BASE_URL',
    default: '',
    meaning: 'address people use, behind a proxy; empty: `http://localhost:PORT`',
    schema: safeUrl.transform(value => new URL(value).origin),
  },
  {
    name: 'POSTBAG_SECOND_FACTOR',
    default: 'required',
    meaning:
      '`required` asks everyone who can publish or administer for a one-time code, `optional` leaves it to them; not set: `optional` as long as the address is a loopback one',
    schema: z.enum(['required', 'optional'], 'must be required or optional'),
  },
  {
    name: 'POSTBAG_METRICS_PORT',
    default: '',
    meaning: 'a port of its own for `/metrics`; empty: on the main port, with a bearer token',
    schema: wholeNumber(0, 65535),
  },
  {
    name: 'POSTBAG_KEY_FILE',
    default: '',
    meaning: 'the key that encrypts mailbox secrets, made on first start; empty: `postbag.key` beside the database',
    schema: z.string(),
  },
  {
    name: 'POSTBAG_TRUST_PROXY',
    default: '',
    meaning: 'addresses of proxies whose X-Forwarded-For is believed, separated by commas',
    schema: z.string().transform(value =>
      value
        .split(',')
        .map(part => part.trim())
        .filter(Boolean),
    ),
  },
  {
    name: 'POSTBAG_AUTHSERV_ID',
    default: '',
    meaning:
      'name by which your own mail server signs its Authentication-Results (RFC 8601); empty: what headers say of SPF, DKIM and DMARC is not shown',
    schema: z.string().regex(/^[\w.-]{1,255}$/, 'must be a name such as mx.example.org'),
  },
  {
    name: 'POSTBAG_SCANNER',
    default: '',
    meaning:
      'a virus scanner that looks at each attachment before it is downloaded: `host:port` or the socket file of a daemon that speaks clamd’s protocol; empty: none',
    schema: z.string().regex(/^(?:[^/:\s]+:\d{1,5}|\/\S+)$/, 'must be host:port or the path of a socket'),
  },
  {
    name: 'POSTBAG_WORKERS',
    default: '1',
    meaning: 'threads that read mail',
    schema: wholeNumber(1, 16),
  },
  {
    name: 'POSTBAG_BACKUP_FOLDER',
    default: '',
    meaning: 'where `serve` writes a backup every five minutes, thinned out to hours and days; empty: none are written',
    schema: z.string(),
  },
  {
    name: 'POSTBAG_BACKUP_PASSPHRASE_FILE',
    default: '',
    meaning: 'a file whose only line is the passphrase that seals those backups; empty: they are not sealed',
    schema: z.string(),
  },
  {
    name: 'POSTBAG_ALARM_URL',
    default: '',
    meaning:
      'address that is told, signed, when mail stops, the backlog grows, the disk fills or backups fail, and when it is well again; empty: nobody is told',
    schema: safeUrl,
  },
  {
    name: 'POSTBAG_ALARM_SECRET_FILE',
    default: '',
    meaning: 'a file whose only line is the secret that signs alarms (Standard Webhooks: `whsec_` and base64)',
    schema: z.string(),
  },
  {
    name: 'POSTBAG_LIVE_PACE',
    default: '0',
    meaning:
      'while mail comes or people decide (and for a quarter of an hour after), ask the mail server for news this often, in milliseconds, from 50 on; 0: wait for its own word (IDLE), which Dovecot holds back for half a second',
    schema: wholeNumber(0, 60_000).refine(pace => pace === 0 || pace >= 50, 'must be 0, or at least 50'),
  },
  {
    name: 'POSTBAG_LOG_LEVEL',
    default: 'info',
    meaning: '`debug`, `info`, `warn`, `error` or `silent`',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
  },
] as const satisfies readonly Setting[]

export type Config = Readonly<{
  database: string
  port: number
  host: string
  baseUrl: string
  secondFactor: 'required' | 'optional'
  metricsPort: number | null
  keyFile: string
  trustProxy: readonly string[]
  authservId: string | null
  scanner: string | null
  workers: number
  backupFolder: string | null
  backupPassphraseFile: string | null
  alarmUrl: string | null
  alarmSecretFile: string | null
  livePace: number
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}>

/** Thrown with every bad setting, a sentence each. */
export class ConfigError extends Error {
  faults: string[]
  constructor(faults: string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** Reads the settings from `environment`. Throws ConfigError that lists all faults together. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const faults: string[] = []
  const read = (name: string): unknown => {
    const setting = settings.find(each => each.name === name)!
    const given = environment[name]?.trim() ?? setting.default
    if (given === '' && setting.default === '') return null
    const result = setting.schema.safeParse(given)
    if (result.success) return result.data
    const why = result.error.issues.at(-1)?.message ?? 'is not valid'
    faults.push(`${name} ${why} (it is “${given}”)`)
    return undefined
  }
  const path = (name: string) => {
    const given = read(name) as string | null
    return given === null ? null : resolve(given)
  }
  const known = new Set<string>(settings.map(each => each.name))
  for (const name of Object.keys(environment))
    if (name.startsWith('POSTBAG_') && !known.has(name)) faults.push(`${name} is not a setting of Postbag`)

  const database = String(read('POSTBAG_DATABASE'))
  const port = read('POSTBAG_PORT') as number
  const baseUrl = (read('POSTBAG_BASE_URL') as string | null) ?? `http://localhost:${port}`
  const secondFactor = read('POSTBAG_SECOND_FACTOR') as Config['secondFactor']
  // Somebody who tries Postbag on the own computer is not asked for a phone first.
  const tryingOut = environment.POSTBAG_SECOND_FACTOR === undefined && baseUrl.startsWith('http:')
  const config: Config = Object.freeze({
    database: database === ':memory:' ? database : resolve(database),
    port,
    host: read('POSTBAG_HOST') as string,
    baseUrl,
    secondFactor: tryingOut ? 'optional' : secondFactor,
    metricsPort: read('POSTBAG_METRICS_PORT') as number | null,
    keyFile: resolve((read('POSTBAG_KEY_FILE') as string | null) ?? resolve(database, '..', 'postbag.key')),
    trustProxy: (read('POSTBAG_TRUST_PROXY') as string[] | null) ?? [],
    authservId: read('POSTBAG_AUTHSERV_ID') as string | null,
    scanner: read('POSTBAG_SCANNER') as string | null,
    workers: read('POSTBAG_WORKERS') as number,
    backupFolder: path('POSTBAG_BACKUP_FOLDER'),
    backupPassphraseFile: path('POSTBAG_BACKUP_PASSPHRASE_FILE'),
    alarmUrl: read('POSTBAG_ALARM_URL') as string | null,
    alarmSecretFile: path('POSTBAG_ALARM_SECRET_FILE'),
    livePace: read('POSTBAG_LIVE_PACE') as number,
    logLevel: read('POSTBAG_LOG_LEVEL') as Config['logLevel'],
  })
  if (config.alarmUrl && config.alarmSecretFile === null)
    faults.push(
      'POSTBAG_ALARM_SECRET_FILE must name the file with the secret that signs alarms (POSTBAG_ALARM_URL is set)',
    )
  if (faults.length > 0) throw new ConfigError(faults)
  return config
}
