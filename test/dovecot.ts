// A real IMAP server for tests: a private Dovecot on a free loopback port, as an ordinary user, all of its state in a
// folder of its own.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { eventually } from './eventually.ts'

export type Dovecot = {
  host: string
  port: number
  /** With TLS from the first byte; the certificate is in `ca`, made out for localhost. */
  tlsPort: number
  ca: string
  username: string
  password: string
  folder: string
  /** Runs doveadm on this server. */
  doveadm: (...args: string[]) => string
  /** Puts messages into a folder by APPEND, each with a date of its own. */
  append: (messages: (string | Uint8Array)[], options?: { folder?: string; date?: Date }) => Promise<void>
  /** A client of the test's own, signed in. */
  client: () => Promise<ImapFlow>
  stop: () => Promise<void>
}

/** Why no Dovecot can be started here; null when one can. */
export const missing = ((): string | null => {
  const found = spawnSync('sh', ['-c', 'command -v dovecot && command -v doveadm'])
  if (found.status !== 0) return 'dovecot-imapd is not installed'
  if (process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v setpriv']).status !== 0)
    return 'setpriv is not installed'
  return null
})()

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const answers = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.on('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

/**
 * Starts a server; `settings` are further lines of its configuration. Its ports were free a moment ago and may be taken
 * by a test beside this one, so a server that does not come up is tried again on others, three times.
 */
export async function startDovecot(settings = '', attempts = 3): Promise<Dovecot> {
  try {
    return await launch(settings)
  } catch (error) {
    if (attempts > 1) return startDovecot(settings, attempts - 1)
    throw error
  }
}

async function launch(settings: string): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-dovecot-'))
  const [port, tlsPort] = [await freePort(), await freePort()]
  const user = ordinaryUser()
  for (const name of ['run', 'index', 'Maildir', 'Maildir/cur', 'Maildir/new', 'Maildir/tmp'])
    mkdirSync(join(folder, name))
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost
      -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout ${folder}/key.pem -out ${folder}/cert.pem`.split(/\s+/),
    { stdio: 'ignore' },
  )
  writeFileSync(join(folder, 'passwd'), `reader:{PLAIN}secret:${user.uid}:${user.gid}::${folder}::\n`)
  writeFileSync(join(folder, 'dovecot.conf'), configuration({ folder, port, tlsPort, user, settings }))
  chmodSync(folder, 0o755)
  if (process.getuid?.() === 0)
    for (const name of execFileSync('find', [folder]).toString().split('\n'))
      if (name) chownSync(name, user.uid, user.gid)
  const ordinary =
    process.getuid?.() === 0 ? ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []
  const run = (...command: string[]) => {
    const [program, ...args] = [...ordinary, ...command]
    return execFileSync(program!, args, { cwd: folder }).toString()
  }
  const complaints = openSync(join(folder, 'stderr'), 'w')
  const [program, ...words] = [...ordinary, 'dovecot', '-F', '-c', join(folder, 'dovecot.conf')]
  const server = spawn(program!, words, { cwd: folder, stdio: ['ignore', 'ignore', complaints] })
  closeSync(complaints)
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await eventually('Dovecot to answer', () => server.exitCode !== null || answers(port), 30_000)
    if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}`)
  } catch (error) {
    const said = ['stderr', 'dovecot.log'].map(name => join(folder, name)).filter(existsSync)
    const log = said.map(file => readFileSync(file, 'utf8')).join('')
    await stop()
    throw new Error(`Dovecot does not start: ${log}`, { cause: error })
  }
  const facts = { host: '127.0.0.1', port, tlsPort, username: 'reader', password: 'secret', folder }
  const client = async () => {
    const imap = new ImapFlow({
      ...{ host: facts.host, port, secure: false, doSTARTTLS: false, logger: false as const, disableAutoIdle: true },
      auth: { user: 'reader', pass: 'secret' },
    })
    imap.on('error', () => {})
    await imap.connect()
    return imap
  }
  return {
    ...facts,
    ca: readFileSync(join(folder, 'cert.pem'), 'utf8'),
    doveadm: (...args) => run('doveadm', '-c', join(folder, 'dovecot.conf'), ...args),
    client,
    append: async (messages, options = {}) => {
      const imap = await client()
      for (const [at, message] of messages.entries())
        await imap.append(options.folder ?? 'INBOX', Buffer.from(message), [], options.date).catch(error => {
          const log = readFileSync(join(folder, 'dovecot.log'), 'utf8').split('\n').slice(-20).join('\n')
          throw new Error(`Message ${at + 1} of ${messages.length} could not be appended; Dovecot says:\n${log}`, {
            cause: error,
          })
        })
      await imap.logout()
    },
    stop,
  }
}

function ordinaryUser() {
  if (process.getuid?.() !== 0)
    return {
      name: execFileSync('id', ['-un']).toString().trim(),
      group: execFileSync('id', ['-gn']).toString().trim(),
      uid: process.getuid!(),
      gid: process.getgid!(),
    }
  const id = (flag: string) => execFileSync('id', [flag, 'nobody']).toString().trim()
  return { name: 'nobody', group: id('-gn'), uid: Number(id('-u')), gid: Number(id('-g')) }
}

type Facts = { folder: string; port: number; tlsPort: number; user: ReturnType<typeof ordinaryUser>; settings: string }

const configuration = ({ folder, port, tlsPort, user, settings }: Facts) => `
base_dir = ${folder}/run
state_dir = ${folder}/run
instance_name = test-${port}
protocols = imap
listen = 127.0.0.1
log_path = ${folder}/dovecot.log
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
default_login_user = ${user.name}
default_internal_user = ${user.name}
default_internal_group = ${user.group}
first_valid_uid = ${user.uid}
mail_uid = ${user.uid}
mail_gid = ${user.gid}
mail_home = ${folder}
mail_location = maildir:${folder}/Maildir:INDEX=${folder}/index
mail_fsync = never
mail_max_userip_connections = 200
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/passwd
}
userdb {
  driver = passwd-file
  args = username_format=%u ${folder}/passwd
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
  }
}
service anvil {
  chroot =
  # No waiting after a refused password: the tests refuse many.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  client_limit = 1000
}
${settings}
`
