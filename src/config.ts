// The environment, read once into one frozen, validated object. Every fault is listed at once.
import { resolve } from 'node:path'
import { settings } from './settings.ts'

export type Config = Readonly<{
  database: string
  port: number
  host: string
  baseUrl: string
  secondFactor: 'required' | 'optional'
  metricsPort: number | null
  filesUrl: string | null
  keyFile: string
  trustProxy: readonly string[]
  authservId: string | null
  stolenPasswords: string | null
  outgoing: readonly string[] | null
  scanner: string | null
  workers: number
  backupFolder: string | null
  backupPassphraseFile: string | null
  alarmUrl: string | null
  alarmSecretFile: string | null
  livePace: number
  logServer: string | null
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

  if (environment.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    faults.push('NODE_TLS_REJECT_UNAUTHORIZED=0 would believe every certificate; take it out (see NODE_EXTRA_CA_CERTS)')

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
    filesUrl: read('POSTBAG_FILES_URL') as string | null,
    keyFile: resolve((read('POSTBAG_KEY_FILE') as string | null) ?? resolve(database, '..', 'postbag.key')),
    trustProxy: (read('POSTBAG_TRUST_PROXY') as string[] | null) ?? [],
    authservId: read('POSTBAG_AUTHSERV_ID') as string | null,
    stolenPasswords: path('POSTBAG_STOLEN_PASSWORDS'),
    outgoing: read('POSTBAG_OUTGOING') as string[] | null,
    scanner: read('POSTBAG_SCANNER') as string | null,
    workers: read('POSTBAG_WORKERS') as number,
    backupFolder: path('POSTBAG_BACKUP_FOLDER'),
    backupPassphraseFile: path('POSTBAG_BACKUP_PASSPHRASE_FILE'),
    alarmUrl: read('POSTBAG_ALARM_URL') as string | null,
    alarmSecretFile: path('POSTBAG_ALARM_SECRET_FILE'),
    livePace: read('POSTBAG_LIVE_PACE') as number,
    logServer: read('POSTBAG_LOG_SERVER') as string | null,
    logLevel: read('POSTBAG_LOG_LEVEL') as Config['logLevel'],
  })
  if (config.alarmUrl && config.alarmSecretFile === null)
    faults.push(
      'POSTBAG_ALARM_SECRET_FILE must name the file with the secret that signs alarms (POSTBAG_ALARM_URL is set)',
    )
  if (config.filesUrl && new URL(config.filesUrl).hostname === new URL(baseUrl).hostname)
    faults.push('POSTBAG_FILES_URL must be on another host than POSTBAG_BASE_URL: that is what it is for')
  if (faults.length > 0) throw new ConfigError(faults)
  return config
}
