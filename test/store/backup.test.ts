import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { newId } from '../../src/id.ts'
import { openKeys } from '../../src/secret.ts'
import { byteReader } from '../../src/store/backup/bytes.ts'
import { proveDatabase } from '../../src/store/backup/copy.ts'
import { seal, unseal } from '../../src/store/backup/envelope.ts'
import { parseErasures, readErasureFile, writeErasureFile } from '../../src/store/backup/erasure-log.ts'
import {
  backupName,
  backupTime,
  copiesToKeep,
  longestKept,
  scheduledBackup,
  startBackups,
} from '../../src/store/backup/schedule.ts'
import { readTar, writeTar } from '../../src/store/backup/tar.ts'
import { makeBackup, openStore, readBackupState, readFolders, unpackBackup } from '../../src/store/index.ts'
import { type TestContext, testContext } from '../context.ts'
import { eventually } from '../eventually.ts'

let folder: string
let context: TestContext
let keyFile: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'postbag-backup-'))
  context = await testContext(join(folder, 'data/postbag.db'))
  keyFile = join(folder, 'data/postbag.key')
  openKeys(keyFile)
  await addRows(20)
})
afterEach(async () => {
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

const addRows = (count: number) =>
  context.db.transaction().execute(async trx => {
    const at = context.now()
    for (let row = 0; row < count; row++)
      await trx
        .insertInto('raw')
        .values({ id: newId(at), sha256: newId(at), size: 3, bytes: randomBytes(2000), kept_at: at })
        .execute()
  })

const backup = (change: { passphrase?: string; gentle?: boolean } = {}) =>
  makeBackup(context.store, { to: join(folder, 'copies/x.backup'), keyFile, at: context.now(), ...change })

async function unpacked(passphrase: string | null = null) {
  const into = mkdtempSync(join(folder, 'into-'))
  return unpackBackup(join(folder, 'copies/x.backup'), passphrase, into)
}

test('a backup holds the database, the key file and the erasure log, and only its owner can read it', async () => {
  await context.db.insertInto('erasure').values({ fingerprint: 'f1', at: 5 }).execute()
  const report = await backup()
  expect(report).toMatchObject({ sealed: false, counts: { messages: 20, erasures: 1 }, madeAt: context.now() })
  expect(statSync(report.file)).toMatchObject({ size: report.bytes, mode: 0o100600 })
  const parts = await unpacked()
  expect(parts.key).toEqual(readFileSync(keyFile))
  expect(parts.erasures).toEqual([{ fingerprint: 'f1', at: 5, published: 'withdraw' }])
  expect(proveDatabase(parts.database).messages).toBe(20)
  expect(await readErasureFile(join(folder, 'copies'))).toEqual(parts.erasures)
  expect(await readFolders(context.db)).toEqual([join(folder, 'copies')])
  expect(readdirSync(join(folder, 'copies')).sort()).toEqual(['erasures.jsonl', 'x.backup'])
})

test('tar opens a backup where Postbag is not at hand', async () => {
  const { file } = await backup()
  const names = execFileSync('tar', ['tf', file], { encoding: 'utf8' }).trim().split('\n')
  expect(names).toEqual(['manifest.json', 'postbag.key', 'erasures.jsonl', 'postbag.db'])
  execFileSync('tar', ['xf', file, '-C', folder, 'postbag.db'])
  expect(proveDatabase(join(folder, 'postbag.db')).messages).toBe(20)
})

/** Writes again and again while `work` goes on; answers how often. */
async function whileWriting(write: () => unknown, work: () => Promise<void>): Promise<number> {
  let writing = true
  let written = 0
  const writer = (async () => {
    for (; writing; written++) {
      await write()
      await new Promise(resolve => setImmediate(resolve))
    }
  })()
  try {
    await work()
  } finally {
    writing = false
    await writer
  }
  return written
}

test('what is written during a backup harms neither the copy nor the writer, in small steps or in one', async () => {
  await addRows(3000)
  for (const gentle of [true, false]) {
    const written = await whileWriting(
      () => addRows(1),
      async () => {
        const report = await backup({ gentle })
        expect(report.counts.messages).toBeGreaterThanOrEqual(3020)
        expect(proveDatabase((await unpacked()).database).messages).toBe(report.counts.messages)
      },
    )
    expect(written).toBeGreaterThan(0)
  }
})

test('another process writing all the time cannot keep a one-step copy from ending', async () => {
  await addRows(2000)
  const other = openStore(context.store.file)
  const write = () => other.engine.prepare("insert into setting values (?, 'x')").run(newId(Date.now()))
  await whileWriting(write, async () => void expect((await backup()).counts.messages).toBe(2020))
  await other.close()
})

test('a sealed backup opens with its passphrase, and with no other [ASVS 11.4.4]', async () => {
  const report = await backup({ passphrase: 'correct horse' })
  expect(report.sealed).toBe(true)
  const bytes = readFileSync(report.file)
  expect(bytes.includes('SQLite format')).toBe(false)
  expect(bytes.includes(readFileSync(keyFile, 'utf8').trim())).toBe(false)
  expect((await unpacked('correct horse')).manifest.counts.messages).toBe(20)
  await expect(unpacked('wrong horse')).rejects.toThrow(
    'the passphrase is not the one it was sealed with, or it is damaged',
  )
  await expect(unpacked()).rejects.toThrow('is sealed. Give the file that holds its passphrase with --passphrase-file.')
})

test('a sealed stream cannot be cut, changed, or put together anew unnoticed', async () => {
  const plain = randomBytes(3_500_000)
  const chunks: Uint8Array[] = []
  for await (const chunk of seal(parts([plain]), 'secret')) chunks.push(chunk)
  expect((await opened(chunks)).equals(plain)).toBe(true)
  const [head, one, two, three, four] = chunks as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  await expect(opened([head, one, two, three])).rejects.toThrow('ends too early')
  await expect(opened([head, two, one, three, four])).rejects.toThrow('damaged')
  await expect(opened([head, one, four])).rejects.toThrow('damaged')
  const changed = Buffer.from(three)
  changed[1000]! ^= 1
  await expect(opened([head, one, two, changed, four])).rejects.toThrow('damaged')
  const asLast = Buffer.from(one)
  asLast[4] = 1
  await expect(opened([head, asLast])).rejects.toThrow('damaged')

  async function opened(sealed: Uint8Array[]): Promise<Buffer> {
    const found: Buffer[] = []
    for await (const chunk of unseal(parts(sealed), 'secret')) found.push(chunk)
    return Buffer.concat(found)
  }
})

test('a damaged, cut or foreign file is refused in one sentence and restores nothing', async () => {
  const { file } = await backup()
  const whole = readFileSync(file)
  const damaged = Buffer.from(whole)
  damaged[whole.length - 30_000]! ^= 1
  for (const [bytes, words] of [
    [damaged, 'its database is not the one that was written'],
    [whole.subarray(0, whole.length >> 1), 'it ends too early'],
    [Buffer.concat([whole.subarray(0, 600), randomBytes(4000)]), 'it is damaged'],
    [Buffer.from('not a backup at all'), 'is not a backup of Postbag'],
    [Buffer.alloc(0), 'is not a backup of Postbag'],
  ] as const) {
    writeFileSync(file, bytes)
    await expect(unpacked()).rejects.toThrow(words)
  }
  rmSync(file)
  await expect(unpacked()).rejects.toThrow('There is no file')
})

test('a backup never overwrites the database, a folder or a stranger’s file, but replaces an older backup', async () => {
  const write = (to: string) => makeBackup(context.store, { to, keyFile, at: context.now() })
  const mine = join(folder, 'letter.txt')
  writeFileSync(mine, 'dear me')
  await expect(write(mine)).rejects.toThrow('is there already and is not a backup')
  await expect(write(context.store.file)).rejects.toThrow('is there already and is not a backup')
  await expect(write(folder)).rejects.toThrow('is there already and is not a backup')
  await backup()
  await addRows(1)
  expect((await backup()).counts.messages).toBe(21)
})

test('a copy that is not sound never gets the name', async () => {
  const engine = context.store.engine
  engine.pragma('foreign_keys = off')
  engine.exec("insert into story_slug values ('old', 'nowhere')")
  await expect(backup()).rejects.toThrow('a row of story_slug points to a missing row of story')
  expect(existsSync(join(folder, 'copies/x.backup'))).toBe(false)
  expect(readdirSync(join(folder, 'copies'))).toEqual([])
})

test('tar members of any size come back as they were, and a wrong size is noticed while writing', async () => {
  const members = [0, 1, 511, 512, 513, 70_000].map(size => ({ name: `m${size}`, size, bytes: [randomBytes(size)] }))
  const found = new Map<string, Buffer>()
  await readTar(byteReader(writeTar(members, 0)), async (name, _size, bytes) => {
    const chunks: Buffer[] = []
    for await (const chunk of bytes) chunks.push(Buffer.from(chunk))
    found.set(name, Buffer.concat(chunks))
  })
  expect([...found.keys()]).toEqual(members.map(member => member.name))
  for (const { name, bytes } of members) expect(found.get(name)?.equals(Buffer.concat(bytes))).toBe(true)
  const short = writeTar([{ name: 'x', size: 10, bytes: [Buffer.alloc(9)] }], 0)
  await expect(
    (async () => {
      for await (const _ of short);
    })(),
  ).rejects.toThrow('x changed while it was being copied')
})

test('the log of erasures only grows, and a line cut off by a crash is passed over', async () => {
  await writeErasureFile(folder, [{ fingerprint: 'a', at: 1, published: 'withdraw' }])
  await writeErasureFile(folder, [{ fingerprint: 'b', at: 2, published: 'keep-as-a-reader' }])
  expect((await readErasureFile(folder)).map(each => each.fingerprint)).toEqual(['a', 'b'])
  truncateSync(join(folder, 'erasures.jsonl'), statSync(join(folder, 'erasures.jsonl')).size - 5)
  expect((await readErasureFile(folder)).map(each => each.fingerprint)).toEqual(['a'])
  expect(parseErasures('{"fingerprint":3}\nnull\n[]\n')).toEqual([])
})

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test('of a fortnight of copies twelve fives, a day of hours and a week of days are kept, and nothing older', () => {
  const now = Date.UTC(2026, 3, 26, 12, 2)
  let times: number[] = []
  // As it happens in life: a copy every five minutes, thinned out after each.
  for (let at = now - 14 * day; at <= now; at += 5 * minute) times = [...copiesToKeep([...times, at], at)]
  const ages = times.map(at => now - at).sort((one, other) => one - other)
  expect(ages.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, n) => n * 5 * minute))
  expect(ages.length).toBeLessThanOrEqual(12 + 24 + 7)
  expect(ages.filter(age => age >= hour && age < day).length).toBeGreaterThanOrEqual(22)
  expect(Math.max(...ages)).toBeLessThan(longestKept)
  expect(Math.max(...ages)).toBeGreaterThan(5 * day)
})

test('a scheduled copy is named by its time, tells the database, and clears only its own kind away', async () => {
  const copies = join(folder, 'scheduled')
  mkdirSync(copies)
  const old = backupName(context.now() - 30 * day)
  const killed = ['.postbag-20160426T074000Z.backup.4711.db', 'postbag-20160426T074000Z.backup.4711.part']
  for (const name of [old, ...killed, 'mine.backup', 'postbag-2016.backup']) writeFileSync(join(copies, name), 'x')
  const report = await scheduledBackup(context.store, context, { folder: copies, keyFile })
  expect(readdirSync(copies).sort()).toEqual([
    'erasures.jsonl',
    'mine.backup',
    'postbag-2016.backup',
    'postbag-20160426T074500Z.backup',
  ])
  expect(backupTime('postbag-20160426T074500Z.backup')).toBe(context.now())
  expect(await readBackupState(context.db)).toEqual({
    at: context.now(),
    ms: report.ms,
    bytes: report.bytes,
    error: '',
  })
})

test('a scheduled copy that fails says so in the database, and the one before stays', async () => {
  const copies = join(folder, 'scheduled')
  await scheduledBackup(context.store, context, { folder: copies, keyFile })
  rmSync(keyFile)
  context.clock.at += 5 * minute
  await expect(scheduledBackup(context.store, context, { folder: copies, keyFile })).rejects.toThrow('postbag.key')
  expect(await readBackupState(context.db)).toMatchObject({
    at: context.now() - 5 * minute,
    error: expect.stringContaining('postbag.key'),
  })
  expect(readdirSync(copies).filter(name => name.endsWith('.backup'))).toHaveLength(1)
})

test('the schedule writes one copy after another until told to stop', async () => {
  const copies = join(folder, 'scheduled')
  const running = { ...context, now: () => Date.now() }
  const backups = startBackups(context.store, running, { folder: copies, keyFile, step: 20 })
  await eventually(
    'two copies',
    () => existsSync(copies) && readdirSync(copies).filter(name => name.endsWith('.backup')).length >= 2,
    25_000,
  )
  await backups.stop()
  expect(readdirSync(copies).filter(name => name.endsWith('.part') || name.startsWith('.'))).toEqual([])
})

test('told to stop in the middle of a copy, the schedule ends at once and leaves nothing half made', async () => {
  await addRows(5000)
  const copies = join(folder, 'scheduled')
  const running = { ...context, now: () => Date.now() }
  const backups = startBackups(context.store, running, { folder: copies, keyFile, step: 20 })
  await eventually('a copy that has begun', () => existsSync(copies) && readdirSync(copies).length > 0)
  const began = Date.now()
  await backups.stop()
  expect(Date.now() - began).toBeLessThan(1000)
  expect(readdirSync(copies)).toEqual([])
  expect((await readBackupState(context.db)).error).toBe('')
})

async function* parts(chunks: Uint8Array[]) {
  yield* chunks
}
