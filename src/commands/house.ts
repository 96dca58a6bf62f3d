// Opens the house for a command: settings, database brought up to date, clock, log, keys.
import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import { type Keys, openKeys } from '../secret.ts'
import type { Context, Store } from '../store/index.ts'
import { Fault } from './say.ts'

export type House = {
  config: Config
  store: Store
  context: Context
  /** Opened (or made) on first use: most commands need no secret. */
  keys: () => Keys
  close: () => Promise<void>
}

/**
 * Opens the house, gives it to `work`, and closes it whatever happens. With `existing`, a database that is not there is a
 * fault and none is made: what looks after data must not begin with an empty one.
 */
export type Open = <Result>(work: (house: House) => Promise<Result>, need?: 'existing') => Promise<Result>

/** What of the settings the rooms ask for. */
const settingsOf = ({ outgoing, stolenPasswords }: Config) => ({ outgoing, stolenPasswords })

/** The settings are read when a command opens the house, so that help and `parse` need none. */
export const createOpen =
  (environment: Record<string, string | undefined>): Open =>
  async (work, need) => {
    const { readConfig } = await import('../config.ts')
    const config = readConfig(environment)
    if (need === 'existing' && !existsSync(config.database))
      throw new Fault(`There is no database ${config.database}. Name yours with POSTBAG_DATABASE.`)
    if (config.stolenPasswords !== null && !existsSync(config.stolenPasswords))
      throw new Fault(`There is no file ${config.stolenPasswords}. Correct POSTBAG_STOLEN_PASSWORDS, or take it out.`)
    return await withHouse(config, work)
  }

/** The same for a thread, which is given the settings that were read. */
export async function withHouse<Result>(config: Config, work: (house: House) => Promise<Result>): Promise<Result> {
  const [{ createLog }, { createSignal, migrate, openStore }] = await Promise.all([
    import('../log.ts'),
    import('../store/index.ts'),
  ])
  const store = openStore(config.database)
  const log = createLog(config.logLevel, config.logServer === null ? null : { server: config.logServer })
  try {
    await migrate(store, { copyAt: Date.now() })
    const context = { db: store.db, now: () => Date.now(), log, signal: createSignal(), ...settingsOf(config) }
    let keys: Keys | undefined
    return await work({
      config,
      store,
      context,
      keys: () => {
        keys ??= openKeys(config.keyFile)
        return keys
      },
      close: store.close,
    })
  } finally {
    await store.close()
    await log.end()
  }
}
