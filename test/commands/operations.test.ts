// The commands that look after the data, each as a real child process, on post taken in by the real path.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { createReader } from '../../src/mail/pool.ts'
import { commit, openStore, saveRetention } from '../../src/store/index.ts'
import { eventually } from '../eventually.ts'
import { holdLetter, letter, openPost, type Post, publish } from '../post.ts'
import { type Folder, newFolder } from './postbag.ts'

// Some forty processes one after another, on a machine that may have other things to do.
jest.setTimeout(120_000)

const reader = createReader({ threads: 1 })
let post: Post
let folder: Folder
let settings: Record<string, string>

beforeAll(async () => {
  folder = newFolder()
  post = await openPost(reader)
  settings = { POSTBAG_DATABASE: post.database }
  await post.take([1, 2, 3, 4, 5].map(number => letter(number)))
  await publish(post, 1)
  await publish(post, 2, '=SUM(A1) is what the minister said, "on air"')
  await holdLetter(post, 3, 'ask her')
})
afterAll(async () => {
  await post.remove()
  await reader.close()
  folder.remove()
})

const run = (...args: string[]) => folder.run(args, { settings })
const at = (...parts: string[]) => join(post.folder, ...parts)

test('every command of operations has its help', async () => {
  const commands = ['backup', 'restore', 'verify', 'erase', 'export']
  const helps = await Promise.all(commands.map(command => run(command, '--help')))
  expect(helps.map(help => help.code)).toEqual([0, 0, 0, 0, 0])
  expect(helps.map(help => /^Usage: postbag (\w+)/.exec(help.out)?.[1])).toEqual(commands)
})

test('none of them begins with an empty database when there is none', async () => {
  const calls = [['backup', 'x'], ['verify'], ['erase', 'a@b.example', '--yes'], ['export', '--all', '--to', 'x']]
  const nowhere = { POSTBAG_DATABASE: '/nowhere/postbag.db' }
  const refused = await Promise.all(calls.map(args => folder.run(args, { settings: nowhere })))
  const sentence = 'postbag: There is no database /nowhere/postbag.db. Name yours with POSTBAG_DATABASE.\n'
  expect(refused.map(({ code, err }) => [code, err])).toEqual(Array(4).fill([1, sentence]))
})

test('verify says what it looked at, and exits with 1 when something is wrong', async () => {
  const well = await run('verify')
  expect(well.err).toBe('')
  expect(well.code).toBe(0)
  expect(well.out).toContain('✓ ledger: Letters: 5 of 5\n')
  const { engine } = post.context.store
  engine.exec("update tally set count = 9 where kind = 'held'")
  const ill = await run('verify')
  expect(ill.code).toBe(1)
  expect(ill.out).toContain('✗ counts: strike: “held” says 9 and there are 1\n')
  expect(ill.err).toContain('1 thing is wrong with')
  const facts = JSON.parse((await run('verify', '--json')).out)
  expect([facts.ok, facts.checks.filter((check: { ok: boolean }) => !check.ok)]).toEqual([
    false,
    [{ check: 'counts', ok: false, found: expect.any(String), faults: ['strike: “held” says 9 and there are 1'] }],
  ])
  engine.exec("update tally set count = 1 where kind = 'held'")
})

test('export of a story is what readers saw, safe to open in a spreadsheet', async () => {
  const { out } = await run('export', '--story', 'strike')
  const lines = out.split('\r\n')
  expect(lines[0]).toBe(
    'id,state,revision,published,amended,withdrawn,kind,headline,name,place,verb,line,tags,picture,credit,text',
  )
  expect(lines[2]).toContain(`"'=SUM(A1) is what the minister said, ""on air"""`)
  const facts = JSON.parse((await run('export', '--story', 'strike', '--format', 'json')).out)
  expect(facts.entries).toMatchObject([
    { state: 'live', published: '2016-04-26T07:45:00Z' },
    { text: expect.stringMatching(/^=SUM/) },
  ])
  expect(out).not.toContain('example.net')
  expect((await run('export', '--story', 'nosuch')).err).toBe(
    'postbag: There is no story nosuch. See: postbag story list\n',
  )
  expect((await run('export')).err).toMatch(/^postbag: Say what to export: .*\n$/)
})

/** One row at least of what people leave behind beside emails and entries. */
async function leaveTraces(): Promise<void> {
  const { db } = post.context
  const of = { at: 1_461_660_000_000, made_by: 'system' }
  const { id: contributor_id } = await db.selectFrom('contributor').select('id').executeTakeFirstOrThrow()
  const { id: entry_id, revision } = await db.selectFrom('entry').select(['id', 'revision']).executeTakeFirstOrThrow()
  const { id: story_id } = await db.selectFrom('story').select('id').executeTakeFirstOrThrow()
  const { id: staff_id } = await db.selectFrom('staff').select('id').executeTakeFirstOrThrow()
  await db
    .insertInto('ban')
    .values({ id: 'ban', contributor_id, reason: 'Writes to everybody', ...of })
    .execute()
  await db
    .insertInto('note')
    .values({ id: 'note', contributor_id, words: 'Rang back.', ...of })
    .execute()
  await db
    .insertInto('draft')
    .values({ submission_number: 2, staff_id, name: 'K', place: '', verb: 'emails', text: 'Half', saved_at: of.at })
    .execute()
  await db
    .insertInto('saved_view')
    .values({ id: 'view', staff_id, name: 'Leeds', story_id, query: 'q=leeds', made_by: staff_id, created_at: of.at })
    .execute()
  const bytes = (word: string) => Buffer.from(`RIFF....WEBP${word}`)
  const sizes = {
    width: 1280,
    height: 853,
    large: bytes('large'),
    small_width: 640,
    small_height: 427,
    small: bytes('small'),
  }
  await db
    .insertInto('picture')
    .values({ id: 'picture', entry_id, position: 1, aspect: '16:9', focal: 5, ...sizes, made_at: of.at })
    .execute()
  await db
    .updateTable('revision')
    .set({ picture_id: 'picture', picture_alt: 'A queue', picture_credit: 'Katherine' })
    .where('entry_id', '=', entry_id)
    .where('revision', '=', revision)
    .execute()
  await commit(post.context, trx => saveRetention(trx, { held: 44 }))
}

test('everything exported comes back byte for byte, and the second time nothing is new', async () => {
  const odd = [
    letter(11, 'From here on the line began with From.\n\nFrom afar it looks quoted.\n>From was quoted already.\n'),
    letter(12, 'No line end at the end'),
    letter(13, 'Two blank lines at the end\n\n\n'),
    letter(14, 'Bare \n line ends').replace(/\r\n/g, '\n'),
    letter(15, 'Octets \xe9\xff\x00 of no charset\n'),
    'From somebody Tue Apr 26 08:45:00 2016\r\nSubject: begins like an mbox\r\n\r\nx\r\n',
    'Subject: no body',
    '\r\n',
  ]
  await post.take(odd, 101)
  await leaveTraces()
  const done = JSON.parse((await run('export', '--all', '--to', at('out'), '--json')).out)
  expect(done.messages + done.separate).toBe(13)
  expect(done.rows).toMatchObject({ submission: 13, entry: 2, story: 1, staff: 1 })
  expect((await run('export', '--all', '--to', at('out'))).err).toContain('is not empty')
  const again = { POSTBAG_DATABASE: at('second', 'postbag.db') }
  await folder.run(['story', 'add', 'strike', '--title', 'Strike'], { settings: again })
  const paths = [at('out', 'mail.mbox'), ...(done.separate > 0 ? [at('out', 'messages')] : [])]
  const first = await folder.run(['import', ...paths, '--story', 'strike', '--json'], { settings: again })
  expect(first.code).toBe(0)
  const hashes = async (database: string) => {
    const store = openStore(database)
    const found = await store.db.selectFrom('raw').select(['sha256', 'size']).orderBy('sha256').execute()
    await store.close()
    return found
  }
  expect(await hashes(again.POSTBAG_DATABASE)).toEqual(await hashes(post.database))
  await folder.run(['import', ...paths, '--story', 'strike'], { settings: again })
  expect(await hashes(again.POSTBAG_DATABASE)).toEqual(await hashes(post.database))
  expect((await folder.run(['verify'], { settings: again })).code).toBe(0)
})

test('an export of everything, taken in by an empty house and exported again, is the same files', async () => {
  const settings = { POSTBAG_DATABASE: at('whole', 'postbag.db') }
  const took = await folder.run(['import', '--all', at('out'), '--json'], { settings })
  expect([took.code, took.err]).toEqual([0, ''])
  expect(JSON.parse(took.out).rows).toMatchObject({ submission: 13, raw: 13, entry: 2, story: 1, staff: 1 })
  expect(JSON.parse(took.out).rows).toMatchObject({ ban: 1, note: 1, draft: 1, saved_view: 1, picture: 1 })
  expect((await folder.run(['export', '--all', '--to', at('out-again')], { settings })).code).toBe(0)
  expect(JSON.parse(readFileSync(at('out-again', 'installation.json'), 'utf8')).retention.held).toBe(44)
  const files = (place: string) =>
    readdirSync(at(place), { recursive: true, withFileTypes: true })
      .filter(each => each.isFile())
      .map(each => [each.name, readFileSync(join(each.parentPath, each.name)).toString('latin1')])
      .sort()
  expect(files('out-again')).toEqual(files('out'))
  copyFileSync(post.keyFile, at('whole', 'postbag.key'))
  const verified = await folder.run(['verify', '--json'], { settings })
  expect(JSON.parse(verified.out).checks.filter((each: { ok: boolean }) => !each.ok)).toEqual([])
  expect((await folder.run(['import', '--all', at('out')], { settings })).err).toContain('The database is not empty.')
  expect((await folder.run(['import', '--all', at('copies')], { settings })).err).toContain('is not a whole export')
  expect((await folder.run(['import', at('out')], { settings })).err).toContain('Say which story it belongs to')
})

test('an export holds no secret', async () => {
  const secrets = [readFileSync(post.keyFile, 'utf8').trim(), '"password"', '"secret"', '"totp"']
  for (const name of readdirSync(at('out')).filter(each => each.endsWith('.jsonl')))
    for (const secret of secrets)
      expect([name, readFileSync(at('out', name), 'utf8').includes(secret)]).toEqual([name, false])
})

test('restored elsewhere, a backup is the same desk: sound, nobody signed in, leases free', async () => {
  await post.context.db
    .insertInto('session')
    .values({ key: 'signed-in', data: '{}', created_at: 1, seen_at: 1, expires_at: 9e15 })
    .execute()
  await post.context.db
    .insertInto('lease')
    .values({ name: 'reading', holder: 'gone', fence: 5, expires_at: 9e15 })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ fence: 5, expires_at: 9e15 }))
    .execute()
  writeFileSync(at('passphrase'), 'correct horse battery\n')
  const made = JSON.parse(
    (await run('backup', at('copies', 'one.backup'), '--passphrase-file', at('passphrase'), '--json')).out,
  )
  expect(made).toMatchObject({ sealed: true, counts: { submissions: 13, entries: 2 } })
  const to = at('third', 'postbag.db')
  const restore = (...more: string[]) => run('restore', made.file, '--to', to, ...more)
  expect((await restore()).err).toContain('is sealed. Give the file that holds its passphrase')
  const back = JSON.parse((await restore('--passphrase-file', at('passphrase'), '--json')).out)
  expect(back).toMatchObject({ database: to, keyFile: at('third', 'postbag.key'), forgotten: 0, counts: made.counts })
  const verified = await folder.run(['verify'], { settings: { POSTBAG_DATABASE: to } })
  expect([verified.code, verified.err]).toEqual([0, ''])
  const store = openStore(to)
  expect(await store.db.selectFrom('session').selectAll().execute()).toEqual([])
  expect(
    await store.db.selectFrom('lease').select(['fence', 'expires_at']).where('name', '=', 'reading').execute(),
  ).toEqual([{ fence: 6, expires_at: 0 }])
  await store.close()
  expect(readdirSync(at('third')).filter(name => name.startsWith('.'))).toEqual([])
  expect((await restore('--passphrase-file', at('passphrase'))).err).toBe(
    `postbag: There is a database already: ${to}. Move it away, or restore elsewhere with --to.\n`,
  )
})

test('a restore beside another key file is refused before anything is written', async () => {
  mkdirSync(at('fourth'))
  writeFileSync(at('fourth', 'postbag.key'), 'another key\n', { mode: 0o600 })
  const { code, err } = await run(
    'restore',
    at('copies', 'one.backup'),
    '--to',
    at('fourth', 'postbag.db'),
    '--passphrase-file',
    at('passphrase'),
  )
  expect([code, err]).toEqual([
    1,
    `postbag: There is another key file already: ${at('fourth', 'postbag.key')}. Move it away, or restore elsewhere with --to.\n`,
  ])
  expect(readdirSync(at('fourth'))).toEqual(['postbag.key'])
})

test('erase asks to be sure, then certifies, and a restored older backup has forgotten as well', async () => {
  await run('backup', at('copies', 'before.backup'))
  const erase = (...more: string[]) => run('erase', 'Katherine1@example.net', ...more)
  expect((await erase()).err).toBe(
    'postbag: Erasing Katherine1@example.net cannot be undone. Say --yes when you are sure.\n',
  )
  expect((await erase('--yes')).err).toContain('Words of this reader are on a live page (email 1).')
  const { code, out } = await erase('--yes', '--published', 'withdraw')
  expect(code).toBe(0)
  expect(out).toContain('Katherine1@example.net: one email (1)')
  expect(out).toContain('withdrawn from the live page and every feed.')
  expect(out).toContain(`Backups made before hold it still: in ${at('copies')}.`)
  expect((await erase('--yes')).err).toBe('postbag: There is nothing from Katherine1@example.net.\n')
  for (const name of ['before.backup', 'one.backup']) {
    const to = at(`restored-${name}`, 'postbag.db')
    const back = await run('restore', at('copies', name), '--to', to, '--passphrase-file', at('passphrase'), '--json')
    expect(JSON.parse(back.out)).toMatchObject({ forgotten: 1 })
    const store = openStore(to)
    const [first] = await store.db.selectFrom('submission').selectAll().where('number', '=', 1).execute()
    expect(first).toMatchObject({ stage: 'erased', raw_id: null, original: '', from_address: '' })
    expect(await store.db.selectFrom('entry').select('state').orderBy('created_at').execute()).toEqual([
      { state: 'withdrawn' },
      { state: 'live' },
    ])
    await store.close()
    expect((await folder.run(['verify'], { settings: { POSTBAG_DATABASE: to } })).code).toBe(0)
  }
})

test('a backup taken while Postbag serves is sound, and serving goes on', async () => {
  const serving = folder.start(['serve', '--only', 'web'], { ...settings, POSTBAG_PORT: '0' })
  const url = await eventually('the address', () => /Postbag is at (http:\S+)/.exec(serving.out())?.[1], 40_000)
  const made = await run('backup', at('copies', 'live.backup'), '--json')
  expect(JSON.parse(made.out).counts.submissions).toBeGreaterThanOrEqual(5)
  expect((await fetch(`${url}/feeds/strike.json`)).status).toBe(200)
  serving.child.kill('SIGTERM')
  expect((await serving.ended).code).toBe(0)
  rmSync(at('copies', 'live.backup'))
})

test('serve writes scheduled backups when a folder is set', async () => {
  const copies = at('scheduled')
  await post.context.db.deleteFrom('setting').where('name', '=', 'backupAt').execute()
  const scheduled = { POSTBAG_BACKUP_FOLDER: copies, POSTBAG_BACKUP_PASSPHRASE_FILE: at('passphrase') }
  const serving = folder.start(['serve', '--only', 'web'], { ...settings, ...scheduled, POSTBAG_PORT: '0' })
  const name = await eventually(
    'a backup',
    () => {
      try {
        return readdirSync(copies).find(each => /^postbag-.*\.backup$/.test(each))
      } catch {
        return undefined
      }
    },
    40_000,
  )
  serving.child.kill('SIGTERM')
  expect((await serving.ended).code).toBe(0)
  expect(readFileSync(join(copies, name)).toString('latin1', 0, 14)).toBe('POSTBAG-SEALED')
})
