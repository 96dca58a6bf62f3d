// Hostile text in every field that a stranger or a colleague fills, and every page that shows it, in a real Chromium.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Frame, Page, Request } from 'playwright-core'
import { intakeFor } from '../../src/commands/intake-for-web.ts'
import { readMailOf } from '../../src/commands/read-mail.ts'
import { readConfig } from '../../src/config.ts'
import { recordConsent } from '../../src/desk/consent.ts'
import { hold } from '../../src/desk/decisions.ts'
import { saveDraft } from '../../src/desk/draft.ts'
import { hashPassword } from '../../src/desk/password.ts'
import { amendEntry } from '../../src/feed/index.ts'
import { createReader } from '../../src/mail/pool.ts'
import { createPictureMaker } from '../../src/picture/pool.ts'
import { createFrontDoor } from '../../src/web/app.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import { openPost, type Post, publish, versionOf } from '../post.ts'
import { signIn, visit } from './chromium.ts'
import { payloads } from './payloads.ts'

/** The fields: nine of a mail, five of the desk. */
export const fields =
  'from-name from-address subject text html file-name content-type message-id charset edited-text name place story-title reason'.split(
    ' ',
  )

export type Seen = {
  payloads: number
  /** Alerts, prompts and the like that opened. */
  dialogs: string[]
  /** What reached the canary, or was asked of any other origin. */
  offOrigin: string[]
  /** Scripts without a source, and attributes that begin with `on`, in any document of ours. */
  active: string[]
  /** Refusals by the policy, parted by whether the sandboxed frame of a mail made them. */
  refused: { page: string[]; frame: string[] }
}

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
/** Into a quoted parameter: what cannot stand there is left out. */
const quoted = (text: string) => text.replace(/[\r\n"\\\u0000\u2028]/g, '').replace(/[^\x20-\x7e]/g, '')

function mail(payload: string, number: number): string {
  const bare = quoted(payload)
  return [
    `Message-ID: <${bare.replace(/[<> ]/g, '')}${number}@hostile.example>`,
    `From: ${encoded(payload)} <"${bare}"@hostile.example>`,
    'To: haveyoursay@example.org',
    `Subject: ${encoded(`${number} ${payload}`)}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: multipart/alternative; boundary=c',
    '',
    '--c',
    `Content-Type: text/plain; charset=utf-8; x="${bare}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`It rained all day.\n\n${payload}\n\nAnd then it snowed as well.\n`).toString('base64'),
    '--c',
    `Content-Type: text/html; charset="${number % 2 ? 'utf-8' : bare}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`<p>It rained.</p>${payload}<p>It snowed.</p>`).toString('base64'),
    '--c--',
    '--b',
    `Content-Type: "${bare}"/x; name="${bare}"`,
    `Content-Disposition: attachment; filename*=UTF-8''${encodeURIComponent(payload.toWellFormed())}`,
    '',
    'bytes',
    '--b--',
    '',
  ].join('\r\n')
}

/** A server of ours over a post, and a canary beside it that writes down whoever asks it for anything. */
async function open(post: Post): Promise<{ url: string; canary: string; hits: string[]; close: () => Promise<void> }> {
  const hits: string[] = []
  const canary = createServer((request, response) => {
    hits.push(`canary ${request.url}`)
    response.end()
  })
  const server = createServer()
  for (const each of [canary, server]) await new Promise<void>(resolve => each.listen(0, '127.0.0.1', resolve))
  const port = (of: Server) => (of.address() as AddressInfo).port
  const url = `http://localhost:${port(server)}`
  const { context, keys } = post
  context.now = () => Date.now()
  const config = readConfig({ POSTBAG_DATABASE: ':memory:', POSTBAG_BASE_URL: url, POSTBAG_SECOND_FACTOR: 'optional' })
  const parts = { context, config, keys, intake: intakeFor(context, keys), dev: false, setupToken: '' }
  server.on(
    'request',
    createFrontDoor({
      ...parts,
      assets: await bundleAssets(),
      readMail: readMailOf(context, createPictureMaker()),
      alarm: null,
      startedAt: 0,
    }),
  )
  return {
    ...{ url, canary: `http://127.0.0.1:${port(canary)}`, hits },
    async close() {
      for (const each of [canary, server]) {
        each.closeAllConnections()
        await new Promise(resolve => each.close(resolve))
      }
    },
  }
}

/** Takes the payloads in, each in all of its fields. Two of three are published as they are, the third waits. */
async function fill(post: Post, hostile: string[]): Promise<number[]> {
  const { context, editor } = post
  const numbers = await post.take(hostile.map((payload, at) => mail(payload, at + 1)))
  for (const [at, number] of numbers.entries()) {
    const payload = hostile[at]!
    await recordConsent(context, editor, number, { what: 'publish', answer: 'yes', evidence: payload })
    await recordConsent(context, editor, number, { what: 'name', answer: 'yes', evidence: payload })
    if (at % 3 === 2) {
      await saveDraft(context, editor, number, { name: payload, place: payload, text: payload })
      await hold(context, editor, number, { version: await versionOf(post, number), reason: payload })
      continue
    }
    const id = await publish(post, number, `Before.\n\n${payload}\n\nAfter.`)
    await amendEntry(context, editor.id, id, {
      revision: 1,
      name: payload.slice(0, 60),
      place: payload.slice(0, 60),
      text: payload,
    })
  }
  const texts = { headline: hostile.at(-1)!, standfirst: hostile[0]!, title: hostile[1]! }
  await context.db
    .updateTable('story')
    .set({ title: texts.title.slice(0, 120) })
    .execute()
  return numbers
}

/** Whatever could run in a document: asked of every frame, also of those whose own scripts are forbidden. */
const activeIn = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => [
    ...[...document.querySelectorAll('script:not([src]):not([type="application/ld+json"])')].map(
      each => `script: ${each.textContent}`,
    ),
    ...[...document.querySelectorAll('*')].flatMap(each =>
      [...each.attributes]
        // Values of fields, and words that our own script sets as text: they lead nowhere.
        .filter(
          ({ name }) => !/^(?:value|alt|title|aria-label|data-(?:who|proposed|words|before|use|instead))$/.test(name),
        )
        .filter(({ name, value }) => /^on/i.test(name) || /^\s*(?:javascript|vbscript|data):/i.test(value))
        .map(({ name, value }) => `${each.tagName} ${name}=${value}`),
    ),
  ])

/**
 * Whether the frame of a mail made a refusal: it, a frame within it (no page of ours has one without an address), or its
 * policy, which alone says nothing of frames.
 */
const isOfFrame = (words: string, url: string): boolean =>
  /\/html\/frame$/.test(url) || words.includes("'about:srcdoc'") || words.includes("'frame-src' was not explicitly set")

async function look(page: Page, address: string, seen: Seen, unclean: boolean): Promise<void> {
  await page.goto(address, { waitUntil: 'load' })
  for (const frame of page.frames()) {
    if (unclean && frame !== page.mainFrame()) continue
    for (const found of await activeIn(frame)) seen.active.push(`${address}: ${found}`)
  }
}

/** Which payloads: each so-manieth, from the so-manieth on. All of them take minutes, so they go in parts. */
export type Part = { step: number; from: number }

/** The parts of this run: one of fifteen payloads, or under DRILLS=full six that hold them all. */
export const parts: Part[] =
  process.env.DRILLS === 'full' ? Array.from({ length: 6 }, (_, from) => ({ step: 6, from })) : [{ step: 20, from: 0 }]

/** Renders payloads on every page; `unclean` says that no sanitiser is there. */
export async function renderHostile(browser: Browser, { step, from }: Part, unclean = false): Promise<Seen> {
  const reader = createReader({ threads: 1 })
  const post = await openPost(reader)
  const house = await open(post)
  const hostile = payloads(house.canary).filter((_, at) => at % step === from)
  const seen: Seen = {
    payloads: hostile.length,
    dialogs: [],
    offOrigin: house.hits,
    active: [],
    refused: { page: [], frame: [] },
  }
  const { page, close } = await visit(browser)
  try {
    await post.context.db
      .updateTable('staff')
      .set({ password: await hashPassword('rainy mornings in Ruislip'), role: 'admin' })
      .execute()
    const numbers = await fill(post, hostile)
    await signIn(page, house.url, { email: 'edith@example.org', password: 'rainy mornings in Ruislip' })
    page.on('dialog', dialog => {
      seen.dialogs.push(`${page.url()}: ${dialog.message()}`)
      void dialog.dismiss()
    })
    const elsewhere = (request: Request) => {
      const { origin, protocol } = new URL(request.url())
      if (origin !== house.url && protocol !== 'data:' && protocol !== 'about:') seen.offOrigin.push(request.url())
    }
    page.on('requestfinished', elsewhere)
    // What the browser itself refused was never sent, though Chromium announces it: then the reason is a word of its own
    // (`csp`, `origin` …) and not a fault of the net. The canary, which would have heard of it, has the last word.
    page.on('requestfailed', request => /^(?:net::|$)/.test(request.failure()?.errorText ?? '') && elsewhere(request))
    page.on('console', message => {
      if (!/Content Security Policy|Trusted ?Type|sandboxed/i.test(message.text())) return
      const where = isOfFrame(message.text(), message.location().url) ? 'frame' : 'page'
      seen.refused[where].push(`${page.url()}: ${message.text()}`)
    })
    for (const path of await pagesOf(post, numbers)) await look(page, house.url + path, seen, unclean)
  } finally {
    await close()
    await house.close()
    await post.remove()
    await reader.close()
  }
  return seen
}

async function pagesOf(post: Post, numbers: number[]): Promise<string[]> {
  const people = await post.context.db.selectFrom('contributor').select('id').limit(5).execute()
  const pages = ['', '/html']
  const lists = ['waiting', 'held', 'approved'].map(view => `/s/strike/queue?view=${view}`)
  return [
    ...lists,
    ...[
      '/s/strike/live',
      '/live/strike',
      '/embed/strike',
      '/stories',
      '/stories/strike',
      '/people',
      '/admin/audit',
      '/admin/access',
      '/routing',
    ],
    ...people.map(({ id }) => `/people/${id}`),
    ...numbers.slice(0, 10).map(number => `/s/strike/submissions/${number}/why`),
    ...numbers.flatMap(number => pages.map(more => `/s/strike/submissions/${number}${more}`)),
  ]
}
