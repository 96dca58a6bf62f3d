// The log on another machine: lines over TLS, a certificate that is checked, and a server that may be away for a while.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type Server, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { createLogServer } from '../src/log-server.ts'
import { eventually } from './eventually.ts'

const folder = mkdtempSync(join(tmpdir(), 'postbag-log-'))
let made: { key: Buffer; cert: Buffer }
beforeAll(() => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const words = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost'
  const san = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert]
  execFileSync('openssl', [...words.split(' '), ...san], { stdio: 'ignore' })
  made = { key: readFileSync(key), cert: readFileSync(cert) }
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A collector; `port` 0: any free one. */
async function collector(port = 0) {
  const lines: string[] = []
  const sockets = new Set<TLSSocket>()
  const server: Server = createServer(made, socket => {
    sockets.add(socket)
    let text = ''
    socket.on('error', () => {})
    socket.on('data', bytes => {
      text += bytes
      const whole = text.split('\n')
      text = whole.pop()!
      lines.push(...whole)
    })
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const stop = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => server.close(resolve))
  }
  return { port: (server.address() as { port: number }).port, lines, stop }
}

const waits = { first: 20, longest: 50 }

test('each line of the log reaches the collector too, as it stands on standard error [ASVS 16.4.3]', async () => {
  const there = await collector()
  const log = createLog('info', { server: `localhost:${there.port}`, ca: made.cert.toString(), waits })
  log.debug({}, 'not told')
  log.warn({ staff: 's-1', status: 403, why: 'a\r\nb' }, 'a request was refused')
  await eventually('the line is there', () => there.lines.length === 1)
  expect(JSON.parse(there.lines[0]!)).toMatchObject({ staff: 's-1', status: 403, msg: 'a request was refused' })
  log.info({}, 'the last word')
  await log.end()
  await eventually('the last line is there', () => there.lines.length === 2)
  await there.stop()
})

test('what is said while the collector is away comes when it is back, in order [ASVS 16.4.3]', async () => {
  const first = await collector()
  const log = createLogServer({ server: `localhost:${first.port}`, ca: made.cert.toString(), waits })
  log.write('{"n":0}\n')
  await eventually('the first is there', () => first.lines.length === 1)
  await first.stop()
  await new Promise(resolve => setImmediate(resolve))
  // Whether a line that was on its way was taken cannot be known without an answer; those said after the end are not lost.
  await eventually('the connection is seen to have ended', async () => {
    log.write('{"probe":1}\n')
    return true
  })
  const second = await collector(first.port)
  await eventually('it is connected again', () => {
    log.write('{"again":1}\n')
    return second.lines.length > 0
  })
  for (const n of [1, 2, 3]) log.write(`{"n":${n}}\n`)
  await eventually('all are there', () => second.lines.filter(line => line.includes('"n"')).length === 3)
  expect(second.lines.filter(line => line.includes('"n"'))).toEqual(['{"n":1}', '{"n":2}', '{"n":3}'])
  await log.end()
  await second.stop()
})

test('a collector whose certificate nobody vouches for hears nothing, and too many waiting lines are counted [ASVS 16.4.3] [ASVS 12.3.2]', async () => {
  const there = await collector()
  const log = createLogServer({ server: `localhost:${there.port}`, waits })
  for (let n = 0; n < 10_005; n++) log.write(`{"n":${n}}\n`)
  await log.end()
  await there.stop()
  expect(there.lines).toEqual([])
  const known = await collector()
  const trusted = createLogServer({ server: `localhost:${known.port}`, ca: made.cert.toString(), waits })
  for (let n = 0; n < 10_005; n++) trusted.write(`{"n":${n}}\n`)
  await eventually('the youngest are there', () => known.lines.length === 10_001)
  expect(JSON.parse(known.lines[0]!)).toMatchObject({ count: 5, msg: 'log lines were lost on their way' })
  expect(known.lines.at(-1)).toBe('{"n":10004}')
  await trusted.end()
  await known.stop()
})

test('its place is host:port and nothing else', () => {
  expect(readConfig({ POSTBAG_LOG_SERVER: 'logs.example.org:6514' }).logServer).toBe('logs.example.org:6514')
  expect(() => readConfig({ POSTBAG_LOG_SERVER: 'https://logs.example.org' })).toThrow('must be host:port')
})
