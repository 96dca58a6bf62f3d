// Everything that anyone may read: kept as finished bytes, keyed by the version of the rows they were made of. A
// request that finds them costs a look into a map; no framework, no session and no cookie is on that path.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../config.ts'
import { findPublicStory } from '../feed/index.ts'
import { sha256 } from '../id.ts'
import { type Installation, type Row, readInstallation } from '../store/index.ts'
import { readAsking } from './asking.ts'
import { answerConsumer } from './consumer.ts'
import { type Coded, type Coding, codingChooser, type Document, encode, send } from './document.ts'
import { createFeedEvents } from './feed-events.ts'
import { feedPolicy } from './headers.ts'
import type { DocumentPlan, PublicParts } from './material.ts'
import { downDocument, missingDocument, movedDocument } from './public.ts'
import { planFor } from './public-plan.ts'

export type Published = {
  /** Answers at once from memory; false when it cannot, and then nothing was sent. */
  answerFromMemory: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Answers any public address. */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Raised whenever a serialiser or a public view changes what it writes for the same rows. */
const serialiserVersion = 3
/** Another process may have committed something: look at the version again after so many milliseconds. */
const trustFor = 250
/** While somebody looks, all others get what is there, for no longer than this. */
const trustWhileLooking = 500
const mostDocuments = 500

/** `version` is that of the rows it was made of. */
type Kept = {
  key: string
  document: Document
  version: string
  coded: Map<Coding, Coded>
  generation: number
  checkedAt: number
}

export function createPublished(parts: PublicParts): Published {
  const { context } = parts
  const kept = new Map<string, Kept>()
  const loading = new Map<string, Promise<Kept>>()
  const common = commonHeaders(parts.config)
  const events = createFeedEvents(parts, common)
  const codingFor = codingChooser()
  let generation = 0
  context.signal.onWake(() => generation++)

  const isCurrent = (found: Kept, within = trustFor) =>
    found.generation === generation && Math.abs(context.now() - found.checkedAt) < within

  // Called for every request there is, so it looks at as little as it can.
  function answerFromMemory(request: IncomingMessage, response: ServerResponse): boolean {
    const found = kept.get(request.url!)
    if (found === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    if (!isCurrent(found) && !(loading.has(found.key) && isCurrent(found, trustWhileLooking))) return false
    const asking = readAsking(request.rawHeaders)
    if (asking === null || asking.authorization !== undefined) return false
    const coded = found.coded.get(codingFor(asking))
    if (coded === undefined) return false
    send(request.method, asking, response, coded)
    return true
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const plan = planFor(request)
    if (plan?.kind === 'events') return events.open(plan, request, response)
    if (plan?.kind === 'format') return sendFormat(response, plan.to)
    if (plan?.since !== undefined && request.headers.authorization !== undefined)
      return answerConsumer(parts, { ...plan, since: plan.since }, request, response)
    const found = plan ? await current(plan) : await missing(request.url)
    const coding = codingFor(request.headers)
    let coded = found.coded.get(coding)
    if (!coded) {
      coded = await encode(found.document, coding, common)
      found.coded.set(coding, coded)
    }
    send(request.method, request.headers, response, coded)
  }

  function sendFormat(response: ServerResponse, to: string): void {
    const headers = { ...common, 'Content-Security-Policy': feedPolicy, 'Cache-Control': 'public, max-age=300' }
    response.writeHead(302, { ...headers, Location: to, Vary: 'Accept' }).end()
  }

  const missing = async (path: string | undefined) => ({
    document: await missingDocument(parts, path),
    coded: new Map<Coding, Coded>(),
  })

  async function current(plan: DocumentPlan): Promise<Kept> {
    const found = kept.get(plan.key)
    if (found && isCurrent(found)) return found
    const busy = loading.get(plan.key)
    if (busy) return busy
    const work = load(plan, found).finally(() => loading.delete(plan.key))
    loading.set(plan.key, work)
    return work
  }

  /** Looks at the version of the rows; makes the document again only when it is another. */
  async function load(plan: DocumentPlan, before: Kept | undefined): Promise<Kept> {
    const stamp = { generation, checkedAt: context.now() }
    const found = await findPublicStory(context.db, plan.slug)
    if (!found || 'moved' in found) {
      const document = found ? movedDocument(plan, found.moved) : await missingDocument(parts, plan.key)
      return { key: plan.key, document, version: '', coded: new Map(), ...stamp }
    }
    const { story } = found
    if (story.stopped === 'down') {
      const document = await downDocument(parts, story, plan.key)
      return keep({ key: plan.key, document, version: `down.${story.page_seq}`, coded: new Map(), ...stamp })
    }
    const version = versionOf(story, await readInstallation(context.db), parts)
    if (before?.version === version) return keep({ ...before, ...stamp })
    const made = await plan.build({ ...parts, story, version, modifiedAt: story.updated_at })
    const document = made ?? (await missingDocument(parts, plan.key))
    return keep({ key: plan.key, document, version, coded: new Map(), ...stamp })
  }

  function keep(made: Kept): Kept {
    kept.delete(made.key)
    kept.set(made.key, made)
    for (const oldest of kept.keys()) {
      if (kept.size <= mostDocuments) break
      kept.delete(oldest)
    }
    return made
  }

  return { answerFromMemory, answer }
}

/** The story's feed sequence and page sequence, and a short hash of all else that shapes its documents. */
function versionOf(story: Row<'story'>, installation: Installation, { config, assets }: PublicParts): string {
  const shape = [serialiserVersion, story, installation, config.baseUrl, [...assets.files.keys()]]
  return `${story.feed_seq}.${story.page_seq}.${sha256(JSON.stringify(shape)).slice(0, 10)}`
}

/** Headers of every public answer (SECURITY: feeds and public pages set and read no cookie, and may be embedded). */
const commonHeaders = (config: Config): Record<string, string> => ({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  ...(config.baseUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
})
