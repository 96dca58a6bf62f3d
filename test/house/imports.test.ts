import { dirname, join } from 'node:path/posix'
import { expect, test } from '@jest/globals'
import { filesBelow, textOf } from './files.ts'

/** Which rooms a room may import, itself aside. The table of src/README.md. */
const mayImport: Record<string, string[]> = {
  leaf: [],
  store: [],
  mail: [],
  picture: [],
  intake: ['store', 'mail'],
  feed: ['store'],
  desk: ['store', 'feed', 'types of mail'],
  web: ['desk', 'feed', 'store', 'intake', 'types of mail'],
  main: ['web', 'desk', 'feed', 'intake', 'mail', 'picture', 'store'],
}

/** The only files that may import a package: a room, or one file. */
const homes: Record<string, string[]> = {
  'better-sqlite3': ['store'],
  kysely: ['store', 'desk', 'feed', 'intake', 'web'],
  mailparser: ['src/mail/mailparser.ts'],
  piscina: ['mail'],
  eld: ['src/mail/language.ts'],
  'html-to-text': ['mail'],
  chardet: ['mail'],
  'iconv-lite': ['mail'],
  'sanitize-html': ['src/safe.ts'],
  imapflow: ['src/intake/imap.ts'],
  xmlbuilder2: ['feed'],
  yazl: ['web'],
  'markdown-it': ['feed'],
  diff: ['desk'],
  express: ['web'],
  'express-session': ['web'],
  ejs: ['web'],
  passport: ['web'],
  'passport-local': ['web'],
  helmet: ['web'],
  esbuild: ['web'],
  'rate-limiter-flexible': ['web'],
  'prom-client': ['web'],
  commander: ['main'],
  'csv-stringify': ['feed'],
  'd3-scale': ['web'],
  'd3-shape': ['web'],
  zod: ['src/settings.ts', 'web'],
  pino: ['src/log.ts'],
  uuid: ['src/id.ts'],
  '@zxcvbn-ts/language-common': ['desk'],
  'p-limit': ['desk'],
  otplib: ['desk'],
  '@simplewebauthn/server': ['desk'],
  qr: ['web'],
  negotiator: ['web'],
  sharp: ['src/picture/make.ts'],
  fresh: ['web'],
  'ipaddr.js': ['web'],
  // The runtime that npm brings: nothing imports it.
  node: [],
}

/** The type of what the mail room hands over, and the words for it: plain data that other rooms may read. */
const handedOver = 'src/mail/reading.ts'

type Import = { file: string; from: string; typesOnly: boolean }

const statement = /^(?:import|export)\s+(type\s)?([^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const call = /\b(?:import|require|require\.resolve|import\.meta\.resolve)\(\s*['"]([^'"]+)['"]/g

function importsOf(file: string): Import[] {
  const text = textOf(file)
  const written = [...text.matchAll(statement)].map(([, type, names = '', from = '']) => ({
    file,
    from,
    typesOnly: type !== undefined || onlyTypes(names),
  }))
  const called = [...text.matchAll(call)].map(([, from = '']) => ({ file, from, typesOnly: false }))
  return [...written, ...called]
}

/** `{ type A, type B } from` */
function onlyTypes(names: string): boolean {
  const list = /^\s*\{([^}]*)\}/.exec(names)?.[1]
  if (list === undefined) return false
  return list.split(',').every(name => name.trim() === '' || name.trim().startsWith('type '))
}

function roomOf(path: string): string {
  const [, room = '', rest] = path.split('/')
  if (rest !== undefined) return room === 'commands' ? 'main' : room
  return room === 'main.ts' ? 'main' : 'leaf'
}

const sources = filesBelow('src').filter(file => file.endsWith('.ts'))
const imports = sources.flatMap(importsOf)
const isRelative = ({ from }: Import) => from.startsWith('.')

test('the imports were found: every room has some', () => {
  const rooms = new Set(imports.filter(isRelative).map(({ file }) => roomOf(file)))
  expect([...rooms].sort()).toEqual(['desk', 'feed', 'intake', 'leaf', 'mail', 'main', 'picture', 'store', 'web'])
})

test('a room imports only the rooms it may', () => {
  const faults = imports.filter(isRelative).flatMap(each => {
    const from = roomOf(each.file)
    const target = join(dirname(each.file), each.from)
    const to = roomOf(target)
    if (to === from || to === 'leaf') return []
    const allowed = mayImport[from] ?? []
    const fine =
      allowed.includes(to) || ((each.typesOnly || target === handedOver) && allowed.includes(`types of ${to}`))
    return fine ? [] : [`${each.file} (${from}) imports ${each.from} (${to})`]
  })
  expect(faults).toEqual([])
})

test('web asks intake for its health and what people do with mailboxes, never for mail', () => {
  const doors = ['health.ts', 'mailboxes.ts', 'test-mailbox.ts', 'presets.ts', 'index.ts', 'raw.ts', 'read-pending.ts']
  const faults = imports
    .filter(each => roomOf(each.file) === 'web' && each.from.includes('/intake/') && !each.typesOnly)
    .filter(each => !doors.some(door => each.from.endsWith(`/${door}`)))
    .map(each => `${each.file} imports ${each.from}`)
  expect(faults).toEqual([])
})

test('leaf files import no room', () => {
  const faults = imports
    .filter(each => roomOf(each.file) === 'leaf' && isRelative(each) && each.from.split('/').length > 2)
    .map(each => `${each.file} imports ${each.from}`)
  expect(faults).toEqual([])
})

test('what runs in the browser imports nothing of the server', () => {
  const faults = imports
    .filter(each => each.file.startsWith('src/web/browser/'))
    .filter(each => !isRelative(each) || !join(dirname(each.file), each.from).startsWith('src/web/browser/'))
    .filter(each => !each.typesOnly)
    .map(each => `${each.file} imports ${each.from}`)
  expect(faults).toEqual([])
})

test('a package is imported only in its home', () => {
  const faults = imports.flatMap(each => {
    if (isRelative(each) || each.from.startsWith('node:')) return []
    const name = each.from.split('/', each.from.startsWith('@') ? 2 : 1).join('/')
    const home = homes[name]
    if (home === undefined) return [`${each.file} imports ${name}, which has no home in this test`]
    return home.includes(each.file) || home.includes(roomOf(each.file)) ? [] : [`${each.file} imports ${name}`]
  })
  expect(faults).toEqual([])
})

test('every dependency has a home, and every home is a dependency', () => {
  const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> }
  expect(Object.keys(homes).sort()).toEqual(Object.keys(dependencies).sort())
})

test('the pure room knows no network, and no room but the front door reads a clock of its own', () => {
  const outside = /^node:(http|https|net|tls|dns|child_process)/
  const faults = imports
    .filter(each => roomOf(each.file) === 'mail' && outside.test(each.from))
    .map(each => `${each.file} imports ${each.from}`)
  const clocks = sources
    .filter(file => ['mail', 'feed', 'desk', 'store', 'intake'].includes(roomOf(file)))
    .filter(file => /\bDate\.now\(\)|\bnew Date\(\)/.test(textOf(file)))
  expect([...faults, ...clocks]).toEqual([])
})
