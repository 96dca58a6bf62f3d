// A page with holes in it, on purpose: a scanner that does not find them proves nothing about us.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'

export type Planted = { url: string; close: () => Promise<void> }

/** Serves `/`, with a form whose answer runs what was typed, and `/letters?number=1`, whose SQL is built of text. */
export async function plantHoles(): Promise<Planted> {
  const database = new DatabaseSync(':memory:')
  database.exec("create table letter (number integer, words text); insert into letter values (1, 'a'), (2, 'b')")
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    if (url.pathname === '/letters') {
      try {
        const rows = database.prepare(`select words from letter where number = ${url.searchParams.get('number')}`).all()
        response.end(`<p>${rows.map(row => row.words).join(', ')}</p>`)
      } catch (error) {
        response.statusCode = 500
        response.end(`<p>SQLite3::SQLException: ${(error as Error).message}</p>`)
      }
    } else if (url.pathname === '/hello') response.end(`<p>Hello ${url.searchParams.get('name') ?? ''}</p>`)
    else
      response.end(
        '<a href="/letters?number=1">Letters</a><form action="/hello" method="get"><input name="name"><button>Go</button></form>',
      )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      database.close()
    },
  }
}
