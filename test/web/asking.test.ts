import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readAsking } from '../../src/web/asking.ts'

const names = ['authorization', 'origin', 'accept-encoding', 'if-none-match', 'if-modified-since'] as const

test('what is read from the raw headers is what Node reads, and a header that comes twice is left to Node', async () => {
  const seen: { asking: ReturnType<typeof readAsking>; headers: Record<string, unknown> }[] = []
  const server = createServer((request, response) => {
    seen.push({ asking: readAsking(request.rawHeaders), headers: request.headers })
    response.end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const name = fc.constantFrom(...names, 'If-None-Match', 'ORIGIN', 'Accept-Encoding', 'x-other', 'content-range')
  const header = fc.tuple(name, fc.constantFrom('"a", "b"', 'gzip', 'W/"x"', 'https://elsewhere.example', 'x'))
  const requests = fc.sample(fc.array(header, { maxLength: 7 }), { numRuns: 200, seed: 9110 })
  for (const headers of requests)
    await new Promise<void>((resolve, reject) => {
      const asked = send({ port, host: '127.0.0.1', headers: ['Host', 'x', ...headers.flat()] }, answer => {
        answer.resume().on('end', resolve)
      })
      asked.on('error', reject).end()
    })
  server.close()
  expect(seen).toHaveLength(200)
  for (const [at, { asking, headers }] of seen.entries()) {
    const told = requests[at]!.map(([name]) => name.toLowerCase()).filter(name => names.includes(name as never))
    const twice = new Set(told).size < told.length
    expect(asking === null).toBe(twice)
    if (asking) expect(asking).toEqual(Object.fromEntries(names.map(each => [each, headers[each]])))
  }
})
