// A whole Postbag as its own process, furnished for measuring: a story, somebody signed in, perhaps a mailbox.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { addStaff } from '../../src/desk/staff.ts'
import { addStory } from '../../src/desk/stories.ts'
import { addMailbox } from '../../src/intake/index.ts'
import { silent } from '../../src/log.ts'
import { openKeys } from '../../src/secret.ts'
import { createSignal, migrate, openStore } from '../../src/store/index.ts'

const main = resolve(import.meta.dirname, '../../src/main.ts')
export const editor = {
  email: 'rob@example.org',
  name: 'Rob',
  role: 'editor' as const,
  password: 'rainy mornings in Ruislip',
}

export const databaseIn = (folder: string) => join(folder, 'postbag.db')

/** Makes the database: the story `strike`, an editor, and with a port a mailbox on this computer. */
export async function furnish(folder: string, imapPort?: number): Promise<void> {
  const store = openStore(databaseIn(folder))
  await migrate(store)
  const context = { db: store.db, now: Date.now, log: silent, signal: createSignal() }
  await addStory(context, 'system', { slug: 'strike', title: 'Strike', isDefault: true })
  await addStaff(context, 'system', editor)
  if (imapPort !== undefined) {
    const where = { host: '127.0.0.1', port: imapPort, security: 'none' as const }
    const box = { name: 'Letters', ...where, username: 'reader', password: 'secret', quiet: true }
    const added = await addMailbox(context, openKeys(join(folder, 'postbag.key')), box)
    if (!added.ok) throw new Error(added.words)
  }
  await store.close()
}

export type Serving = { url: string; stop: () => Promise<void> }

/** Starts `serve` of this checkout, or of the one whose `main.ts` is given; answers once it says where it is. */
export async function serveFrom(folder: string, settings: Record<string, string> = {}, file = main): Promise<Serving> {
  const child = spawn(process.execPath, [file, 'serve'], {
    env: {
      ...process.env,
      ...{ POSTBAG_DATABASE: databaseIn(folder), POSTBAG_PORT: '0', POSTBAG_LOG_LEVEL: 'error', ...settings },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  const url = await new Promise<string>((found, failed) => {
    let said = ''
    child.once('exit', code => failed(new Error(`serve ended with ${code}`)))
    child.stdout!.on('data', (piece: Buffer) => {
      said += piece
      const at = /is at (http:\S+)/.exec(said)
      if (at) found(at[1]!.replace('localhost', '127.0.0.1'))
    })
  })
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', end)
    },
  }
}

/** Signs the editor in; answers the cookie. */
export async function signedIn(url: string): Promise<string> {
  const { port } = new URL(url)
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: `http://localhost:${port}` },
    body: new URLSearchParams({ email: editor.email, password: editor.password }),
  })
  const cookie = answer.headers.getSetCookie().at(-1)?.split(';')[0]
  if (answer.status !== 303 || cookie === undefined) throw new Error(`signing in answered ${answer.status}`)
  return cookie
}
