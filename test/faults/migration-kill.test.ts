// kill -9 during each migration, at moments spread over it: afterwards the schema is the old one or the new one, never
// between, and the next start brings it up. Once for each migration here, ten times with DRILLS=full.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { migrate, openStore, type Store } from '../../src/store/index.ts'
import { migrationFiles, schemaOf, someRows } from './migrations.ts'

const kills = process.env.DRILLS === 'full' ? 10 : 1

async function withStore<Result>(file: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = openStore(file)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Runs the migrations in `folder` in a process that dies after so many microseconds; whether it did. */
function dies(file: string, folder: string, after: number): boolean {
  const args = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'drill-migrate.ts')]
  const { signal, status, stderr } = spawnSync(process.execPath, [...args, file, folder, String(after)], {
    encoding: 'utf8',
  })
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(stderr)
  return signal === 'SIGKILL'
}

test(`kill -9 during each migration, ${kills === 1 ? 'once' : 'ten times'}: the old schema or the new one, never between`, async () => {
  const place = mkdtempSync(join(tmpdir(), 'postbag-migration-'))
  let killed = 0
  for (const [at, migration] of migrationFiles.entries()) {
    const folder = join(place, `${at}`)
    mkdirSync(folder)
    for (const each of migrationFiles.slice(0, at + 1)) copyFileSync(each, join(folder, basename(each)))
    const older = join(place, `${at}.db`)
    const before = await withStore(older, async store => {
      if (at > 0) await migrate(store, { folder: join(place, `${at - 1}`) })
      if (at > 0) someRows(store)
      return schemaOf(store)
    })
    const whole = join(place, `${at}-whole.db`)
    copyFileSync(older, whole)
    const { took, after } = await withStore(whole, async store => {
      const began = performance.now()
      await migrate(store, { folder })
      return { took: (performance.now() - began) * 1000, after: schemaOf(store) }
    })
    for (let kill = 0; kill < kills; kill++) {
      const file = join(place, `${at}-${kill}.db`)
      copyFileSync(older, file)
      if (dies(file, folder, Math.round((took * (kill + 0.5)) / kills))) killed++
      await withStore(file, async store => {
        const found = JSON.stringify(schemaOf(store))
        const name = basename(migration)
        expect([name, [before, after].some(each => JSON.stringify(each) === found)]).toEqual([name, true])
        expect(store.engine.pragma('integrity_check', { simple: true })).toBe('ok')
        await migrate(store, { folder })
        expect([name, schemaOf(store)]).toEqual([name, after])
        if (at > 0) expect(store.engine.prepare('select count(*) from submission').pluck().get()).toBe(2)
      })
    }
  }
  rmSync(place, { recursive: true, force: true })
  // Were every child quicker than its killer, nothing would have been proved.
  expect(killed).toBeGreaterThan(migrationFiles.length * kills * 0.3)
}, 300_000)
