// The demo's own IMAP server (hoodiecrow-imap), on loopback, with what it holds kept as files so that it outlives a run.
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo, Server, Socket } from 'node:net'
import { join } from 'node:path'

type Hoodiecrow = {
  server: Server
  appendMessage: (folder: string, flags: string[], internalDate: Date, raw: string) => { message: { uid: number } }
}

type Options = {
  plugins: string[]
  users: Record<string, { password: string }>
  storage: Record<string, { uidvalidity?: number; messages?: { uid: number; internaldate: Date; raw: string }[] }>
}

const hoodiecrow: (options: Options) => Hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap')

export type MailServer = {
  port: number
  /** Puts a message into INBOX; clients that idle are told at once. */
  deliver: (raw: Buffer, at: number) => void
  /** How many messages INBOX holds. */
  count: () => number
  close: () => Promise<void>
}

/** Starts the server with the messages of `folder`: files named `UID.eml`, whose time is when they came. */
export async function startMailServer(folder: string, user: string, password: string): Promise<MailServer> {
  mkdirSync(folder, { recursive: true })
  const messages = readdirSync(folder)
    .filter(name => /^\d+\.eml$/.test(name))
    .map(name => ({
      uid: Number.parseInt(name, 10),
      internaldate: statSync(join(folder, name)).mtime,
      raw: readFileSync(join(folder, name), 'latin1'),
    }))
    .sort((one, other) => one.uid - other.uid)
  let held = messages.length
  const imap = hoodiecrow({
    plugins: ['ID', 'IDLE', 'NAMESPACE', 'UNSELECT', 'LITERALPLUS'],
    users: { [user]: { password } },
    storage: { INBOX: { uidvalidity: 20160426, messages }, '': {} },
  })
  const sockets = new Set<Socket>()
  imap.server.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    imap.server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (imap.server.address() as AddressInfo).port,
    deliver(raw, at) {
      const { message } = imap.appendMessage('INBOX', [], new Date(at), raw.toString('latin1'))
      const file = join(folder, `${message.uid}.eml`)
      writeFileSync(file, raw)
      utimesSync(file, at / 1000, at / 1000)
      held++
    },
    count: () => held,
    close: () =>
      new Promise(resolve => {
        imap.server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
