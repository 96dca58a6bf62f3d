// A private Dovecot on a free loopback port for measuring, with messages put straight into its Maildir.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export const hasDovecot = () => spawnSync('sh', ['-c', 'command -v dovecot']).status === 0

export const freePort = (): Promise<number> =>
  new Promise(found => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => found(port))
    })
  })

/** Writes a Maildir below `folder`, hands it to an ordinary user and serves it. Account: `reader`, `secret`. */
export async function serveMaildir(folder: string, messages: Iterable<Buffer>) {
  for (const name of ['run', 'index', 'Maildir/cur', 'Maildir/new', 'Maildir/tmp'])
    mkdirSync(join(folder, name), { recursive: true })
  let count = 0
  for (const raw of messages)
    writeFileSync(
      join(folder, 'Maildir/new', `${1767225600 + count}.M${count++}.bench`),
      raw.toString('latin1').replaceAll('\r\n', '\n'),
      'latin1',
    )
  const root = process.getuid?.() === 0
  const id = (flag: string) =>
    execFileSync('id', root ? [flag, 'nobody'] : [flag])
      .toString()
      .trim()
  const user = { uid: id('-u'), gid: id('-g'), name: id('-un'), group: id('-gn') }
  const port = await freePort()
  writeFileSync(join(folder, 'passwd'), `reader:{PLAIN}secret:${user.uid}:${user.gid}::${folder}::\n`)
  writeFileSync(join(folder, 'dovecot.conf'), configuration(folder, port, user))
  if (root) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, folder])
  const as = root ? ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []
  const [program, ...args] = [...as, 'dovecot', '-F', '-c', join(folder, 'dovecot.conf')]
  const server = spawn(program!, args, { cwd: folder, stdio: 'ignore' })
  const end = () => void server.kill('SIGTERM')
  process.once('exit', end)
  for (let attempt = 0; !(await answers(port)); attempt++) {
    if (attempt === 100) {
      server.kill('SIGTERM')
      throw new Error(`Dovecot does not start: see ${folder}/dovecot.log`)
    }
    await pause(100)
  }
  return {
    port,
    pid: server.pid!,
    /** Who the files of the Maildir must belong to. */
    owner: { uid: Number(user.uid), gid: Number(user.gid) },
    maildir: join(folder, 'Maildir'),
    async stop() {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      process.off('exit', end)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise(answer => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => {
      socket.destroy()
      answer(true)
    })
    socket.once('error', () => answer(false))
  })

const configuration = (
  folder: string,
  port: number,
  user: { uid: string; gid: string; name: string; group: string },
) => `
base_dir = ${folder}/run
state_dir = ${folder}/run
protocols = imap
listen = 127.0.0.1
log_path = ${folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
default_login_user = ${user.name}
default_internal_user = ${user.name}
default_internal_group = ${user.group}
first_valid_uid = ${user.uid}
mail_uid = ${user.uid}
mail_gid = ${user.gid}
mail_home = ${folder}
mail_location = maildir:${folder}/Maildir:INDEX=${folder}/index
mail_max_userip_connections = 100
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
    port = 0
  }
}
service anvil {
  chroot =
}
`
