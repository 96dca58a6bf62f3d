// Stands before the demo for a scanner that walks by itself: sends the session along, and keeps it from its own way out.
// (wapiti 3.0.4 has an option to leave addresses out, which fails on Python 3.11.)
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Gate = { url: string; answered: () => number; failed: () => string[]; close: () => Promise<void> }

export async function openGate(origin: string, headers: Record<string, string>, leftOut: string[]): Promise<Gate> {
  let answered = 0
  const failed: string[] = []
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? '/'
    if (leftOut.some(each => path.startsWith(each))) return void outgoing.writeHead(404).end()
    const { host: _, cookie: __, ...sent } = incoming.headers
    const passed = ask(origin + path, { method: incoming.method, headers: { ...sent, ...headers } }, answer => {
      answered++
      if ((answer.statusCode ?? 0) >= 500 && failed.length < 20)
        failed.push(`${incoming.method} ${path}: ${answer.statusCode}`)
      const { 'set-cookie': ___, ...rest } = answer.headers
      outgoing.writeHead(answer.statusCode ?? 502, rest)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered: () => answered,
    failed: () => failed,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
