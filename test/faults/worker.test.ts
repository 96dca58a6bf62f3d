// Faults of the threads that read (RELIABILITY F39, and the neighbours of F30).
import { performance } from 'node:perf_hooks'
import { expect, test } from '@jest/globals'
import { keepMessages } from '../../src/intake/keep.ts'
import { readPending } from '../../src/intake/read-pending.ts'
import { createReader } from '../../src/mail/pool.ts'
import { house, keys, letter } from '../intake/house.ts'

test('F39: a worker that loops for ever, exits or runs out of memory costs its own message alone, and reading goes on', async () => {
  const reader = createReader({
    ...{ threads: 2, timeoutMs: 1000, heapMb: 64 },
    worker: new URL('./bad-worker.ts', import.meta.url),
  })
  const context = await house()
  const take = async (mails: string[]) => {
    const arrivals = mails.map(mail => ({ raw: Buffer.from(mail), size: mail.length, internalDate: 1, whole: true }))
    const source = { kind: 'import' as const, storyId: null }
    await keepMessages(context, { source, fingerprint: keys.fingerprint }, arrivals)
    return await readPending(context, reader, { holder: 'test', leaseMs: 60_000 })
  }
  try {
    // The threads load their modules with these, which is not the fault's time.
    expect(await take([letter(1), letter(2)])).toEqual({ read: 2, aside: 0, parked: 0 })
    const bad = ['LOOP', 'EXIT', 'GROW'].map((word, at) => letter(10 + at, { body: `PLEASE ${word}` }))
    const good = Array.from({ length: 20 }, (_, at) => letter(20 + at))
    expect(await take([...good.slice(0, 10), ...bad, ...good.slice(10)])).toEqual({ read: 20, aside: 0, parked: 3 })
    const parked = await context.db
      .selectFrom('submission')
      .select('stage_why')
      .where('stage', '=', 'parked')
      .orderBy('number')
      .execute()
    expect(parked[0]!.stage_why).toContain('longer than 1 seconds')
    expect(parked[1]!.stage_why).toContain('The reader failed on it')
    expect(parked[2]!.stage_why).toMatch(/more memory|longer than/)
    // Later mail is read as ever, by new threads.
    expect(await take([letter(50)])).toEqual({ read: 1, aside: 0, parked: 0 })
  } finally {
    await reader.close()
    await context.close()
  }
}, 120_000)

test('F30: a poisonous message keeps its neighbours waiting once, and for five seconds at most; later tries run beside them', async () => {
  const reader = createReader({ threads: 1, worker: new URL('./bad-worker.ts', import.meta.url) })
  try {
    await reader.read(Buffer.from(letter(1)))
    const started = performance.now()
    const poison = reader.read(Buffer.from(letter(2, { body: 'PLEASE LOOP' })))
    const first = reader.read(Buffer.from(letter(3)))
    await first
    // In the task of the poison it waits for that task's end; a new thread then has to load.
    expect(performance.now() - started).toBeGreaterThan(4000)
    const again = performance.now()
    expect((await reader.read(Buffer.from(letter(4)))).parked).toBeNull()
    expect(performance.now() - again).toBeLessThan(5000)
    expect((await poison).parked).not.toBeNull()
  } finally {
    await reader.close()
  }
}, 120_000)
