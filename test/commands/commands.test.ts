import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Folder, newFolder } from './postbag.ts'

let folder: Folder
beforeAll(() => {
  folder = newFolder()
})
afterAll(() => folder.remove())

test('--help lists every command of the contract, and every command has its own', async () => {
  const { code, out } = await folder.run(['--help'])
  expect(code).toBe(0)
  const commands = 'serve poll import parse mailbox story user token reread backup restore verify erase export'.split(
    ' ',
  )
  for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
  for (const command of ['serve', 'story', 'user', 'token', 'reread']) {
    const help = await folder.run([command, '--help'])
    expect([help.code, help.out.startsWith('Usage: postbag')]).toEqual([0, true])
  }
  expect(existsSync(join(folder.path, 'data'))).toBe(false)
}, 60_000)

test('a story is added and listed, in words and as JSON; the database is made, private, on first use', async () => {
  const added = await folder.run(
    [
      'story',
      'add',
      'strike',
      '--title',
      'The strike',
      '--address',
      'A@example.org',
      '--address',
      'b@example.org',
    ].concat(['--grace', '0', '--json']),
  )
  expect(added.code).toBe(0)
  expect(JSON.parse(added.out)).toMatchObject({
    slug: 'strike',
    graceSeconds: 0,
    isDefault: true,
    addresses: ['a@example.org', 'b@example.org'],
  })
  const list = await folder.run(['story', 'list'])
  expect(list.out).toBe('strike  open  0 waiting  The strike  a@example.org, b@example.org\n')
  expect(statSync(join(folder.path, 'data')).mode & 0o077).toBe(0)
})

test('each fault is one line that says what to do, and a code that is not zero', async () => {
  const faults: [args: string[], line: string][] = [
    [['story', 'add', 'strike', '--title', 'Again'], 'postbag: Another story has, or once had, the slug strike.\n'],
    [['story', 'add', 'a.b', '--title', 'T'], 'postbag: A slug is small letters, figures and hyphens'],
    [['story', 'add', 'x'], "postbag: required option '--title <title>' not specified\n"],
    [['story', 'add', 'x', '--title', 'T', '--grace', 'soon'], "postbag: option '--grace <seconds>' argument 'soon'"],
    [['story', 'ad'], "postbag: unknown command 'ad'"],
    [['nonsense'], "postbag: unknown command 'nonsense'"],
    [['token', 'revoke', 'none'], 'postbag: There is no working token named none.\n'],
    [['token', 'add', 'x', '--role', 'king'], "postbag: option '--role <role>' argument 'king' is invalid."],
    [
      ['user', 'add', 'r@example.org', '--name', 'R', '--role', 'admin', '--password-file', 'nope'],
      'postbag: There is no file nope.\n',
    ],
  ]
  for (const [args, line] of faults) {
    const { code, out, err } = await folder.run(args)
    expect([args, code, out, err.startsWith(line) ? line : err]).toEqual([args, 1, '', line])
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(2)
  }
}, 60_000)

test('wrong settings are all told together', async () => {
  const settings = { POSTBAG_PORT: 'x', POSTBAG_SECOND_FACTOR: 'maybe', POSTBAG_POTR: '1' }
  const { code, err } = await folder.run(['story', 'list'], { settings })
  expect(code).toBe(1)
  for (const name of Object.keys(settings)) expect(err).toContain(name)
  expect(err).not.toContain('at ')
})

test('a password comes from a file or standard input and is nowhere in the database as it was typed [ASVS 13.3.1]', async () => {
  const password = 'seven purple umbrellas'
  writeFileSync(join(folder.path, 'pw'), `${password}\n`)
  const user = (email: string, file: string) => [
    'user',
    'add',
    email,
    '--name',
    'Rob',
    '--role',
    'moderator',
    '--password-file',
    file,
  ]
  expect((await folder.run(user('rob@example.org', 'pw'))).out).toBe('Added Rob <rob@example.org> as moderator.\n')
  const json = await folder.run([...user('ann@example.org', '-'), '--json'], { input: password })
  expect(JSON.parse(json.out)).toMatchObject({ email: 'ann@example.org', role: 'moderator' })
  expect((await folder.run(user('x@example.org', '-'), { input: '' })).err).toContain('must hold the password')
  expect((await folder.run(user('x@example.org', '-'), { input: 'password1' })).err).toContain('commonest')
  expect(readFileSync(join(folder.path, 'data/postbag.db')).includes(password)).toBe(false)
  const list = await folder.run(['user', 'list', '--json'])
  expect(JSON.parse(list.out)).toHaveLength(2)
  expect(list.out).not.toContain('argon2')
}, 60_000)

test('a token is printed once, alone on standard output, and works until it is revoked', async () => {
  const { out, err } = await folder.run(['token', 'add', 'cms', '--role', 'editor'])
  expect(out).toMatch(/^pb_[\w-]{43}\n$/)
  expect(err).toContain('only time')
  const list = await folder.run(['token', 'list'])
  expect(list.out).toBe('cms  editor  never used\n')
  expect((await folder.run(['token', 'revoke', 'cms'])).code).toBe(0)
  expect((await folder.run(['token', 'list'])).out).toBe('cms  editor  revoked\n')
})

test('a .env file beside is honoured, and the environment wins', async () => {
  writeFileSync(join(folder.path, '.env'), 'POSTBAG_DATABASE=elsewhere/other.db\n')
  await folder.run(['story', 'list'])
  expect(existsSync(join(folder.path, 'elsewhere/other.db'))).toBe(true)
  const list = await folder.run(['story', 'list'], { settings: { POSTBAG_DATABASE: 'data/postbag.db' } })
  expect(list.out).toContain('strike')
  writeFileSync(join(folder.path, '.env'), '')
})

test('reread reads every stored email again and changes nothing that was right', async () => {
  const email = [
    'From: Katherine Ashby <katherine@example.org>',
    'To: a@example.org',
    'Subject: The strike',
    'Message-ID: <1@example.org>',
    'Date: Tue, 26 Apr 2016 08:45:00 +0100',
    '',
    'I support the doctors, all of them.',
    '',
    'Katherine',
    'Ruislip',
  ].join('\r\n')
  writeFileSync(join(folder.path, 'one.eml'), email)
  expect((await folder.run(['import', 'one.eml', '--story', 'strike'])).code).toBe(0)
  const again = await folder.run(['reread', '--json'])
  expect([again.code, JSON.parse(again.out)]).toEqual([0, { read: 1, changed: 0, unreadable: 0 }])
  const nowhere = await folder.run(['reread'], { settings: { POSTBAG_DATABASE: 'nowhere.db' } })
  expect([nowhere.code, nowhere.err.startsWith('postbag: There is no database')]).toEqual([1, true])
}, 60_000)
