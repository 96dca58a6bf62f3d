// Sends the log on, line by line over TLS, to a system of its own: what an intruder here does is kept elsewhere.
import { connect, type TLSSocket } from 'node:tls'

/** So many lines wait while the server is away; the oldest go, and how many is told. */
const mostWaiting = 10_000
const firstWait = 500
const longestWait = 30_000

export type LogServer = { write: (line: string) => void; end: () => Promise<void> }

export type LogServerSettings = { server: string; ca?: string; waits?: { first: number; longest: number } }

/**
 * Lines of JSON to `host:port`, as log collectors take them. The certificate is checked (NODE_EXTRA_CA_CERTS names an
 * authority of one's own). Never throws, never blocks and never keeps the process alive.
 */
export function createLogServer({ server, ca, waits }: LogServerSettings): LogServer {
  const [, host = '', port] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(server) ?? []
  const waiting: string[] = []
  let [lost, wait, ended] = [0, waits?.first ?? firstWait, false]
  let socket: TLSSocket | null = null
  let again: NodeJS.Timeout | undefined

  const drain = () => {
    if (!socket?.authorized) return
    if (lost > 0)
      waiting.unshift(`${JSON.stringify({ level: 40, count: lost, msg: 'log lines were lost on their way' })}\n`)
    lost = 0
    while (waiting.length > 0 && socket.writable && !socket.writableNeedDrain) socket.write(waiting.shift()!)
  }
  const open = () => {
    const made = connect({ host, port: Number(port), servername: /[a-z]/i.test(host) ? host : undefined, ca })
    made.unref()
    made.on('secureConnect', () => {
      socket = made
      wait = waits?.first ?? firstWait
      drain()
    })
    made.on('drain', drain)
    made.on('error', () => {})
    // What the server says is read and thrown away, so that its end is noticed.
    made.resume()
    made.on('close', () => {
      socket = null
      if (ended) return
      again = setTimeout(open, wait)
      again.unref()
      wait = Math.min(wait * 2, waits?.longest ?? longestWait)
    })
  }
  open()

  return {
    write(line) {
      waiting.push(line)
      while (waiting.length > mostWaiting) {
        waiting.shift()
        lost += 1
      }
      drain()
    },
    end() {
      ended = true
      clearTimeout(again)
      return new Promise(resolve => (socket ? socket.end(() => resolve()) : resolve()))
    },
  }
}
