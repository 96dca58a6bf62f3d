// The first run as it is: `serve` as a process of its own, an empty folder, a real mail server, and a person who types.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from '@jest/globals'
import { type Dovecot, startDovecot } from '../dovecot.ts'
import { eventually } from '../eventually.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'

const main = resolve(import.meta.dirname, '../../src/main.ts')

type Started = { child: ChildProcess; said: () => string; folder: string }

function start(): Started {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-first-run-'))
  const environment = { POSTBAG_DATABASE: join(folder, 'postbag.db'), POSTBAG_PORT: '0', POSTBAG_LOG_LEVEL: 'info' }
  const child = spawn(process.execPath, [main, 'serve'], { env: { ...process.env, ...environment }, cwd: folder })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream!.on('data', text => (said += text))
  return { child, folder, said: () => said }
}

/** A browser without script: it follows nothing by itself and keeps its cookie. */
function person(url: string) {
  let cookie = ''
  const send = async (path: string, fields?: Record<string, string>) => {
    const answer = await fetch(new URL(path, url), {
      method: fields ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { accept: 'text/html', cookie, ...(fields && { origin: url }) },
      body: fields && new URLSearchParams(fields),
    })
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
  }
  return {
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string>) => send(path, fields),
  }
}

const boxOf = (dovecot: Dovecot, password: string) => ({
  name: 'Have your say',
  username: dovecot.username,
  password,
  host: dovecot.host,
  security: 'none',
  port: String(dovecot.port),
  folder: 'INBOX',
  do: 'save',
})

testWithDovecot(
  'the first visit leads from the link in the log to an email in the queue, past a wrong password',
  async () => {
    const dovecot = await startDovecot()
    const { child, said, folder } = start()
    try {
      const link = await eventually('the link in the log', () => /http\S+\/setup\?token=\S+/.exec(said())?.[0], 60_000)
      const rob = person(new URL(link).origin)
      expect((await rob.get(link)).text).toContain('You will be the administrator')
      const token = new URL(link).searchParams.get('token')!
      const account = { token, name: 'Rob', email: 'rob@example.org', password: 'rainy mornings in Ruislip' }
      expect((await rob.post('/setup', account)).to).toBe('/setup/newsroom')
      const newsroom = { newsroom: 'The Ruislip Post', zone: 'Europe/London', language: 'en-GB' }
      expect((await rob.post('/setup/newsroom', newsroom)).to).toBe('/setup/mailbox')
      const refused = await rob.post('/setup/mailbox', boxOf(dovecot, 'not the password'))
      expect(refused.status).toBe(400)
      expect(refused.text).toContain('The connection does not work yet')
      expect(refused.text).toMatch(/Signed in<\/b>.*failed/)
      expect((await rob.post('/setup/mailbox', boxOf(dovecot, dovecot.password))).to).toBe('/setup/story')
      const story = { title: 'Strike', addresses: 'haveyoursay@example.org', zone: 'Europe/London' }
      expect((await rob.post('/setup/story', story)).to).toBe('/setup/test')
      expect((await rob.get('/setup/test')).text).toContain('Waiting for it to arrive')
      await dovecot.append([
        'From: Katherine <k@example.net>\r\nTo: haveyoursay@example.org\r\nSubject: Strike\r\nDate: Tue, 26 Apr 2016 08:52:00 +0100\r\n\r\nI support them.\r\n\r\nKatherine, Ruislip\r\n',
      ])
      const arrived = await eventually(
        'the test email',
        async () => /Arrived in (\d+) s/.exec((await rob.get('/setup/test')).text),
        60_000,
      )
      expect(Number(arrived[1])).toBeLessThan(60)
      await eventually('the email in the queue', async () =>
        (await rob.get('/s/strike/queue')).text.includes('I support them'),
      )
      const health = await eventually('a look at the mailbox', async () => {
        const { text } = await rob.get('/admin/mailboxes')
        return text.includes('Mail checked') && text
      })
      expect(health).toMatch(/Unaccounted<\/dt><dd>0</)
      // What was typed in secret stands nowhere in the clear.
      const stored = readFileSync(join(folder, 'postbag.db')).toString('latin1')
      for (const secret of [account.password, dovecot.password, token]) expect(stored).not.toContain(secret)
      for (const secret of [account.password, dovecot.password]) expect(said()).not.toContain(secret)
    } finally {
      child.kill('SIGTERM')
      await eventually('the end of serve', () => child.exitCode !== null || child.signalCode !== null, 20_000)
      await dovecot.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    expect(child.exitCode).toBe(0)
  },
  180_000,
)
