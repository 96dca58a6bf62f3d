// The export folder behind a real nginx, by the very file we ship: the bytes and types that Postbag itself serves.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.ts'
import { amendEntry, changeEmbed, publishDue, setPinned, withdrawEntry } from '../../src/feed/index.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import { writeSite } from '../../src/web/static-site.ts'
import { eventually } from '../eventually.ts'
import { approveLetter, editor, type Strike, strike } from '../feed/strike.ts'
import { publicSite } from '../web/public-site.ts'

const nginxHere = spawnSync('sh', ['-c', 'command -v nginx']).status === 0
const testWithNginx = nginxHere || process.env.CI === 'true' ? test : test.skip

let context: Strike
let site: Awaited<ReturnType<typeof publicSite>>
let nginx: ChildProcess | undefined
let origin: string
const place = mkdtempSync(join(tmpdir(), 'postbag-export-'))
const folder = join(place, 'stories')

beforeAll(async () => {
  context = await strike()
  site = await publicSite(context)
  const ids: string[] = []
  for (let at = 0; at < 55; at++) {
    context.clock.at += 1_000
    ids.push((await approveLetter(context, { name: `Zoë ${at}`, text: `Marmalade ${at} – “quoted” & <b>.` }, 0)).id)
    await publishDue(context)
  }
  await amendEntry(context, editor, ids[3]!, { revision: 1, text: 'Amended.' })
  await withdrawEntry(context, editor, ids[5]!, 'legal')
  await setPinned(context, editor, ids[50]!, true)
  const theme = { ground: '#101010', ink: '#ffffff', accent: '#ffcf5c' }
  await changeEmbed(context, editor, context.storyId, { hosts: ['www.example.org'], theme })
  const config = readConfig({ POSTBAG_BASE_URL: 'https://live.example.org' })
  await writeSite({ context, config, assets: await bundleAssets(), dev: false }, 'junior-doctors', folder, null)
  if (nginxHere) await startNginx()
}, 60_000)
afterAll(async () => {
  nginx?.kill('SIGTERM')
  await site.close()
  await context.close()
  rmSync(place, { recursive: true, force: true })
})

async function startNginx(): Promise<void> {
  const port = await new Promise<number>(found => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address() as { port: number }
      server.close(() => found(address.port))
    })
  })
  const shipped = readFileSync(resolve(import.meta.dirname, '../../scripts/ops/nginx-export.conf'), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/stories;', `root ${folder};`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    each => `${each}_temp_path ${place}/${each};`,
  )
  writeFileSync(join(place, 'site.conf'), shipped)
  // `user root`: the test's folder is its owner's alone.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    join(place, 'nginx.conf'),
    `${user} daemon off; pid ${place}/nginx.pid; error_log ${place}/error.log; events {} http { access_log off; ${temporary.join(' ')} include ${place}/site.conf; }`,
  )
  nginx = spawn('nginx', ['-p', place, '-c', join(place, 'nginx.conf')], { stdio: 'ignore' })
  origin = `http://127.0.0.1:${port}`
  await eventually('nginx', () => fetch(origin).then(() => true))
}

testWithNginx(
  'every file behind nginx has the bytes, type and policy that Postbag serves at the same address',
  async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file =>
      statSync(join(folder, file)).isFile(),
    )
    expect(files.length).toBeGreaterThan(65)
    for (const file of files.filter(each => !each.startsWith('assets/') && each !== 'embed.js')) {
      const path = `/${file.replace(/\/index\.html$/, '')}`
      const [ours, theirs] = [await site.get(path, { 'Accept-Encoding': 'identity' }), await fetch(origin + path)]
      expect([path, theirs.status, ours.status]).toEqual([path, 200, 200])
      const [mine, other] = [Buffer.from(await ours.arrayBuffer()), Buffer.from(await theirs.arrayBuffer())]
      expect([path, other.equals(mine)]).toEqual([path, true])
      for (const name of ['content-type', 'cache-control', 'access-control-allow-origin', 'x-content-type-options'])
        expect([path, name, theirs.headers.get(name)]).toEqual([path, name, ours.headers.get(name)])
      const frames = (answer: Response) =>
        /frame-ancestors [^;]+/.exec(answer.headers.get('content-security-policy') ?? '')?.[0]
      expect([path, frames(theirs)]).toEqual([path, frames(ours)])
    }
    const held = await fetch(`${origin}/feeds/junior-doctors.atom`)
    const again = await fetch(`${origin}/feeds/junior-doctors.atom`, {
      headers: { 'If-None-Match': held.headers.get('etag')! },
    })
    expect(again.status).toBe(304)
    writeFileSync(join(folder, 'feeds/junior-doctors.atom.1.new'), 'half')
    expect((await fetch(`${origin}/feeds/junior-doctors.atom.1.new`)).status).toBe(404)
  },
)
