// A real database in memory, a clock that the test moves, and no log.
import { silent } from '../src/log.ts'
import { type Context, createSignal, migrate, openStore, type Store } from '../src/store/index.ts'

export type TestContext = Context & { store: Store; clock: { at: number }; close: () => Promise<void> }

/** 26 April 2016, 08:45 British Summer Time. */
export const strikeDay = Date.UTC(2016, 3, 26, 7, 45)

export async function testContext(file = ':memory:'): Promise<TestContext> {
  const store = openStore(file)
  await migrate(store)
  const clock = { at: strikeDay }
  return { store, db: store.db, now: () => clock.at, log: silent, signal: createSignal(), clock, close: store.close }
}
