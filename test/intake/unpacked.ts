// Mail servers whose Debian packages cannot be installed beside Dovecot's: fetched, unpacked into a folder of our own, and
// run on the socket of each connection, signed in already (PREAUTH), as an administrator would by inetd.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Unpacked = { host: string; port: number; username: string; password: string; stop: () => Promise<void> }

type Make = {
  packages: string[]
  /** The command for one connection, given the folder of the packages and one for the mail. */
  command: (root: string, mail: string) => { program: string; args: string[]; env: NodeJS.ProcessEnv }
}

/** Where the packages' libraries lie, whichever of the two machines this is. */
export const libraries = (root: string) =>
  ['usr/lib', ...['x86_64', 'aarch64'].flatMap(kind => [`usr/lib/${kind}-linux-gnu`, `lib/${kind}-linux-gnu`])]
    .map(name => join(root, name))
    .join(':')

export const makes: Record<'GNU Mailutils imap4d' | 'Courier', Make> = {
  'GNU Mailutils imap4d': {
    packages: ['mailutils-imap4d'],
    command: (root, mail) => ({
      program: join(root, 'usr/sbin/imap4d'),
      args: [
        ...['--no-config', '--inetd', '--preauth', '--set=.preauth=stdio'],
        ...[`--set=.mailbox.mailbox-pattern=mbox://${mail}/INBOX`, `--set=.mailbox.folder=${mail}`],
      ],
      env: { LD_LIBRARY_PATH: libraries(root) },
    }),
  },
  Courier: {
    packages: ['courier-imap', 'courier-authlib', 'libcourier-unicode4', 'gamin', 'libgamin0', 'libidn12'],
    command: (root, mail) => ({
      program: join(root, 'usr/bin/imapd'),
      args: [join(mail, 'Maildir')],
      env: {
        LD_LIBRARY_PATH: libraries(root),
        ...{ HOME: mail, IMAP_KEYWORDS: '1', IMAP_USELOCKS: '0' },
        // What watches files for it: its own path is of an installed system. It ends by itself when nobody asks.
        GAMIN_DEBUG_SERVER: join(root, 'usr/libexec/gam_server'),
        IMAP_CAPABILITY: 'IMAP4rev1 UIDPLUS CHILDREN NAMESPACE',
      },
    }),
  },
}

/** Fetches and unpacks; answers the folder, or the sentence that says why it could not. */
export function unpack(packages: string[]): { root: string } | { why: string } {
  if (spawnSync('sh', ['-c', 'command -v apt-get && command -v dpkg']).status !== 0) return { why: 'this is no Debian' }
  const folder = mkdtempSync(join(tmpdir(), 'postbag-packages-'))
  // apt fetches as a user of its own where it can.
  chmodSync(folder, 0o777)
  const fetch = () => spawnSync('apt-get', ['-qq', 'download', ...packages], { cwd: folder, encoding: 'utf8' })
  let fetched = fetch()
  if (fetched.status !== 0) {
    spawnSync('apt-get', ['-qq', 'update'])
    fetched = fetch()
  }
  if (fetched.status !== 0) {
    rmSync(folder, { recursive: true })
    return { why: `apt-get download ${packages[0]}: ${fetched.stderr.trim().split('\n').at(-1)}` }
  }
  const root = join(folder, 'root')
  for (const file of readdirSync(folder).filter(name => name.endsWith('.deb')))
    execFileSync('dpkg', ['-x', join(folder, file), root])
  return { root }
}

/** Serves an empty mailbox on a free loopback port. `stop` takes the packages away, too. */
export async function serveUnpacked(make: Make, root: string): Promise<Unpacked> {
  const mail = mkdtempSync(join(tmpdir(), 'postbag-mail-'))
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(mail, 'Maildir', name), { recursive: true })
  writeFileSync(join(mail, 'INBOX'), '', { mode: 0o600 })
  const { program, args, env } = make.command(root, mail)
  const running = new Set<ChildProcess>()
  const server = createServer(socket => {
    const child = spawn(program, args, {
      cwd: mail,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    running.add(child)
    bind(socket, child)
    child.once('exit', () => running.delete(child))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    ...{ host: '127.0.0.1', port: (server.address() as { port: number }).port, username: 'reader', password: 'secret' },
    stop: async () => {
      const ends = [...running].map(child => new Promise(resolve => child.once('exit', resolve)))
      for (const child of running) child.kill('SIGKILL')
      await Promise.all(ends)
      await new Promise(resolve => server.close(resolve))
      rmSync(mail, { recursive: true, force: true })
    },
  }
}

/** One ends with the other: imap4d would go on answering a line that is gone. */
function bind(socket: Socket, child: ChildProcess): void {
  socket.on('error', () => {})
  child.stdin!.on('error', () => {})
  socket.pipe(child.stdin!)
  child.stdout!.pipe(socket)
  socket.once('close', () => child.kill('SIGKILL'))
}
