// Cyrus from its Debian packages, unpacked into a folder of our own: its master, its databases and its passwords, on a
// free loopback port.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from '../eventually.ts'
import { libraries, type Unpacked } from './unpacked.ts'

/** It, and the libraries that no other package of the tests brings. */
export const cyrusPackages = [
  ...['cyrus-imapd', 'cyrus-common', 'sasl2-bin', 'libsasl2-modules', 'libsasl2-modules-db', 'libsasl2-2'],
  ...['libclamav12', 'libical3', 'libpq5', 'libpcre3', 'libldap-2.5-0', 'libjansson4', 'libxapian30', 'libwrap0'],
]

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
    socket.once('data', () => {
      resolve(true)
      socket.destroy()
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })

/** Serves an empty mailbox of `reader`, made at the first sign-in. */
export async function serveCyrus(root: string): Promise<Unpacked> {
  const place = mkdtempSync(join(tmpdir(), 'postbag-cyrus-'))
  for (const name of ['conf', 'spool', 'proc']) mkdirSync(join(place, name))
  const port = await freePort()
  const asRoot = process.getuid?.() === 0
  const user = asRoot ? 'nobody' : execFileSync('id', ['-un']).toString().trim()
  const settings = join(place, 'imapd.conf')
  writeFileSync(settings, settingsOf(place, user))
  const program = (name: string) => join(root, 'usr/lib/cyrus/bin', name)
  writeFileSync(
    join(place, 'cyrus.conf'),
    [
      `START {\n  recover cmd="${program('ctl_cyrusdb')} -C ${settings} -r"\n}`,
      `SERVICES {\n  imap cmd="${program('imapd')} -C ${settings}" listen="127.0.0.1:${port}" prefork=0\n}\n`,
    ].join('\n'),
  )
  const sasl = ['x86_64', 'aarch64'].map(kind => join(root, `usr/lib/${kind}-linux-gnu/sasl2`)).join(':')
  const env = { ...process.env, LD_LIBRARY_PATH: libraries(root), SASL_PATH: sasl }
  const passwords = ['-p', '-c', '-f', join(place, 'sasldb2'), '-u', 'localhost', 'reader']
  execFileSync(join(root, 'usr/sbin/saslpasswd2'), passwords, {
    env,
    input: 'secret\n',
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  chmodSync(place, 0o755)
  if (asRoot) execFileSync('chown', ['-R', user, place])
  const as = asRoot ? ['setpriv', `--reuid=${user}`, '--regid=nogroup', '--clear-groups'] : []
  const files = ['-C', settings, '-M', join(place, 'cyrus.conf'), '-p', join(place, 'pid')]
  const [command, ...args] = [...as, join(root, 'usr/sbin/cyrmaster'), '-D', ...files]
  // In a group of its own: told to end, it ends its whole group, and the servers of other tests run as this user, too.
  const master = spawn(command!, args, { cwd: place, env, stdio: 'ignore', detached: true })
  const ended = new Promise(resolve => master.once('exit', resolve))
  const stop = async () => {
    master.kill('SIGTERM')
    await ended
    rmSync(place, { recursive: true, force: true })
  }
  await eventually('Cyrus', () => answers(port)).catch(async error => {
    await stop()
    throw error
  })
  return { host: '127.0.0.1', port, username: 'reader', password: 'secret', stop }
}

const settingsOf = (place: string, user: string) =>
  [
    `configdirectory: ${place}/conf`,
    `partition-default: ${place}/spool`,
    'defaultpartition: default',
    'servername: localhost',
    `cyrus_user: ${user}`,
    'allowplaintext: yes',
    'unixhierarchysep: yes',
    'autocreate_quota: 0',
    'sasl_mech_list: PLAIN',
    'sasl_pwcheck_method: auxprop',
    'sasl_auxprop_plugin: sasldb',
    `sasl_sasldb_path: ${place}/sasldb2`,
    '',
  ].join('\n')
