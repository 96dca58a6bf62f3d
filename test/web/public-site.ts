// The public side on a loopback port, without the desk: what readers and their programs meet.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readConfig } from '../../src/config.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import { createPublished } from '../../src/web/published.ts'
import type { TestContext } from '../context.ts'

export async function publicSite(context: TestContext) {
  const config = readConfig({ POSTBAG_BASE_URL: 'https://live.example.org' })
  const published = createPublished({ context, config, assets: await bundleAssets(), dev: false })
  const server = createServer((request, response) => {
    if (!published.answerFromMemory(request, response)) void published.answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    get: (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`${url}${path}`, { headers, method, redirect: 'manual' }),
    close: () => {
      server.closeAllConnections()
      return new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
