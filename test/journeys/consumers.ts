// Everyone who takes a story's feed, at a real Postbag: readers of pages, feeds, events and changes, an export folder
// kept current, a webhook and a hub. Knows what each of them holds.
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOpen, type House } from '../../src/commands/house.ts'
import { serve } from '../../src/commands/serve.ts'
import { addStory } from '../../src/desk/stories.ts'
import { addWebhook, feedEndings, scheduleEntry } from '../../src/feed/index.ts'
import { newId } from '../../src/id.ts'
import { commit } from '../../src/store/index.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import { type SiteState, writeSite } from '../../src/web/static-site.ts'
import { eventually } from '../eventually.ts'

export type Consumers = {
  house: House
  origin: string
  storyId: string
  /** While false the webhook and the hub answer 503. */
  up: { yes: boolean }
  /** Puts an approved email into the story, due at once; answers the entry's id. */
  approve: (text: string) => Promise<string>
  /** For each way out: whether readers there are given the words. Ways told of a change only once say what they were last told. */
  holding: (words: string, id: string) => Promise<Record<string, boolean>>
  /** Waits until every way out agrees; answers the milliseconds that each took. */
  untilAll: (words: string, id: string, there: boolean) => Promise<Record<string, number>>
}

/** Opens it for `work` and closes it whatever happens. */
export async function withConsumers(work: (consumers: Consumers) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-consumers-'))
  const open = createOpen({
    POSTBAG_DATABASE: join(folder, 'postbag.db'),
    POSTBAG_PORT: '0',
    POSTBAG_LOG_LEVEL: 'silent',
    POSTBAG_SECOND_FACTOR: 'optional',
  })
  try {
    await open(async house => {
      const added = await addStory(house.context, 'system', { slug: 'strike', title: 'Strike', graceSeconds: 0 })
      if (!added.ok) throw new Error(JSON.stringify(added.faults))
      const serving = await serve(house, { only: 'web' })
      const told = await openTold()
      const events = await followEvents(serving.url!)
      const exporting = await startExport(house, serving.url!, join(folder, 'site'))
      try {
        const { context } = house
        const storyId = added.story.id
        for (const kind of ['webhook', 'hub'] as const)
          await addWebhook(context, house.keys(), 'system', { name: kind, url: `${told.url}${kind}`, storyId, kind })
        const own = { house, origin: serving.url!, storyId, up: told.up }
        const holding = (words: string, id: string) =>
          holdingOf(own.origin, join(folder, 'site'), { words, id, told, events })
        await work({ ...own, approve: text => approve(house, storyId, text), holding, untilAll: waiter(holding) })
      } finally {
        events.stop()
        await exporting.stop()
        await serving.stop()
        await told.close()
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const approve = (house: House, storyId: string, text: string): Promise<string> =>
  commit(house.context, async trx => {
    const at = house.context.now()
    const { number } = await trx
      .insertInto('submission')
      .values({ id: newId(at), story_id: storyId, stage: 'read', state: 'approved', received_at: at, kept_at: at })
      .returning('number')
      .executeTakeFirstOrThrow()
    const words = { name: 'Katherine', place: 'Ruislip', verb: 'emails', text }
    return (await scheduleEntry(trx, { submission: number, storyId, actor: 'system', at, publishAt: at, words })).id
  })

type Told = Awaited<ReturnType<typeof openTold>>
type Events = Awaited<ReturnType<typeof followEvents>>
type Asked = { words: string; id: string; told: Told; events: Events }

async function holdingOf(
  origin: string,
  site: string,
  { words, id, told, events }: Asked,
): Promise<Record<string, boolean>> {
  const text = async (path: string) => (await fetch(`${origin}${path}`)).text()
  const has = async (path: string) => (await text(path)).includes(words)
  const paths = [
    '/live/strike',
    '/embed/strike',
    ...feedEndings.map(ending => `/feeds/strike${ending}`),
    '/feeds/strike.csv',
  ]
  const asked = await Promise.all(paths.map(async path => [path, await has(path)] as const))
  const changes = JSON.parse(await text('/feeds/strike/changes.json')).items as { id: string; type: string }[]
  const last = changes.findLast(change => change.id.endsWith(id))
  return {
    ...Object.fromEntries(asked),
    'the entry’s page': (await fetch(`${origin}/live/strike/entries/${id}`)).status === 200,
    'changes.json': last !== undefined && last.type !== 'withdrawn',
    events: events.live.get(id) ?? false,
    'the export folder': await readFile(join(site, 'feeds/strike.atom'), 'utf8').then(made => made.includes(words)),
    webhook: told.live.get(id) ?? false,
    hub: told.fetched().includes(words),
  }
}

const waiter = (holding: Consumers['holding']) => async (words: string, id: string, there: boolean) => {
  const start = performance.now()
  const taken: Record<string, number> = {}
  await eventually(`everyone to hold ${there ? 'the words' : 'no word of it'}`, async () => {
    const all = Object.entries(await holding(words, id))
    for (const [way, held] of all) if (held === there) taken[way] ??= performance.now() - start
    return all.every(([, held]) => held === there)
  })
  return taken
}

/** The webhook's program, and a hub that fetches what it is told of. */
async function openTold() {
  const live = new Map<string, boolean>()
  const up = { yes: true }
  let fetched = ''
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    if (!up.yes) return void response.writeHead(503).end()
    if (request.url === '/webhook') {
      const { type, data } = JSON.parse(body)
      live.set(data.id.split('/').at(-1), type !== 'entry.withdrawn')
    } else {
      const topic = new URLSearchParams(body).get('hub.topic')!
      if (topic.endsWith('.atom')) fetched = await (await fetch(topic)).text()
    }
    response.writeHead(204).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    live,
    up,
    fetched: () => fetched,
    close: () => {
      server.closeAllConnections()
      return new Promise(resolve => server.close(resolve))
    },
  }
}

/** The stream of events, as a program follows it. */
async function followEvents(origin: string) {
  const live = new Map<string, boolean>()
  const stop = new AbortController()
  const answer = await fetch(`${origin}/feeds/strike/events`, { signal: stop.signal })
  const read = async () => {
    let text = ''
    for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += piece
      const whole = text.split('\n\n')
      text = whole.pop()!
      for (const event of whole) {
        const data = /^data: (.*)$/m.exec(event)?.[1]
        if (data === undefined) continue
        const { id, type } = JSON.parse(data)
        live.set(id.split('/').at(-1), type !== 'withdrawn')
      }
    }
  }
  read().catch(() => {})
  return { live, stop: () => stop.abort() }
}

/** What `export --watch` does, with its own pace. */
async function startExport(house: House, baseUrl: string, site: string) {
  const parts = {
    context: house.context,
    config: { ...house.config, baseUrl },
    assets: await bundleAssets(),
    dev: false,
  }
  const ending = new AbortController()
  const run = async () => {
    let state: SiteState | null = null
    while (!ending.signal.aborted) {
      state = (await writeSite(parts, 'strike', site, state))!.state
      await new Promise(resolve => setTimeout(resolve, 500))
    }
  }
  const running = run()
  return {
    stop: () => {
      ending.abort()
      return running
    },
  }
}
