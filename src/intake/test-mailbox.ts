// “Test connection”: the steps in, one by one, each with a sentence that says what happened or what to do.
import { lookup } from 'node:dns/promises'
import { mayCall, notOnTheList } from '../outgoing.ts'
import { faultOf, MailFailure } from './failure.ts'
import { openMailSession } from './imap.ts'
import { isLoopback } from './loopback.ts'
import type { MailSettings } from './mail-session.ts'
import { askForToken } from './oauth.ts'
import { timings as defaults, type Timings } from './timings.ts'

export type TestStep = { name: 'dns' | 'connect' | 'sign-in' | 'folder' | 'idle'; ok: boolean; words: string }

/** Which step a failure belongs to; the steps before it went well. */
const failedAt: Record<MailFailure['kind'], TestStep['name']> = {
  unreachable: 'connect',
  tls: 'connect',
  lost: 'connect',
  throttled: 'sign-in',
  credentials: 'sign-in',
  busy: 'sign-in',
  folder: 'folder',
  storage: 'connect',
  odd: 'connect',
}

/** Tries a mailbox that need not be added yet. `onStep` hears of each step as it ends; nothing on the server changes. */
export async function testMailbox(
  settings: MailSettings,
  onStep: (step: TestStep) => void = () => {},
  timings: Timings = defaults,
): Promise<{ ok: boolean; steps: TestStep[] }> {
  const steps: TestStep[] = []
  const note = (name: TestStep['name'], ok: boolean, words: string) => {
    const step = { name, ok, words }
    steps.push(step)
    onStep(step)
  }
  const well = good(settings)
  try {
    await findHost(settings)
    note('dns', true, well.dns)
  } catch (error) {
    note('dns', false, faultOf(error, settings).message)
    return { ok: false, steps }
  }
  try {
    const token = settings.oauth
      ? { accessToken: (await askForToken(settings.oauth, settings.outgoing)).access_token }
      : {}
    const session = await openMailSession(
      { ...settings, ...token, quiet: true },
      timings,
      AbortSignal.timeout(timings.command),
    )
    for (const name of ['connect', 'sign-in'] as const) note(name, true, well[name])
    const listed = await session.search()
    note('folder', true, `“${settings.folder}” can be opened and holds ${count(listed.length)}.`)
    note('idle', true, session.pushes ? well.idle : noIdle)
    await session.close()
    return { ok: true, steps }
  } catch (error) {
    const failure = faultOf(error, settings)
    const at = failedAt[failure.kind]
    for (const name of ['connect', 'sign-in', 'folder'] as const) {
      if (name === at) break
      note(name, true, well[name])
    }
    note(at, false, failure.message)
    return { ok: false, steps }
  }
}

async function findHost(settings: MailSettings): Promise<void> {
  if (!mayCall(settings.outgoing, settings.host)) throw new MailFailure('unreachable', notOnTheList(settings.host))
  try {
    await lookup(settings.host.replace(/^\[|\]$/g, ''))
  } catch (error) {
    const code = String((error as { code?: unknown }).code)
    throw new MailFailure('unreachable', `There is no mail server called “${settings.host}”. Check the host name.`, {
      code,
    })
  }
}

const good = ({ host, port, security, username, folder }: MailSettings) => ({
  dns: `${host} is known.`,
  connect:
    security === 'none' && isLoopback(host)
      ? `Connected to ${host}, port ${port}, without encryption, which is safe on this computer only.`
      : `Connected to ${host}, port ${port}; the connection is encrypted and the certificate is good.`,
  'sign-in': `Signed in as ${username}.`,
  folder: `“${folder}” can be opened.`,
  idle: 'New mail is announced at once (IDLE).',
})

const noIdle = 'This server does not announce new mail (no IDLE); Postbag looks every 20 seconds.'

const count = (messages: number) => (messages === 1 ? '1 message' : `${messages} messages`)
