// Nothing that a mail names is asked for: neither while it is read nor while its HTML is made fit to be shown.
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createPlain, Socket } from 'node:net'
import { afterEach, expect, jest, test } from '@jest/globals'
import { htmlView } from '../../src/mail/html-view.ts'
import { readMessage } from '../../src/mail/read.ts'
import { payloads } from '../browser/payloads.ts'

afterEach(() => {
  jest.restoreAllMocks()
})

/** Fields and parts by which a mail may ask a program to fetch or to tell somebody something. */
const message = (payload: string, canary: string, number: number) =>
  [
    `From: "${number}" <${number}@hostile.example>`,
    `Disposition-Notification-To: <read@${canary.slice(7)}>`,
    `List-Unsubscribe: <${canary}/unsubscribe/${number}>`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    `X-Image-URL: ${canary}/face/${number}`,
    `Content-Base: ${canary}/base/`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    `Content-Location: ${canary}/location/${number}`,
    '',
    `<p>Hello</p>${payload.replaceAll('\0', '')}<img src="${canary}/pixel/${number}" width=1 height=1>`,
    '--b',
    `Content-Type: message/external-body; access-type=URL; URL="${canary}/external/${number}"`,
    '',
    'Content-Type: image/jpeg',
    '',
    '--b--',
    '',
  ].join('\r\n')

test('five hundred hostile mails are read and made fit to be shown: no connection is made, and what is shown asks for none [T12]', async () => {
  const asked: string[] = []
  const canary = createServer((request, response) => {
    asked.push(String(request.url))
    response.end()
  })
  const plain = createPlain(socket => {
    asked.push('a connection')
    socket.destroy()
  })
  for (const each of [canary, plain]) await new Promise<void>(resolve => each.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`
  const all = payloads(url)
  // Any connection at all, to whatever name: the name would be looked up first.
  const connecting = jest.spyOn(Socket.prototype, 'connect')
  for (let number = 0; number < 500; number++) {
    const raw = Buffer.from(message(all[number % all.length]!, url, number))
    await readMessage(raw)
    const shown = (await htmlView(raw)) ?? ''
    expect(shown.replace(/<a href="[^"]*" rel="noopener noreferrer nofollow ugc" target="_blank">/g, '')).not.toMatch(
      /<(?!\/?(?:p|br|b|i|em|strong|a|blockquote|ul|ol|li)\b)|<\w+ (?!\/>)/,
    )
  }
  expect(connecting).not.toHaveBeenCalled()
  expect(asked).toEqual([])
  for (const each of [canary, plain]) await new Promise(resolve => each.close(resolve))
}, 120_000)
