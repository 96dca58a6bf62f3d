// SIGTERM while Postbag is at work, in every phase: exit 0 within five seconds, nothing half done. Each a real process.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest } from '@jest/globals'
import { openStore } from '../../src/store/index.ts'
import { type Dovecot, startDovecot } from '../dovecot.ts'
import { eventually } from '../eventually.ts'
import { letter } from '../post.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'
import { type Folder, newFolder, type Running } from './postbag.ts'

jest.setTimeout(120_000)

let server: Dovecot
let folder: Folder
let running: Running | null = null

beforeAll(async () => {
  server = await startDovecot()
})
afterAll(() => server?.stop())
beforeEach(async () => {
  folder = newFolder()
  await folder.run(['story', 'add', 'strike', '--title', 'Strike', '--default'])
  const where = ['--host', server.host, '--port', String(server.port), '--user', 'reader', '--security', 'none']
  const added = await folder.run(['mailbox', 'add', 'Letters', ...where, '--password-file', '-'], { input: 'secret\n' })
  expect(added.err).toBe('')
})
afterEach(() => {
  running?.child.kill('SIGKILL')
  running = null
  folder.remove()
})

const count = (query: string): number => {
  const store = openStore(join(folder.path, 'data/postbag.db'))
  try {
    return store.engine.prepare(query).pluck().get() as number
  } finally {
    store.engine.close()
  }
}

function serve(settings: Record<string, string> = {}): Running {
  running = folder.start(['serve'], { POSTBAG_PORT: '0', ...settings })
  return running
}

/** Tells it to stop and waits; then the data must be whole, the log empty, and a pass must take in what is left. */
async function stopsCleanly(serving: Running, messages: number): Promise<void> {
  const began = Date.now()
  serving.child.kill('SIGTERM')
  const { code, err } = await serving.ended
  expect([code, Date.now() - began < 5000, err]).toEqual([0, true, ''])
  expect(existsSync(join(folder.path, 'data/postbag.db-wal'))).toBe(false)
  const verified = await folder.run(['verify'])
  // A pass that was broken off may leave messages for the next one; nothing else may be amiss.
  const faults = verified.out.split('\n').filter(line => line.startsWith('✗') && !line.includes('unaccounted'))
  expect(faults).toEqual([])
  const polled = JSON.parse((await folder.run(['poll', '--once', '--json'])).out)
  expect(polled[0] ?? polled.mailboxes[0]).toMatchObject({
    ...{ seen: messages, ingested: messages, pending: 0, parked: 0, unaccounted: 0 },
  })
}

const many = Array.from({ length: 300 }, (_, at) => letter(at + 1))

testWithDovecot(
  'while it starts, before it says where it is',
  async () => {
    const serving = serve()
    await eventually('the database to be opened', () => existsSync(join(folder.path, 'data/postbag.db-wal')))
    await stopsCleanly(serving, 0)
  },
  60_000,
)

testWithDovecot(
  'while it waits for mail',
  async () => {
    const serving = serve()
    await eventually(
      'the first pass',
      () => count('select count(*) from mailbox where checked_at is not null') === 1,
      20_000,
    )
    await stopsCleanly(serving, 0)
  },
  60_000,
)

testWithDovecot(
  'while it fetches, reads and publishes, at moments spread over the work',
  async () => {
    await server.append(many)
    for (const kept of [1, 60, 150, 250]) {
      const serving = serve()
      await eventually(`${kept} messages kept`, () => count('select count(*) from raw') >= kept, 20_000)
      const began = Date.now()
      serving.child.kill('SIGTERM')
      const { code, err } = await serving.ended
      expect([kept, code, Date.now() - began < 5000, err]).toEqual([kept, 0, true, ''])
      expect(existsSync(join(folder.path, 'data/postbag.db-wal'))).toBe(false)
    }
    const last = serve()
    await eventually('the address', () => /Postbag is at/.test(last.out()), 20_000)
    await stopsCleanly(last, 300)
  },
  120_000,
)

testWithDovecot(
  'while a backup is being written',
  async () => {
    const serving = serve({ POSTBAG_BACKUP_FOLDER: join(folder.path, 'copies') })
    await eventually(
      'a backup that has begun',
      () => existsSync(join(folder.path, 'copies')) && readdirSync(join(folder.path, 'copies')).length > 0,
      20_000,
    )
    await stopsCleanly(serving, 300)
    expect(
      readdirSync(join(folder.path, 'copies')).filter(name => name.startsWith('.') || name.endsWith('.part')),
    ).toEqual([])
  },
  60_000,
)
