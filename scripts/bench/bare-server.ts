// The yardstick: bare node:http with the same bytes in a buffer, 304 for the same ETag, and nothing else.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

const bytes = readFileSync(process.argv[2]!)
const etag = '"bare"'
const packed = gzipSync(bytes, { level: 9 })
const headers = { 'Content-Type': 'application/atom+xml', 'Content-Length': bytes.length, ETag: etag }

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ETag: etag })
    response.end()
    return
  }
  if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    response.writeHead(200, { ...headers, 'Content-Length': packed.length, 'Content-Encoding': 'gzip' })
    response.end(packed)
    return
  }
  response.writeHead(200, headers)
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(
    `Bare server is at http://127.0.0.1:${(server.address() as AddressInfo).port} (Ctrl-C stops it)\n`,
  )
})
