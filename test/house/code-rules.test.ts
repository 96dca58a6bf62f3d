// What no file of ours may do, read from the files: rules of safety that hold by absence.
import { expect, test } from '@jest/globals'
import { filesBelow, textOf } from './files.ts'

const sources = filesBelow('src').filter(file => file.endsWith('.ts'))
const browser = sources.filter(file => file.startsWith('src/web/browser/'))
const views = filesBelow('views').filter(file => file.endsWith('.ejs'))

/** Lines that match, as `file: line`, comments left out. */
const lines = (files: string[], pattern: RegExp) =>
  files.flatMap(file =>
    textOf(file)
      .split('\n')
      .filter(line => !/^\s*(?:\/\/|\*|\/\*)/.test(line) && pattern.test(line))
      .map(line => `${file}: ${line.trim()}`),
  )

test('nothing starts a program or runs text as code [ASVS 1.2.5] [ASVS 1.3.2]', () => {
  // One process of our own, for pictures: a file of ours, no words of anybody's.
  expect(lines(sources, /node:child_process/)).toEqual([
    "src/picture/pool.ts: import { type ChildProcess, fork } from 'node:child_process'",
  ])
  expect(textOf('src/picture/pool.ts')).toContain("fork(new URL('./process.ts', import.meta.url), []")
  expect(lines(sources, /node:vm\b|\beval\(|new Function\(|setTimeout\(['"`]/)).toEqual([])
})

test('what people type becomes no regular expression unescaped [ASVS 1.2.9]', () => {
  // Patterns are built of constants of their own file; the one built of found words escapes each.
  const built = lines(sources, /new RegExp\((?!\s*[`'"]|source\b|$|\s*\/|words, |`)/)
  expect(built.filter(line => !/RegExp\.escape|\.source|source/.test(line))).toEqual([])
})

test('HTML enters a page in one module of the browser’s, by the one Trusted Types policy [ASVS 3.2.2]', () => {
  const raw = lines(
    browser,
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|setHTMLUnsafe/,
  )
  expect(raw.map(line => line.split(':')[0])).toEqual(['src/web/browser/dom.ts'])
  expect(lines(browser, /createPolicy\(/).map(line => line.split(':')[0])).toEqual(['src/web/browser/dom.ts'])
})

test('who listens for messages of other windows asks where they come from [ASVS 3.5.5]', () => {
  const listening = browser.filter(file => /addEventListener\('message'/.test(textOf(file)))
  expect(listening.length).toBeGreaterThan(0)
  for (const file of listening) expect(textOf(file)).toMatch(/event\.origin !== /)
})

test('no view asks for a plug-in, and none offers a hint or a secret question [ASVS 3.7.1] [ASVS 6.4.2]', () => {
  expect(
    lines(views, /<(?:object|embed|applet)\b|application\/x-shockwave|password hint|secret question|mother’s maiden/i),
  ).toEqual([])
})

test('every field for a password hides what is typed, takes what is pasted, and tells password managers what it is [ASVS 6.2.6] [ASVS 6.2.7]', () => {
  const fields = views.flatMap(file => textOf(file).match(/<input\b[^>]*\bname="[^"]*password[^"]*"[^>]*>/gi) ?? [])
  const drawn = lines([...views, ...sources], /type: 'password'|'password', autocomplete|type="password"/)
  expect(fields.length + drawn.length).toBeGreaterThan(3)
  for (const field of fields)
    expect([field, /type="(?:password|<%= [^>]*%>)"/.test(field), /autocomplete="(?!off)/.test(field)]).toEqual([
      field,
      true,
      true,
    ])
  expect(lines(browser, /['"](?:paste|beforeinput|contextmenu)['"]/)).toEqual([])
  expect(lines(views, /onpaste|maxlength="(?:[0-9]|[1-5][0-9]|6[0-3])"[^>]*password/)).toEqual([])
})

test('what must not be guessed comes from the platform’s secure source [ASVS 6.5.3] [ASVS 11.5.1]', () => {
  // When to ask again, and nothing else, may be left to chance of the cheap kind.
  expect(lines(sources, /Math\.random/).map(line => line.split(':')[0])).toEqual([
    'src/intake/session.ts',
    'src/web/browser/live-page.ts',
  ])
  expect(textOf('src/id.ts')).toMatch(/randomBytes\(32\)/)
})

test('ciphers and hashes are the platform’s, of today’s kinds [ASVS 11.2.1] [ASVS 11.3.1] [ASVS 11.3.2] [ASVS 11.4.1] [ASVS 11.4.3]', () => {
  const found = lines(sources, /create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify)\(\s*'/)
  // The published lists of stolen passwords are of SHA-1: it is read there, and nothing of ours is made with it.
  const own = found.filter(line => !line.startsWith('src/desk/stolen.ts:'))
  const named = own.map(line => /\('([^']+)'/.exec(line)![1])
  expect([found.length - own.length, named.length > 4]).toEqual([1, true])
  expect([...new Set(named)].sort()).toEqual(['aes-256-gcm', 'sha256'])
  expect(lines(sources, /from '(?:crypto-js|bcrypt\w*|md5|sha1|node-forge)'/)).toEqual([])
})
