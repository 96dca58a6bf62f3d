// Who else serves a feed: nginx from a file, and public-inbox from its archive.
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { benchMessage } from './corpus.ts'
import { freePort, hasDovecot, serveMaildir } from './dovecot.ts'
import { isThere, watchedInbox } from './peers.ts'

type Peer = { url: string; stop: () => Promise<void> }

async function started(program: string, args: string[], url: string, env = process.env): Promise<Peer> {
  const child = spawn(program, args, { stdio: 'ignore', env })
  const ended = new Promise(resolve => child.once('exit', resolve))
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await fetch(url).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.status === 200) break
    await pause(100)
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** One worker, as we are one process. Null where it is not installed. */
export async function startNginx(body: Buffer): Promise<Peer | null> {
  if (!isThere('nginx')) return null
  const folder = mkdtempSync(join(tmpdir(), 'postbag-nginx-'))
  const port = await freePort()
  mkdirSync(join(folder, 'www'))
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'www/feed.xml'), body)
  writeFileSync(join(folder, 'www/feed.xml.gz'), gzipSync(body, { level: 9 }))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(name => `${name}_temp_path ${folder}/${name};`)
    .join(' ')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 512; }
    http { access_log off; sendfile on; tcp_nopush on; etag on; keepalive_requests 100000000;
      open_file_cache max=100 inactive=60s; types { application/atom+xml xml; } ${temporary}
      server { listen 127.0.0.1:${port}; root ${folder}/www; } }`,
  )
  return started('nginx', ['-c', join(folder, 'nginx.conf')], `http://127.0.0.1:${port}/feed.xml`)
}

/** Its Atom feed over fifty of the same emails. Null where it, or Dovecot to feed it, is not installed. */
export async function startPublicInbox(): Promise<Peer | null> {
  if (!isThere('public-inbox-httpd') || !hasDovecot()) return null
  const folder = mkdtempSync(join(tmpdir(), 'postbag-inbox-'))
  chmodSync(folder, 0o755)
  const messages = Array.from({ length: 50 }, (_, number) => benchMessage(number, []))
  const server = await serveMaildir(join(folder, 'dovecot'), messages)
  const place = mkdtempSync(join(folder, 'inbox-'))
  const { env } = await watchedInbox(place, server.port, 50)
  await server.stop()
  const port = await freePort()
  const args = ['-l', `http://127.0.0.1:${port}`, '-W1']
  return started('public-inbox-httpd', args, `http://127.0.0.1:${port}/hys/new.atom`, env)
}
