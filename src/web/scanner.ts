// The hook for a virus scanner: a daemon that speaks clamd's INSTREAM over TCP or a socket file. Off unless configured.
import { connect } from 'node:net'

export type Scanned = { clean: true } | { clean: false; found: string } | { clean: null; why: string }

const patience = 30_000
const chunk = 64 * 1024

/** Where the scanner listens: `host:port`, or the path of a socket. */
const addressOf = (scanner: string) => {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(scanner) ?? []
  return host ? { host, port: Number(port) } : { path: scanner }
}

/** Asks about a file. Never rejects: `clean: null` means that nobody could say. */
export function scan(scanner: string, bytes: Uint8Array): Promise<Scanned> {
  return new Promise(resolve => {
    const socket = connect(addressOf(scanner))
    let answer = ''
    const settle = (result: Scanned) => {
      resolve(result)
      socket.destroy()
    }
    socket.setTimeout(patience, () => settle({ clean: null, why: 'The virus scanner did not answer in time.' }))
    socket.on('error', () => settle({ clean: null, why: 'The virus scanner could not be reached.' }))
    socket.on('data', piece => {
      if (answer.length < 1000) answer += piece.toString('latin1')
    })
    socket.on('close', () => settle(readAnswer(answer)))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += chunk) {
        const piece = bytes.subarray(at, at + chunk)
        const size = Buffer.alloc(4)
        size.writeUInt32BE(piece.length)
        socket.write(size)
        socket.write(piece)
      }
      socket.write(Buffer.alloc(4))
    })
  })
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, or a word about what went wrong. */
function readAnswer(answer: string): Scanned {
  const words = answer.replace(/\0/g, '').trim()
  if (/: OK$/.test(words)) return { clean: true }
  const found = /: (.{1,200}) FOUND$/.exec(words)
  if (found) return { clean: false, found: found[1]!.replace(/[^\w.:-]/g, '') }
  return { clean: null, why: 'The virus scanner could not say.' }
}
