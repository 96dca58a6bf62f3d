// `export --story SLUG --to FOLDER`: the story's public side as files, once or kept current.
import { setTimeout as pause } from 'node:timers/promises'
import type { House } from './house.ts'
import { Fault, say } from './say.ts'

type Options = { story: string; to: string; watch?: boolean; json?: boolean }

/** How often a watched story is looked at (ms). */
const lookEvery = 500

export async function exportSite({ story: slug, to, watch, json }: Options, { context, config }: House): Promise<void> {
  const [{ writeSite }, { bundleAssets }] = await Promise.all([
    import('../web/static-site.ts'),
    import('../web/assets.ts'),
  ])
  const parts = { context, config, assets: await bundleAssets(), dev: false }
  const stopping = new AbortController()
  if (watch) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  let round = await writeSite(parts, slug, to, null)
  if (!round) throw new Fault(`There is no story ${slug}. See: postbag story list`)
  const tell = (written: number, removed: number) =>
    say(json, { written, removed }, [`Wrote ${written} files to ${to}${removed > 0 ? `, took ${removed} away` : ''}.`])
  tell(round.written, round.removed)
  while (watch && !stopping.signal.aborted) {
    await pause(lookEvery, undefined, { signal: stopping.signal }).catch(() => {})
    const next = await writeSite(parts, slug, to, round.state)
    if (!next) throw new Fault(`The story ${slug} has another name now. Start again with that.`)
    if (next.written + next.removed > 0) tell(next.written, next.removed)
    round = next
  }
}
