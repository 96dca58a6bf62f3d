// /feeds/:story/events: a stream of a story's changes (server-sent events), resumable, and capped, so that readers
// never take the connections that the desk needs.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Change, findPublicStory, readChanges, tagOf } from '../feed/index.ts'
import { readInstallation } from '../store/index.ts'
import { feedPolicy } from './headers.ts'
import type { EventsPlan, PublicParts } from './material.ts'

/** Streams open at once, over all stories. */
export const mostStreams = 200
/** A comment this often (ms) keeps proxies from closing a quiet stream. */
const pingEvery = 15_000
/** Looks this often (ms) for what other processes have published. */
const lookEvery = 1_000

type Stream = { storyId: string; seq: number; response: ServerResponse; tag: (id: string) => string }

export function createFeedEvents({ context }: PublicParts, common: Record<string, string>) {
  const streams = new Set<Stream>()
  let timers: NodeJS.Timeout[] = []
  let pumping = false
  let again = false
  context.signal.onWake(() => void pump())

  /** Brings every stream up to date; calls while it runs join into one more round. */
  function pump(): void {
    if (streams.size === 0) return
    again = true
    if (pumping) return
    pumping = true
    round()
      .catch(error => context.log.error({ error }, 'a stream of changes could not be read'))
      .finally(() => {
        pumping = false
      })
  }

  async function round(): Promise<void> {
    while (again) {
      again = false
      for (const storyId of new Set([...streams].map(stream => stream.storyId))) await bringUp(storyId)
    }
  }

  async function bringUp(storyId: string): Promise<void> {
    const own = [...streams].filter(stream => stream.storyId === storyId)
    const changes = await readChanges(context.db, storyId, Math.min(...own.map(stream => stream.seq)))
    for (const stream of own) tell(stream, changes)
    if (changes.length > 0) again = true
  }

  function tell(stream: Stream, changes: Change[]): void {
    const news = changes.filter(change => change.seq > stream.seq)
    if (news.length === 0) return
    stream.seq = news.at(-1)!.seq
    stream.response.write(news.map(change => eventText(change, stream.tag)).join(''))
  }

  function leave(stream: Stream): void {
    streams.delete(stream)
    if (streams.size > 0) return
    for (const timer of timers) clearInterval(timer)
    timers = []
  }

  async function open(plan: EventsPlan, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const plainText = { ...common, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': feedPolicy }
    const found = await findPublicStory(context.db, plan.slug)
    if (!found) return void response.writeHead(404, plainText).end('There is no such story.\n')
    if ('moved' in found)
      return void response.writeHead(301, { ...plainText, Location: `/feeds/${found.moved}/events` }).end()
    if (found.story.stopped === 'down')
      return void response
        .writeHead(503, { ...plainText, 'Cache-Control': 'no-store', 'Retry-After': '60' })
        .end(`${found.story.stopped_words}\n`)
    if (streams.size >= mostStreams)
      return void response
        .writeHead(503, { ...plainText, 'Retry-After': '30' })
        .end('Too many streams are open. Read changes.json instead, or try again later.\n')
    const installation = await readInstallation(context.db)
    const { story } = found
    response.writeHead(200, {
      ...common,
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Content-Security-Policy': feedPolicy,
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    })
    if (request.method === 'HEAD') return void response.end()
    response.write('retry: 5000\n: open\n\n')
    const stream = {
      storyId: story.id,
      seq: Math.min(plan.since ?? story.feed_seq, story.feed_seq),
      response,
      tag: (id: string) => tagOf(installation, 'entry', id),
    }
    streams.add(stream)
    response.on('close', () => leave(stream))
    if (timers.length === 0)
      timers = [setInterval(pump, lookEvery).unref(), setInterval(() => ping(streams), pingEvery).unref()]
    pump()
  }

  return { open }
}

function ping(streams: Iterable<Stream>): void {
  for (const { response } of streams) response.write(': ping\n\n')
}

/** Ids and numbers only; the words are fetched from changes.json, so that none is sent that was withdrawn meanwhile. */
const eventText = ({ seq, type, id, revision }: Change, tag: (id: string) => string) =>
  `id: ${seq}\nevent: change\ndata: ${JSON.stringify({ seq, type, id: tag(id), revision })}\n\n`
