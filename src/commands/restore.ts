// `restore FILE`: from a backup to a database that works, and that has forgotten whom it must forget.

import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { length } from '../amount.ts'
import type { Config } from '../config.ts'
import { keysFrom } from '../secret.ts'
import type { Erasure, Unpacked } from '../store/index.ts'
import { rfc3339 } from '../time.ts'
import { Fault, readSecret, say } from './say.ts'

type Options = { to?: string; passphraseFile?: string; erasures?: string; json?: boolean }

export function restoreCommand(program: Command, environment: Record<string, string | undefined>): void {
  program
    .command('restore')
    .argument('<file>', 'a file that `backup` wrote')
    .description('restore a backup into an empty place; nothing that is there is overwritten')
    .option('--to <database>', 'the database file to make (the one of POSTBAG_DATABASE)')
    .option('--passphrase-file <file>', 'the passphrase it was sealed with (- for standard input)')
    .option('--erasures <folder>', 'a folder with a later log of erasures, beside those found')
    .option('--json', 'print JSON')
    .action(async (file: string, options: Options) => {
      const { readConfig } = await import('../config.ts')
      const place = options.to === undefined ? {} : { POSTBAG_DATABASE: options.to }
      return restore(resolve(file), options, readConfig({ ...environment, ...place }))
    })
}

async function restore(file: string, options: Options, config: Config): Promise<void> {
  const start = performance.now()
  const { database, keyFile } = config
  if (existsSync(database))
    throw new Fault(`There is a database already: ${database}. Move it away, or restore elsewhere with --to.`)
  const passphrase = options.passphraseFile === undefined ? null : readSecret(options.passphraseFile)
  await mkdir(dirname(database), { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(dirname(database), `.${basename(database)}.restoring-`))
  try {
    const { unpackBackup, readErasureFile, placeDatabase } = await import('../store/index.ts')
    const unpacked = await unpackBackup(file, passphrase, folder)
    await refuseOtherKey(keyFile, unpacked.key)
    const logs = [
      dirname(file),
      dirname(database),
      ...(options.erasures === undefined ? [] : [resolve(options.erasures)]),
    ]
    const later = (await Promise.all(logs.map(readErasureFile))).flat()
    const forgotten = await makeWhole(unpacked, [...unpacked.erasures, ...later], config)
    await placeKey(keyFile, unpacked.key)
    await placeDatabase(unpacked.database, database)
    const ms = Math.round(performance.now() - start)
    const { madeAt, counts } = unpacked.manifest
    say(
      options.json,
      { database, keyFile, madeAt, counts, forgotten, ms },
      words({ database, madeAt, counts, forgotten, ms }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Migrated, without the erased, nobody signed in, no lease held. Answers how many emails were erased again. */
async function makeWhole(unpacked: Unpacked, log: Erasure[], config: Config): Promise<number> {
  const { createSignal, freshStart, migrate, openStore } = await import('../store/index.ts')
  const { replayErasures } = await import('../desk/erase.ts')
  const store = openStore(unpacked.database)
  try {
    await migrate(store)
    const { createLog } = await import('../log.ts')
    const context = { db: store.db, now: () => Date.now(), log: createLog(config.logLevel), signal: createSignal() }
    const keys = keysFrom(Buffer.from(unpacked.key.toString().trim(), 'base64url'))
    const forgotten = await replayErasures(context, keys, log)
    await freshStart(context)
    return forgotten
  } finally {
    await store.close()
  }
}

async function refuseOtherKey(keyFile: string, key: Buffer): Promise<void> {
  if (existsSync(keyFile) && !(await readFile(keyFile)).equals(key))
    throw new Fault(`There is another key file already: ${keyFile}. Move it away, or restore elsewhere with --to.`)
}

async function placeKey(keyFile: string, key: Buffer): Promise<void> {
  if (existsSync(keyFile)) return
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 })
  const part = `${keyFile}.${process.pid}.part`
  await writeFile(part, key, { mode: 0o600, flag: 'wx' })
  await chmod(part, 0o600)
  await rename(part, keyFile)
}

type Restored = {
  database: string
  madeAt: number
  counts: Unpacked['manifest']['counts']
  forgotten: number
  ms: number
}

const words = ({ database, madeAt, counts, forgotten, ms }: Restored) => [
  `Restored ${database} as it was at ${rfc3339(madeAt)}, in ${length(ms)}: ${counts.submissions} emails, ${counts.entries} entries, ${counts.events} events.`,
  ...(forgotten > 0 ? [`${forgotten} emails that were erased later are erased here too.`] : []),
  'Next: start Postbag. It fetches from the mailbox whatever came since; everybody signs in again.',
  'Decisions made after that time are gone: look at the live pages before you publish.',
]
