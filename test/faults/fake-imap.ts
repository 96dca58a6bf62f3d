// A mail server that says what the test tells it to, and remembers what it was told.
import { createServer, type Socket } from 'node:net'

export type FakeServer = {
  port: number
  /** Every line that came, without its end. */
  heard: string[]
  /** When each connection was made, epoch milliseconds. */
  connected: number[]
  messages: Map<number, string>
  stop: () => Promise<void>
}

export type Command = { tag: string; name: string; rest: string; socket: Socket; say: (line: string) => void }

type Script = {
  /** null: silence. */
  greeting?: string | null
  capability?: string
  permanentFlags?: string
  uidvalidity?: number
  messages?: Map<number, string>
  /** Answers true when it has dealt with the command; else the ordinary answer follows. */
  on?: (command: Command) => boolean | undefined
}

const date = '26-Apr-2016 07:50:00 +0000'

/** Starts a server on a free loopback port. */
export async function startFake(script: Script = {}): Promise<FakeServer> {
  const messages = script.messages ?? new Map()
  const heard: string[] = []
  const connected: number[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    connected.push(Date.now())
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    const say = (line: string) => void socket.write(`${line}\r\n`)
    if (script.greeting !== null) say(script.greeting ?? '* OK ready')
    let text = ''
    socket.on('data', bytes => {
      text += bytes.toString('latin1')
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end)
        text = text.slice(end + 2)
        heard.push(line)
        const [tag = '', first = '', ...others] = line.split(' ')
        const uid = first.toUpperCase() === 'UID'
        const name = (uid ? `UID ${others.shift()}` : first).toUpperCase()
        const command = { tag, name, rest: others.join(' '), socket, say }
        if (!script.on?.(command)) answer(command, { ...script, messages })
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    ...{ heard, connected, messages },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function answer({ tag, name, rest, socket, say }: Command, script: Script & { messages: Map<number, string> }): void {
  const ok = () => say(`${tag} OK done`)
  if (tag === 'DONE') return say('idle OK done')
  if (name === 'CAPABILITY') say(`* CAPABILITY ${script.capability ?? 'IMAP4rev1'}`)
  if (name === 'LIST') say('* LIST () "/" INBOX')
  if (name === 'SELECT' || name === 'EXAMINE') {
    say(`* ${script.messages.size} EXISTS`)
    say(`* OK [UIDVALIDITY ${script.uidvalidity ?? 7}] ok`)
    say(`* OK [PERMANENTFLAGS (${script.permanentFlags ?? '\\Seen \\*'})] ok`)
  }
  if (name === 'UID SEARCH') say(`* SEARCH ${[...script.messages.keys()].join(' ')}`)
  if (name === 'UID FETCH') {
    const [set = '', ...items] = rest.split(' ')
    const uids = [...script.messages.keys()]
    for (const [at, uid] of uids.entries())
      if (inSet(set, uid)) say(fetched(at + 1, uid, script.messages.get(uid)!, items.join(' ')))
  }
  if (name === 'LOGOUT') say('* BYE')
  ok()
  if (name === 'LOGOUT') socket.end()
}

/** The untagged answer about one message. */
export function fetched(sequence: number, uid: number, message: string, items: string): string {
  if (!/BODY/i.test(items))
    return `* ${sequence} FETCH (UID ${uid} RFC822.SIZE ${message.length} INTERNALDATE "${date}")`
  return `* ${sequence} FETCH (UID ${uid} BODY[] {${message.length}}\r\n${message})`
}

export const inSet = (set: string, uid: number): boolean =>
  set.split(',').some(part => {
    const [low, high = low] = part.split(':').map(Number)
    return uid >= low! && uid <= high!
  })
