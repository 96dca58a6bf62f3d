// Whatever is attached, nothing of it runs in a moderator's browser: as a page, as a script, as a frame, as a picture.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { readMessage } from '../../src/mail/read.ts'
import { compress } from '../../src/store/index.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { startChromium } from './chromium.ts'
import { openQueue } from './queue-page.ts'
import { testWithChromium } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk
beforeAll(async () => {
  browser = await startChromium()
  desk = await openQueueDesk({ emails: 1 })
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const mark = 'document.title="ran";window.ran=1;alert(1)'
const files: [name: string, type: string, bytes: string][] = [
  ['a.html', 'text/html', `<script>${mark}</script><img src=x onerror='${mark}'>`],
  ['b.svg', 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" onload='${mark}'><script>${mark}</script></svg>`],
  [
    'c.xml',
    'text/xml',
    `<?xml-stylesheet href="data:text/xml,x"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${mark}</x:script>`,
  ],
  ['d.pdf', 'application/pdf', `%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj`],
  ['e.js', 'text/javascript', mark],
  ['f.gif', 'image/gif', `GIF89a/*\x01\x00\x80\x00\x00*/=1;${mark}`],
  ['g.jpg', 'image/jpeg', `<html><script>${mark}</script>`],
  ['h.xhtml', 'application/xhtml+xml', `<html xmlns="http://www.w3.org/1999/xhtml"><script>${mark}</script></html>`],
]

testWithChromium(
  'attachments of html, svg, xml, pdf, script and polyglots run no script in Chromium, whichever way they are opened [T11] [ASVS 5.3.2]',
  async () => {
    const parts = files.map(
      ([name, type, bytes]) =>
        `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes, 'latin1').toString('base64')}`,
    )
    const raw = Buffer.from(
      `From: a@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('\r\n')}\r\n--b--\r\n`,
    )
    expect((await readMessage(raw)).attachments).toHaveLength(files.length)
    const { db } = desk.context
    await db
      .insertInto('raw')
      .values({ id: 'r', sha256: 'r', size: raw.length, bytes: compress(raw), kept_at: 0 })
      .execute()
    const { number } = await db
      .updateTable('submission')
      .set({ raw_id: 'r' })
      .returning('number')
      .executeTakeFirstOrThrow()
    const queue = await openQueue(browser, desk)
    const { page } = queue
    const dialogs: string[] = []
    page.on('dialog', dialog => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    const at = `${desk.url}/s/strike/submissions/${number}`
    for (const [position, [name]] of files.entries())
      for (const address of [`${at}/attachments/${position}`, `${at}/pictures/${position}`]) {
        // As a page: a download, or an answer in words.
        const coming = page.waitForEvent('download').catch(() => null)
        const answer = await page.goto(address).catch(() => null)
        if (address.includes('/attachments/')) {
          const download = await coming
          expect([name, download !== null && answer === null]).toEqual([name, true])
          expect(readFileSync(await download!.path()).toString('latin1')).toBe(files[position]![2])
        } else
          expect([name, answer?.status(), answer?.headers()['content-type']]).toEqual([
            name,
            422,
            'application/problem+json; charset=utf-8',
          ])
        expect([name, await page.evaluate('window.ran'), await page.title()]).not.toContain(1)
      }
    // From our own page: as a script, a frame, an object, a picture.
    await page.goto(`${at}`)
    const ran = await page.evaluate(
      async addresses => {
        for (const address of addresses)
          for (const [tag, name] of [
            ['script', 'src'],
            ['iframe', 'src'],
            ['object', 'data'],
            ['embed', 'src'],
            ['img', 'src'],
          ] as const) {
            const element = document.createElement(tag)
            try {
              element.setAttribute(name, address)
            } catch {
              // Trusted Types refuse the address of a script before anything is asked for.
              continue
            }
            const settled = new Promise(resolve => {
              element.onload = resolve
              element.onerror = resolve
              setTimeout(resolve, 300)
            })
            document.body.append(element)
            await settled
          }
        return (window as { ran?: number }).ran ?? 0
      },
      files.map((_, position) => `${at}/attachments/${position}`),
    )
    expect(ran).toBe(0)
    expect(dialogs).toEqual([])
    await queue.close()
  },
  120_000,
)
