// Opens the house for a command: settings, database brought up to date, clock, log, keys.
import { type Config, readConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { type Keys, openKeys } from '../secret.ts'
import { type Context, createSignal, migrate, openStore, type Store } from '../store/index.ts'

export type House = {
  config: Config
  store: Store
  context: Context
  /** Opened (or made) on first use: most commands need no secret. */
  keys: () => Keys
  close: () => Promise<void>
}

/** Opens the house, gives it to `work`, and closes it whatever happens. */
export type Open = <Result>(work: (house: House) => Promise<Result>) => Promise<Result>

/** The settings are read when a command opens the house, so that help and `parse` need none. */
export const createOpen =
  (environment: Record<string, string | undefined>): Open =>
  async work => {
    const config = readConfig(environment)
    const store = openStore(config.database)
    try {
      await migrate(store)
      const log = createLog(config.logLevel)
      const context = { db: store.db, now: () => Date.now(), log, signal: createSignal() }
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
    }
  }
