// Everything that leaves the house for one story: every address over HTTP, the stream of events, the export folder.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { feedEndings, newestArchive } from '../../src/feed/index.ts'
import { sha256 } from '../../src/id.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import { type SiteState, writeSite } from '../../src/web/static-site.ts'
import { publicSite } from '../web/public-site.ts'
import type { Strike } from './strike.ts'

export type Everywhere = Awaited<ReturnType<typeof openEverywhere>>

export async function openEverywhere(context: Strike) {
  const site = await publicSite(context)
  const folder = mkdtempSync(join(tmpdir(), 'postbag-model-'))
  const config = readConfig({ POSTBAG_BASE_URL: 'https://live.example.org' })
  const assets = await bundleAssets()
  let state: SiteState | null = null
  /** What each address said under each ETag: one tag, one body. */
  const bodies = new Map<string, string>()
  const faults: string[] = []

  /** The body at an address; its ETag and headers are part of what is looked through. */
  async function get(path: string): Promise<string> {
    const answer = await site.get(path)
    const body = await answer.text()
    const tag = `${path} ${answer.headers.get('etag')}`
    const hash = sha256(body)
    if (answer.status === 200 && (bodies.get(tag) ?? hash) !== hash) faults.push(`${tag} names two bodies`)
    bodies.set(tag, hash)
    return `${body}\n${JSON.stringify([...answer.headers])}`
  }

  /** The export folder after one more round of `--watch`, file by file. */
  async function files(): Promise<[path: string, text: string][]> {
    state = (await writeSite({ context, config, assets, dev: false }, 'junior-doctors', folder, state))!.state
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => !file.startsWith('assets') && statSync(join(folder, file)).isFile())
      .map(file => [file, readFileSync(join(folder, file), 'utf8')])
  }

  /** Every address of the story, with its archives. */
  async function addresses(): Promise<string[]> {
    const feeds = feedEndings.map(ending => `/feeds/junior-doctors${ending}`)
    const archives: string[] = []
    for (let number = await newestArchive(context.db, context.storyId); number > 0; number--)
      archives.push(
        `/live/junior-doctors/archive/${number}`,
        ...feedEndings.map(ending => `/feeds/junior-doctors/archive/${number}${ending}`),
      )
    const pages = ['/live/junior-doctors', '/embed/junior-doctors', '/feeds/junior-doctors.csv']
    return [...pages, ...feeds, ...feeds.map(feed => `${feed}?limit=7`), ...archives]
  }

  /** changes.json from the beginning, asked on as a consumer does. */
  async function changes(): Promise<{
    items: { seq: number; type: string; id: string; revision: number }[]
    text: string
  }> {
    const items = []
    let text = ''
    for (let since = 0; ; ) {
      const answer = await (await site.get(`/feeds/junior-doctors/changes.json?since=${since}`)).text()
      const page = JSON.parse(answer)
      text += answer
      if (page.items.length === 0) return { items, text }
      items.push(...page.items)
      since = page.next
    }
  }

  /** The stream of events from the beginning, until it has told of `last`. */
  async function events(last: number): Promise<{ seq: number; type: string; id: string; revision: number }[]> {
    const stop = new AbortController()
    const answer = await fetch(`${site.url}/feeds/junior-doctors/events?since=0`, { signal: stop.signal })
    let text = ''
    for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += piece
      if (text.includes(`id: ${last}\n`) && text.endsWith('\n\n')) break
    }
    stop.abort()
    return [...text.matchAll(/^data: (.*)$/gm)].map(found => JSON.parse(found[1]!))
  }

  async function close() {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { get, files, addresses, changes, events, faults, close }
}
