import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../eventually.ts'
import { type Folder, newFolder, type Running } from './postbag.ts'

let folder: Folder
const started: Running[] = []
beforeAll(() => {
  folder = newFolder()
})
afterAll(() => {
  for (const { child } of started) child.kill('SIGKILL')
  folder.remove()
})

function serve(args: string[], settings: Record<string, string> = {}): Running {
  const running = folder.start(['serve', ...args], { POSTBAG_PORT: '0', ...settings })
  started.push(running)
  return running
}

const address = (running: Running) =>
  eventually('the address', () => /Postbag is at (http:\S+)/.exec(running.out())?.[1] ?? failed(running), 25_000)

function failed({ child, err }: Running): undefined {
  if (child.exitCode !== null) throw new Error(err())
}

test('serve answers at the address it prints, invites to set up, and stops with 0 within five seconds', async () => {
  const running = serve([])
  const url = await address(running)
  expect(running.out()).toContain(`Set it up at ${url}/setup?token=`)
  const page = await fetch(`${url}/sign-in`, { redirect: 'manual' })
  expect([page.status, page.headers.get('location')]).toEqual([303, '/setup'])
  expect((await fetch(`${url}/api/v1/submissions/1`)).status).toBe(401)
  const began = Date.now()
  running.child.kill('SIGTERM')
  const { code } = await running.ended
  expect([code, Date.now() - began < 5000]).toEqual([0, true])
  expect(existsSync(join(folder.path, 'data/postbag.db-wal'))).toBe(false)
}, 60_000)

test('an open event stream does not hold up the stop', async () => {
  await folder.run(['story', 'add', 'strike', '--title', 'Strike'])
  const running = serve(['--only', 'web'])
  const url = await address(running)
  const stream = await fetch(`${url}/feeds/strike/events`)
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(0)
  await stream.body?.cancel().catch(() => {})
}, 60_000)

test('a port in use is one line that says what to do', async () => {
  const first = serve(['--only', 'web'])
  const port = new URL(await address(first)).port
  const second = await serve([], { POSTBAG_PORT: port }).ended
  expect(second.code).toBe(1)
  expect(second.err).toBe(
    `postbag: Port ${port} is in use by another program. Stop that, or choose another with POSTBAG_PORT.\n`,
  )
  first.child.kill('SIGINT')
  expect((await first.ended).code).toBe(0)
}, 60_000)

test('the second SIGINT of one Ctrl-C, which npm passes on, does not break off an orderly stop', async () => {
  await folder.run(['story', 'add', 'strike', '--title', 'Strike'])
  const running = serve([])
  const url = await address(running)
  // An open stream keeps the stop busy for a second, so that the next signal arrives in the middle of it.
  const stream = await fetch(`${url}/feeds/strike/events`)
  running.child.kill('SIGINT')
  await eventually('the closed door', () =>
    fetch(`${url}/sign-in`).then(
      () => undefined,
      () => true,
    ),
  )
  running.child.kill('SIGINT')
  const { code, err } = await running.ended
  expect([code, err]).toEqual([0, ''])
  expect(existsSync(join(folder.path, 'data/postbag.db-wal'))).toBe(false)
  await stream.body?.cancel().catch(() => {})
}, 60_000)

test('only intake takes no port', async () => {
  const running = serve(['--only', 'intake'])
  await eventually('the intake', () => running.out().includes('taking mail in') || failed(running))
  expect(running.out()).not.toContain('http')
  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(0)
}, 60_000)
