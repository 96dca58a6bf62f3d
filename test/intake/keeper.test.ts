// A batch kept by a thread of its own: the same rows, the same refusals, and it may die.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Batch, createGathering } from '../../src/intake/batch.ts'
import type { Kept } from '../../src/intake/keep.ts'
import { createKeeper, type Keeper } from '../../src/intake/keeper.ts'
import { rawOf } from '../../src/intake/raw.ts'
import { openKeys } from '../../src/secret.ts'
import { LeaseLost, takeLease } from '../../src/store/index.ts'
import { house, letter, mailboxOn } from './house.ts'

const folder = mkdtempSync(join(tmpdir(), 'postbag-keeper-'))
const database = join(folder, 'postbag.db')
const keyFile = join(folder, 'postbag.key')
let context: Awaited<ReturnType<typeof house>>
let keeper: Keeper
let mailboxId: string
beforeAll(async () => {
  context = await house(database)
  keeper = createKeeper(context, { database, keyFile, from: 0 })
  openKeys(keyFile)
  const nowhere = { host: '127.0.0.1', port: 1, username: 'reader', password: 'secret' }
  mailboxId = (await mailboxOn(context, nowhere)).id
})
afterAll(async () => {
  await keeper.close()
  await context.close()
  rmSync(folder, { recursive: true })
})

/** Keeps these messages under the lease of this fence; answers what each batch came to. */
async function keepAll(messages: Buffer[], fence: number, point = () => {}, meanwhile = () => {}): Promise<Kept[]> {
  const kept: Kept[] = []
  const source = { kind: 'mailbox' as const, mailboxId, uidvalidity: 1 }
  const keeping = { source, lease: { name: 'mailbox', fence }, fingerprint: openKeys(keyFile).fingerprint }
  const gathering = createGathering(keeper.rooms, async (batch: Batch) => {
    const underWay = keeper.keep(keeping, batch, point)
    meanwhile()
    kept.push(await underWay)
  })
  for (const [at, raw] of messages.entries())
    await gathering.add({ uid: at + 1, raw, size: raw.length, internalDate: 0, whole: true })
  await gathering.flush()
  return kept
}

const bytes = (number: number, body?: string) =>
  Buffer.from(letter(number, body === undefined ? {} : { body }), 'latin1')

test('what its own thread keeps is byte for byte what came, in batches, one larger than a batch among them', async () => {
  const { fence } = (await takeLease(context, 'mailbox', 'us', 60_000))!
  const messages = Array.from({ length: 60 }, (_, at) => bytes(at))
  messages[30] = bytes(30, `${'A long letter. '.repeat(300_000)}\n`)
  const kept = await keepAll(messages, fence)
  expect(kept.map(each => each.pending)).toEqual([30, 1, 29])
  for (const [at, raw] of messages.entries())
    expect(Buffer.compare(Buffer.from((await rawOf(context, at + 1))!), raw)).toBe(0)
  expect(await keepAll([messages[7]!], fence)).toMatchObject([{ pending: 0, duplicate: 1 }])
})

test('a database in memory, which no other thread can see, is written to by this one', async () => {
  const memory = await house()
  const { id } = await mailboxOn(memory, { host: '127.0.0.1', port: 1, username: 'reader', password: 'secret' })
  const { fence } = (await takeLease(memory, 'mailbox', 'us', 60_000))!
  const here = createKeeper(memory, { database: ':memory:', keyFile, from: 0 })
  const keeping = {
    source: { kind: 'mailbox' as const, mailboxId: id, uidvalidity: 1 },
    lease: { name: 'mailbox', fence },
    fingerprint: openKeys(keyFile).fingerprint,
  }
  let kept: Promise<Kept> | undefined
  const gathering = createGathering(here.rooms, async batch => {
    kept = here.keep(keeping, batch, () => {})
  })
  await gathering.add({ uid: 1, raw: bytes(1), size: bytes(1).length, internalDate: 0, whole: true })
  await gathering.flush()
  expect(await kept).toMatchObject({ pending: 1 })
  expect(Buffer.compare(Buffer.from((await rawOf(memory, 1))!), bytes(1))).toBe(0)
  await here.close()
  await memory.close()
})

test('the thread that lost the lease writes nothing, and says so as this thread would', async () => {
  const before = await count()
  await expect(keepAll([bytes(100)], 99)).rejects.toBeInstanceOf(LeaseLost)
  expect(await count()).toBe(before)
})

test('a thread that dies while it works has kept nothing, and another one takes its place', async () => {
  const { fence } = (await takeLease(context, 'mailbox', 'us', 60_000))!
  const before = await count()
  const end = () => void keeper.close()
  // So much to pack that it dies before it is done.
  const long = Array.from({ length: 40 }, () => randomBytes(100_000))
  await expect(keepAll(long, fence, () => {}, end)).rejects.toThrow('has ended')
  expect(await count()).toBe(before)
  // Between packing and committing there is nothing that a thread holds alone.
  expect(await keepAll([bytes(200)], fence, end)).toMatchObject([{ pending: 1 }])
  expect(await count()).toBe(before + 1)
})

test('bytes that cannot be made smaller fit into the place where they lay, and their neighbours are unharmed', async () => {
  const { fence } = (await takeLease(context, 'mailbox', 'us', 60_000))!
  const messages = [300, 301, 302].flatMap(number => [
    randomBytes(number * 1000),
    randomBytes(number - 299),
    bytes(number),
  ])
  const [kept] = await keepAll(messages, fence)
  expect(kept!.submissions).toHaveLength(9)
  for (const [at, raw] of messages.entries())
    expect(Buffer.compare(Buffer.from((await rawOf(context, kept!.submissions[at]!))!), raw)).toBe(0)
})

const count = async () => (await context.db.selectFrom('raw').select('id').execute()).length
