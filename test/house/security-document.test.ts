// src/SECURITY.md says what ASVS wants written down; where it names a figure of the code, the code has the same.
import { expect, test } from '@jest/globals'
import { limits } from '../../src/mail/limits.ts'
import { textOf } from './files.ts'

const document = textOf('src/SECURITY.md').replace(/\s+/g, ' ')
const section = (title: string) => document.split(` ## ${title} `)[1]?.split(' ## ')[0] ?? ''

test('what input may be, what must agree and what is limited is written down, with the figures of the code [ASVS 2.1.1] [ASVS 2.1.2] [ASVS 2.1.3] [ASVS 5.1.1] [ASVS 15.1.3]', () => {
  const input = section('What input may be')
  expect(input).toContain(`headers ${limits.headerBytes / 1024} kB`)
  for (const figure of [`${limits.parts} parts`, `${limits.depth} deep`, `${limits.attachments} attachments`])
    expect(input).toContain(figure)
  expect(input).toContain(`HTML ${limits.htmlBytes / 1024} kB, text ${limits.text / 1024} kB`)
  expect(textOf('src/web/app.ts')).toContain("limit: '100kb'")
  expect(input).toContain('Bodies: 100 kB')
  expect(input).toContain('What must agree')
  expect(textOf('src/commands/serve.ts')).toContain('headersTimeout: 10_000, requestTimeout: 30_000')
  expect(section('Limits')).toContain('headers within 10 s, a request within 30 s | 2,000')
})

test('ways in, throttling and the life of sessions are written down, with the figures of the code [ASVS 6.1.1] [ASVS 6.1.2] [ASVS 6.1.3] [ASVS 7.1.1] [ASVS 7.1.2]', () => {
  const throttle = textOf('src/web/throttle.ts')
  expect(throttle).toMatch(/freeTries = 5\b/)
  expect(throttle).toMatch(/points: 30, duration: 600/)
  expect(section('Limits')).toMatch(/five for an account .* 30 from one address in 10 min; no account is ever locked/)
  const sessions = textOf('src/web/session-store.ts')
  expect(sessions).toContain('idleLife = 12 * 3_600_000')
  expect(sessions).toContain('absoluteLife = 7 * 24 * 3_600_000')
  expect(section('Ways in')).toMatch(/12 hours idle, 7 days at most, as many at a time/)
  expect(section('Ways in')).toContain('not the words `postbag`')
})

test('who may do what, keys and ciphers, whom we talk to, sensitive data and logs are written down [ASVS 8.1.1] [ASVS 8.1.2] [ASVS 11.1.1] [ASVS 11.1.2] [ASVS 13.1.1] [ASVS 14.1.1] [ASVS 14.1.2] [ASVS 15.1.1] [ASVS 15.1.2] [ASVS 16.1.1] [ASVS 16.2.3]', () => {
  expect(section('Who may do what')).toMatch(/policy\.ts.*routes\.ts.*fields/)
  expect(section('Keys')).toMatch(/AES-256-GCM.*HMAC-SHA-256/)
  expect(section('With whom we talk')).toMatch(/Mail servers.*webhooks/)
  expect(section('Sensitive data')).toMatch(/readers' addresses.*passwords.*recovery codes/)
  expect(section('Logs')).toMatch(/standard error.*`Facts`.*Never: words, names, addresses, secrets/)
  expect(section('Parts from elsewhere')).toMatch(/package-lock\.json.*within 7 days/)
})
