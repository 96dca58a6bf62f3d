// The reverse proxy examples, run before a real Postbag: real nginx, real Caddy, from the very files we ship.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Folder, newFolder, type Running } from '../commands/postbag.ts'
import { eventually } from '../eventually.ts'

const ops = resolve(import.meta.dirname, '../../scripts/ops')
const host = 'postbag.example.org'
let folder: Folder
let serving: Running
let upstream: string
const proxies: ChildProcess[] = []
const place = mkdtempSync(join(tmpdir(), 'postbag-proxy-'))

beforeAll(async () => {
  folder = newFolder()
  await folder.run(['story', 'add', 'strike', '--title', 'Strike'])
  const rob = ['rob@example.org', '--name', 'Rob', '--role', 'viewer', '--password-file', '-']
  const added = await folder.run(['user', 'add', ...rob], { input: 'three blind mice run\n' })
  if (added.code !== 0) throw new Error(added.err)
  const settings = {
    POSTBAG_BASE_URL: `https://${host}`,
    POSTBAG_TRUST_PROXY: '127.0.0.1,::1',
    POSTBAG_PORT: String(await freePort()),
  }
  serving = folder.start(['serve', '--only', 'web'], settings)
  await eventually('Postbag', () => /Postbag is at/.test(serving.out()), 25_000)
  upstream = `127.0.0.1:${settings.POSTBAG_PORT}`
  const made = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=${host} -addext subjectAltName=DNS:${host} -keyout ${place}/key.pem -out ${place}/cert.pem`
  spawnSync('openssl', made.split(' '))
}, 40_000)
afterAll(async () => {
  for (const proxy of proxies) proxy.kill('SIGTERM')
  serving?.child.kill('SIGTERM')
  await serving?.ended
  folder.remove()
  rmSync(place, { recursive: true, force: true })
})

const freePort = (): Promise<number> =>
  new Promise(found => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => found(port))
    })
  })

type Answer = { status: number; headers: Record<string, unknown>; body: string }

function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((answer, failed) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path,
        servername: host,
        rejectUnauthorized: false,
        method: options.method ?? 'GET',
        headers: { host, ...options.headers },
      },
      response => {
        let body = ''
        response.on('data', piece => {
          body += piece
        })
        response.on('end', () => answer({ status: response.statusCode!, headers: response.headers, body }))
      },
    )
    asked.on('error', failed)
    asked.end(options.body)
  })
}

/** The first event of an endless answer, which a proxy that gathers answers would keep back. */
function firstPiece(port: number, path: string): Promise<string> {
  return new Promise((answer, failed) => {
    const asked = request(
      { host: '127.0.0.1', port, path, servername: host, rejectUnauthorized: false, headers: { host } },
      response =>
        response.once('data', piece => {
          answer(String(piece))
          asked.destroy()
        }),
    )
    asked.on('error', failed)
    asked.end()
  })
}

async function startNginx(): Promise<number> {
  const [port, plain] = [await freePort(), await freePort()]
  const site = readFileSync(join(ops, 'nginx.conf'), 'utf8')
    .replace('server 127.0.0.1:3000;', `server ${upstream};`)
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace(/ssl_certificate \S+;/, `ssl_certificate ${place}/cert.pem;`)
    .replace(/ssl_certificate_key \S+;/, `ssl_certificate_key ${place}/key.pem;`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    each => `${each}_temp_path ${place}/${each};`,
  )
  writeFileSync(join(place, 'site.conf'), site)
  writeFileSync(
    join(place, 'nginx.conf'),
    `daemon off; pid ${place}/nginx.pid; error_log ${place}/error.log; events {} http { access_log off; ${temporary.join(' ')} include ${place}/site.conf; }`,
  )
  proxies.push(spawn('nginx', ['-p', place, '-c', join(place, 'nginx.conf')], { stdio: 'ignore' }))
  return port
}

async function startCaddy(): Promise<number> {
  const port = await freePort()
  const site = readFileSync(join(ops, 'Caddyfile'), 'utf8')
    .replace(
      `${host} {`,
      `{\n\tadmin off\n\tauto_https off\n\tskip_install_trust\n}\nhttps://${host}:${port} {\n\ttls ${place}/cert.pem ${place}/key.pem`,
    )
    .replace('127.0.0.1:3000', upstream)
  writeFileSync(join(place, 'Caddyfile'), site)
  const env = { ...process.env, HOME: place, XDG_DATA_HOME: place, XDG_CONFIG_HOME: place }
  proxies.push(
    spawn('caddy', ['run', '--config', join(place, 'Caddyfile'), '--adapter', 'caddyfile'], { stdio: 'ignore', env }),
  )
  return port
}

const isThere = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

for (const [program, start] of [
  ['nginx', startNginx],
  ['caddy', startCaddy],
] as const) {
  const name = `behind ${program}, feeds keep their ETag, live updates flow, and people sign in over https alone`
  const work = async () => {
    const port = await start()
    const feed = await eventually(`${program} to answer`, () => ask(port, '/feeds/strike.atom'))
    expect([feed.status, feed.body.startsWith('<?xml')]).toEqual([200, true])
    const etag = String(feed.headers.etag)
    expect(etag).toMatch(/^"/)
    expect((await ask(port, '/feeds/strike.atom', { headers: { 'If-None-Match': etag } })).status).toBe(304)
    const packed = await ask(port, '/feeds/strike.atom', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(String(packed.headers.etag)).toMatch(/^"/)
    expect(await firstPiece(port, '/feeds/strike/events')).toMatch(/retry:|event:|id:|^:/)
    expect((await ask(port, '/sign-in')).status).toBe(200)
    const ownForm = {
      Origin: `https://${host}`,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/x-www-form-urlencoded',
    }
    const signedIn = await ask(port, '/sign-in', {
      method: 'POST',
      body: 'email=rob%40example.org&password=three+blind+mice+run',
      headers: { ...ownForm, 'X-Forwarded-Proto': 'http' },
    })
    expect(signedIn.status).toBe(303)
    // The cookie that browsers take over https alone, whatever a client claims about the way it came.
    expect(String(signedIn.headers['set-cookie'])).toMatch(/^__Host-postbag=.*; Secure/)
    expect((await ask(port, '/metrics')).status).toBe(404)
    // Our own form in all but its size: a request from elsewhere would be refused before its body is looked at.
    const headers = { ...ownForm, 'Content-Length': '300000' }
    const tooLarge = { method: 'POST', body: 'x'.repeat(300_000), headers }
    // Caddy before 2.7 calls a body beyond its limit a fault of the way to us.
    expect([413, 502]).toContain((await ask(port, '/sign-in', tooLarge)).status)
  }
  if (isThere(program)) test(name, work, 40_000)
  else test.skip(`${name} (skipped: ${program} is not installed)`, work)
}
