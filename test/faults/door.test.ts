// The front door under clients that hold on and ask for what is not theirs: as a process of its own, as people run it.
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Folder, newFolder, type Running } from '../commands/postbag.ts'
import { eventually } from '../eventually.ts'

let folder: Folder
let running: Running | undefined
beforeEach(() => {
  folder = newFolder()
})
afterEach(async () => {
  running?.child.kill('SIGKILL')
  await running?.ended
  folder.remove()
})

async function serve(): Promise<string> {
  running = folder.start(['serve', '--only', 'web'], { POSTBAG_PORT: '0' })
  const { out } = running
  await eventually('Postbag', () => /Postbag is at/.test(out()), 60_000)
  return /Postbag is at (http:\/\/\S+)/.exec(out())![1]!
}

const full = process.env.DRILLS === 'full'

test('two hundred clients that send their headers byte by byte keep nobody else waiting [T27]', async () => {
  const url = await serve()
  const { port } = new URL(url)
  const slow: Socket[] = []
  for (let count = 0; count < 200; count++) slow.push(connect(Number(port), '127.0.0.1').on('error', () => {}))
  await Promise.all(slow.map(socket => new Promise(done => socket.once('connect', done))))
  for (const socket of slow) socket.write('GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-a: b\r\n')
  const took: number[] = []
  for (let ask = 0; ask < 20; ask++) {
    for (const socket of slow) if (socket.writable) socket.write('X-b: c\r\n')
    const began = performance.now()
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    took.push(performance.now() - began)
  }
  // The middle one: a machine that is busy with other tests may hold up a single answer.
  expect(took.sort((one, other) => one - other)[10]).toBeLessThan(1_000)
  for (const socket of slow) socket.destroy()
}, 120_000)

const has = (program: string) => spawnSync('which', [program]).status === 0

if (full && has('slowhttptest'))
  test('slowhttptest with 500 connections, slow headers and slow bodies: the service stays available [T27]', async () => {
    const url = await serve()
    for (const mode of [['-H'], ['-B', '-t', 'POST']]) {
      const args = [...mode, '-c', '500', '-r', '200', '-i', '5', '-l', '30', '-p', '3', '-u', `${url}/sign-in`]
      const { stdout } = await promisify(execFile)('slowhttptest', args).catch(error => error)
      const said = String(stdout).replace(/\u001b\[[0-9;]*m/g, '')
      expect(said).toMatch(/service available:\s+YES/)
      expect(said).not.toMatch(/service available:\s+NO/)
    }
  }, 180_000)

const up = ['..', '%2e%2e', '..%2f', '%2e%2e%2f', '..\\', '..%5c', '%252e%252e', '..;', '....//', '%c0%ae%c0%ae']
const doors = [
  '/assets/',
  '/live/',
  '/feeds/',
  '/embed/',
  '/invitation/',
  '/s/x/submissions/1/attachments/',
  '/admin/mailboxes/',
  '/icon.svg/',
  '/',
  '/stories/',
]

const withStrace = has('strace') || process.env.CI === 'true' ? test : test.skip
withStrace(
  'a hundred names that climb open no file outside the house: strace saw each that was opened [T10] [ASVS 13.2.5]',
  async () => {
    mkdirSync(join(folder.path, 'beside'))
    for (const name of ['canary.txt', 'beside/canary.txt']) writeFileSync(join(folder.path, name), 'a canary')
    const url = await serve()
    const trace = join(folder.path, 'trace')
    const watch = execFile('strace', [
      '-f',
      '-e',
      'trace=open,openat,openat2',
      '-p',
      String(running!.child.pid),
      '-o',
      trace,
    ])
    const { port } = new URL(url)
    await fetch(`${url}/healthz`)
    await eventually(
      'strace',
      () =>
        /attached/.test(
          spawnSync('cat', [`/proc/${running!.child.pid}/status`])
            .stdout.toString()
            .replace(/TracerPid:\t[1-9]\d*/, 'attached'),
        ),
      20_000,
    )
    let asked = 0
    for (const door of doors)
      for (const climb of up) {
        asked++
        const path = `${door}${`${climb}/`.repeat(6)}${asked % 2 ? 'canary.txt' : 'etc/passwd'}`
        const answer = await raw(Number(port), path)
        expect([
          path,
          /a canary|root:x:0/.test(answer),
          /^HTTP\/1\.1 [23]/.test(answer) && !/^HTTP\/1\.1 30/.test(answer),
        ]).toEqual([path, false, false])
      }
    expect(asked).toBe(100)
    watch.kill('SIGINT')
    await new Promise(done => watch.once('close', done))
    const opened = [...readFileSync(trace, 'utf8').matchAll(/open(?:at2?)?\([^"]*"([^"]*)"/g)].map(match => match[1]!)
    const ours = [
      resolve(import.meta.dirname, '../..'),
      folder.path,
      '/proc/',
      '/sys/',
      '/dev/',
      '/usr/lib',
      '/lib',
      '/etc/ssl',
      '/usr/share/zoneinfo',
    ]
    expect(
      opened.filter(
        path => /canary|passwd/.test(path) || !ours.some(begin => resolve(folder.path, path).startsWith(begin)),
      ),
    ).toEqual([])
  },
  300_000,
)

/** The answer to a path sent as it is: `fetch` would tidy it up. */
const raw = (port: number, path: string): Promise<string> =>
  new Promise(done => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    )
    socket.setEncoding('utf8').on('data', part => {
      answer += part
    })
    socket.on('close', () => done(answer)).on('error', () => done(answer))
  })
