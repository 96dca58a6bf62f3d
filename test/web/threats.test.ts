// Threats of SECURITY.md that are a matter of many inputs: each with the number that its line asks for.
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import request from 'supertest'
import { approve } from '../../src/desk/decisions.ts'
import { addStory } from '../../src/desk/stories.ts'
import { csv } from '../../src/feed/index.ts'
import { attachmentAt } from '../../src/mail/attachment.ts'
import { readMessage } from '../../src/mail/read.ts'
import { cleanLine } from '../../src/safe.ts'
import { compress } from '../../src/store/index.ts'
import { disposition } from '../../src/web/files-host.ts'
import { safeNext } from '../../src/web/input.ts'
import { addEmail, openDesk } from '../desk/cast.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor | undefined
afterEach(async () => {
  await door?.close()
  door = undefined
})

test('sixty ways to lead a person off our site after signing in lead nowhere [T8] [ASVS 3.7.2]', () => {
  const hosts = ['evil.example', 'evil.example/%2e%2e', 'evil.example:80', 'user@evil.example', '[::1]', '2130706433']
  const ways = ['//', '///', '/\\', '\\\\', '/\t/', '/\n/', '/..//', 'https://', 'javascript://', ' //']
  const payloads = ways.flatMap(way => hosts.map(host => way + host))
  expect(payloads).toHaveLength(60)
  for (const next of payloads) {
    const path = safeNext(next)
    expect([next, new URL(path, 'https://desk.example.org').origin]).toEqual([next, 'https://desk.example.org'])
    expect(path).toMatch(/^\/(?![/\\])[^\u0000-\u001f]*$/)
  }
})

/** Two hundred names of files, each with something that could end a header or a path. */
const nasty = [
  '\r\nSet-Cookie: a=1',
  '\n',
  '\r',
  '\u0000',
  '"',
  ';',
  '\\',
  '\u202e',
  '../',
  '..\\',
  '%2e%2e%2f',
  '\ud800',
  '𝒳',
  'ü',
  "'",
  '*',
  '/etc/passwd',
  'C:\\',
  'CON',
  'file://',
]
const names = nasty.flatMap(one =>
  ['a', '', 'x.html', ' ', 'photo.jpg', '.', '~', 'é', '0', '\u2028'].map(other => one + other),
)

test('two hundred names of attachments make one header each, of printable ASCII [T9] [ASVS 5.4.2]', () => {
  expect(names).toHaveLength(200)
  for (const name of names)
    expect(disposition(name)).toMatch(
      /^attachment; filename="attachment"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/,
    )
})

test('an attachment is found by its number alone, whatever its name says, and comes as bytes to be saved [T10] [T11] [ASVS 5.3.2] [ASVS 5.4.1] [ASVS 1.3.4] [ASVS 3.2.1] [ASVS 5.3.1]', async () => {
  door = await openFrontDoor()
  const { context } = door
  const added = await addStory(context, 'system', { slug: 'strike', title: 'Strike' })
  if (!added.ok) throw new Error('no story')
  const kinds: [type: string, bytes: string][] = [
    ['text/html', '<script>alert(1)</script>'],
    ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['application/xml', '<?xml version="1.0"?><a/>'],
    ['application/pdf', '%PDF-1.4 (app.alert)'],
    ['text/javascript', 'alert(1)'],
    ['image/gif', 'GIF89a=1;alert(1)'],
  ]
  const safe = names.filter(name => !/[\r\n\u0000"\\]/.test(name)).slice(0, 100)
  const parts = safe.slice(0, 18).map((name, at) => {
    const [type, bytes] = kinds[at % kinds.length]!
    const file = `filename*=UTF-8''${encodeURIComponent(name.toWellFormed()) || 'x'}`
    return `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; ${file}\r\n\r\n${bytes}`
  })
  const raw = Buffer.from(
    `From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('\r\n')}\r\n--b--\r\n`,
  )
  const reading = await readMessage(raw)
  expect(reading.attachments).toHaveLength(18)
  for (const { filename } of reading.attachments) expect(filename).not.toMatch(/[\u0000-\u001f\u202e]/)
  const kept = { id: 'raw-1', sha256: 'a', size: raw.length, bytes: compress(raw), kept_at: 0 }
  await context.db.insertInto('raw').values(kept).execute()
  const number = await addEmail({ context, story: added.story } as never, { raw_id: 'raw-1' })
  const Cookie = await door.sessionOf('moderator')
  for (const [position] of parts.entries()) {
    const at = `/s/strike/submissions/${number}/attachments/${position}`
    const { status, headers } = await request(door.app).get(at).set({ Cookie })
    expect([position, status, headers['content-type']]).toEqual([position, 200, 'application/octet-stream'])
    expect(headers['content-disposition']).toMatch(/^attachment; filename="attachment"/)
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
  for (const path of ['..%2f..%2fetc%2fpasswd', '%2e%2e', '0%00', '-1', '1e3', '99999']) {
    const { status } = await request(door.app)
      .get(`/s/strike/submissions/${number}/attachments/${path}`)
      .set({ Cookie })
    expect([path, [400, 404].includes(status)]).toEqual([path, true])
  }
  expect(await attachmentAt(raw, 999)).toBeNull()
})

test('twenty beginnings of a formula are words in a spreadsheet [T28]', () => {
  const begun = ['=', '+', '-', '@', '\t', '\r'].flatMap(sign =>
    ['1+1', 'HYPERLINK("http://evil.example")', "cmd|' /C calc'!A0"].map(rest => sign + rest),
  )
  const payloads = [...begun, '=1+1\n=2', '@SUM(A1)']
  expect(payloads).toHaveLength(20)
  for (const text of payloads) {
    const entry = { id: 'a', state: 'live' as const, revision: 1, publishedAt: 0, amendedAt: null, withdrawnAt: null }
    const row = csv([
      {
        ...entry,
        name: text,
        place: text,
        verb: 'emails',
        line: text,
        text,
        kind: 'letter',
        headline: text,
        tags: text,
        picture: text,
        credit: text,
      },
    ])
      .split('\r\n')
      .slice(1)
      .join('\r\n')
    // A cell that begins with a sign begins with an apostrophe instead, quoted or not.
    expect(row).not.toMatch(/(?:^|,)"?[=+@\t-](?!\d{4})/)
  }
})

test('sixty names in disguise come out of bounded width and without a character that turns or hides [T29] [ASVS 1.3.3]', () => {
  const tricks = [
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u2060',
    '\u061c',
    '\u200e',
    '\u0000',
    '\u001b[31m',
  ]
  const towers = ['\u0335', '\u0489', '\u0300', '\u20dd', '\u0363'].map(mark => `z${mark.repeat(80)}`)
  const payloads = [
    ...tricks.flatMap(trick => [
      `Kate${trick}Ash`,
      `${trick}Kate`,
      `Kate${trick}`,
      trick.repeat(50),
      `K${trick}a${trick}t`,
    ]),
    ...towers,
    ...['аdmin', 'Kаte', 'Ρaul', 'раураl', 'K'.repeat(5000)],
  ]
  expect(payloads).toHaveLength(60)
  for (const name of payloads) {
    const clean = cleanLine(name, 120)
    expect(clean.length).toBeLessThanOrEqual(120)
    expect(clean).not.toMatch(/[\u0000-\u001f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/)
    expect(clean).not.toMatch(/\p{M}{5}/u)
  }
})

test('somebody whose account is closed is cut off from the live stream within five seconds [T26] [ASVS 7.4.2]', async () => {
  door = await openFrontDoor()
  const added = await addStory(door.context, 'system', { slug: 'strike', title: 'Strike' })
  if (!added.ok) throw new Error('no story')
  const server = createServer(door.app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/s/strike/events`
  const answer = await fetch(url, { headers: { cookie: await door.sessionOf('viewer') } })
  expect(answer.status).toBe(200)
  const reader = answer.body!.getReader()
  await reader.read()
  await door.context.db.updateTable('staff').set({ disabled_at: 1 }).where('id', '=', door.staff.viewer).execute()
  const began = performance.now()
  while (!(await reader.read()).done);
  expect(performance.now() - began).toBeLessThan(6_000)
  expect(
    (await fetch(url, { headers: { cookie: await door.sessionOf('viewer') }, redirect: 'manual' })).status,
  ).not.toBe(200)
  server.closeAllConnections()
  server.close()
}, 20_000)

test('fifty emails approved by two people at once: fifty winners, fifty who are told, no word lost [T25] [ASVS 2.3.3] [ASVS 2.3.4]', async () => {
  const desk = await openDesk()
  const numbers: number[] = []
  for (let at = 0; at < 50; at++) numbers.push(await addEmail(desk))
  const pairs = await Promise.all(
    numbers.map(number =>
      Promise.all([
        approve(desk.context, desk.rob, number, { version: 1, text: 'What Rob made of it.' }),
        approve(desk.context, desk.ann, number, { version: 1, text: 'What Ann made of it.' }),
      ]),
    ),
  )
  expect(pairs.map(pair => pair.filter(answer => answer.ok).length)).toEqual(Array(50).fill(1))
  const drafts = await desk.context.db.selectFrom('draft').select('text').execute()
  expect(drafts).toHaveLength(50)
  expect(drafts.every(draft => /What (Rob|Ann) made of it\./.test(draft.text))).toBe(true)
  await desk.context.close()
})

test('whatever stands in a fact, a log line is one line of JSON, and no fact of another name is written [T19] [ASVS 16.2.2] [ASVS 16.2.4] [ASVS 16.4.1]', () => {
  const nasty = ['a\r\nb', '\u001b[31mred', '"}\n{"level":10}', '\u2028', '\u0000', '</script>', '%0a', '\\n']
  const script = `import { createLog } from './src/log.ts'
    const log = createLog('debug')
    for (const why of ${JSON.stringify(nasty)}) log.warn({ why, error: new Error(why) }, 'said')`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  const lines = stderr.trimEnd().split('\n')
  expect(lines).toHaveLength(nasty.length)
  expect(lines.map(line => JSON.parse(line).why)).toEqual(nasty)
  for (const line of lines) expect(JSON.parse(line).time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
})

test('no query reaches the templates: what sets options of the engine changes nothing [T23] [ASVS 1.3.7]', async () => {
  door = await openFrontDoor()
  const viewer = await door.signedIn('viewer')
  const plain = await viewer.get('/people')
  const options = [
    'settings[view options][client]=1',
    'settings[view options][escapeFunction]=x',
    'cache=1&_with=0&delimiter=?',
    '__proto__[x]=1',
    'filename=/etc/passwd&root=/',
  ]
  for (const query of options) {
    const bent = await viewer.get(`/people?${encodeURI(query)}`)
    expect([query, bent.status, bent.text]).toEqual([query, 200, plain.text])
  }
})
