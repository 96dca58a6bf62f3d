// Certificates of mail servers (RELIABILITY F11, F12).
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { afterAll, expect, test } from '@jest/globals'
import { mailboxHealth } from '../../src/intake/health.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import { testMailbox } from '../../src/intake/test-mailbox.ts'
import { reader as createTestReader, house, keys, letters, mailboxOn, patient, withServer } from '../intake/house.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'

const folder = mkdtempSync(join(tmpdir(), 'postbag-certificates-'))
afterAll(() => rmSync(folder, { recursive: true }))

const day = 86_400_000

/** A self-signed certificate made at another time: `shift` as faketime reads it. */
function certificate(name: string, host: string, shift: string): { key: Buffer; cert: Buffer } {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)]
  const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=${host}`.split(' ')
  const san = ['-addext', `subjectAltName=DNS:${host}`, '-keyout', key, '-out', cert]
  execFileSync('faketime', [shift, 'openssl', ...words, ...san], { stdio: 'ignore' })
  return { key: readFileSync(key), cert: readFileSync(cert) }
}

const noFaketime = spawnSync('sh', ['-c', 'command -v faketime']).status !== 0
const withFaketime = noFaketime && process.env.CI !== 'true' ? test.skip : test

withFaketime(
  'F11: a certificate that has expired, is not valid yet or is another host’s is refused, and says which',
  async () => {
    for (const [host, shift, words] of [
      ['localhost', '-10 days', 'it has expired'],
      ['localhost', '+10 days', 'it is not valid yet'],
      ['mail.example.org', '-1 hours', 'it was made out for another name'],
    ] as const) {
      const made = certificate(words.replaceAll(' ', '-'), host, shift)
      const heard: string[] = []
      const server = createServer(made, socket => {
        socket.on('error', () => {})
        socket.on('data', bytes => heard.push(bytes.toString()))
        socket.write('* OK ready\r\n')
      })
      server.on('tlsClientError', () => {})
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      const { port } = server.address() as { port: number }
      const settings = {
        ...{
          host: 'localhost',
          port,
          security: 'tls' as const,
          username: 'reader',
          password: 'sesame',
          folder: 'INBOX',
        },
        // Its maker is trusted, so that only what is wrong with it can be the reason.
        ca: made.cert.toString(),
      }
      const { ok, steps } = await testMailbox(settings, undefined, patient)
      expect([ok, steps.at(-1)!.words]).toEqual([false, expect.stringContaining(words)])
      expect(heard.join('')).not.toMatch(/sesame|AUTHENTICATE|LOGIN/)
      await new Promise(resolve => server.close(resolve))
    }
  },
)

testWithDovecot(
  'F12: a certificate that ends within 14 days is warned of on the mailbox’s page, one that lasts is not',
  () =>
    withServer(async server => {
      const context = await house()
      const reader = createTestReader()
      await mailboxOn(context, { ...server, host: 'localhost', port: server.tlsPort }, { security: 'tls' })
      await server.append(letters(1))
      const [report] = await pollOnce(context, keys, reader, { timings: patient, ca: server.ca })
      expect(report).toMatchObject({ seen: 1, ingested: 1 })
      // The test's server has a certificate for two days.
      const [{ warning, certificateUntil, state }] = (await mailboxHealth(context)) as [
        Awaited<ReturnType<typeof mailboxHealth>>[0],
      ]
      expect(state).toBe('ok')
      expect(warning).toMatch(/^The certificate of localhost ends (tomorrow|in 2 days)\. /)
      expect(certificateUntil! - Date.now()).toBeGreaterThan(day)
      const fifteenDaysBefore = { ...context, now: () => certificateUntil! - 15 * day }
      expect((await mailboxHealth(fifteenDaysBefore))[0]!.warning).toBeNull()
      const fourteen = { ...context, now: () => certificateUntil! - 14 * day }
      expect((await mailboxHealth(fourteen))[0]!.warning).toContain('in 14 days')
      await reader.close()
      await context.close()
    }),
)
