// A story's public side as files, for any web server: the same bytes as over HTTP, under the same paths.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { feedEndings, feedLength, findPublicStory, livePictures, newestArchive } from '../feed/index.ts'
import { sha256 } from '../id.ts'
import { type Row, readInstallation } from '../store/index.ts'
import type { Document } from './document.ts'
import type { PublicParts } from './material.ts'
import { downDocument } from './public.ts'
import { planFor } from './public-plan.ts'

/** What a folder holds already, so that the next round writes only what has changed since. */
export type SiteState = { seq: number; pageSeq: number; archives: number; shape: string }

export type SiteRound = { state: SiteState; written: number; removed: number }

/** Brings the folder up to date; with `before`, only what changed after it. Null: no story has this slug. */
export async function writeSite(
  parts: PublicParts,
  slug: string,
  folder: string,
  before: SiteState | null,
): Promise<SiteRound | null> {
  const found = await findPublicStory(parts.context.db, slug)
  if (!found || 'moved' in found) return null
  const { story } = found
  const archives = await newestArchive(parts.context.db, story.id)
  const state = { seq: story.feed_seq, pageSeq: story.page_seq, archives, shape: await shapeOf(parts, story) }
  const known = before?.shape === state.shape ? before : null
  if (known && known.seq === state.seq && known.pageSeq === state.pageSeq) return { state, written: 0, removed: 0 }
  const counts = { written: 0, removed: 0 }
  const put = async (path: string, file = path) => {
    const document = await documentAt(parts, story, path)
    const target = join(folder, file)
    if (document?.status === 200 || (document?.status === 503 && file.endsWith('/index.html') && file !== path))
      counts.written += Number(await writeWhole(target, bytesOf(document)))
    else counts.removed += Number(await remove(target))
  }
  if (!before) counts.removed += await sweep(folder)
  if (!known)
    for (const [path, bytes] of await sharedFiles(parts))
      counts.written += Number(await writeWhole(join(folder, path), bytes))
  const changed = await changedEntries(parts, story.id, known?.seq ?? 0)
  // What was withdrawn goes first: whatever happens next, its words are gone.
  for (const { id } of changed.filter(entry => entry.state !== 'live'))
    await put(`/live/${slug}/entries/${id}`, entryFile(slug, id))
  const pictures = await bringPictures(parts, story, folder)
  counts.written += pictures.written
  counts.removed += pictures.removed
  await put(`/live/${slug}`, `/live/${slug}/index.html`)
  for (const ending of feedEndings) await put(`/feeds/${slug}${ending}`)
  await put(`/feeds/${slug}.csv`)
  await put(`/embed/${slug}`, `/embed/${slug}/index.html`)
  await put(`/embed/${slug}/theme.css`)
  for (const { id } of changed.filter(entry => entry.state === 'live'))
    await put(`/live/${slug}/entries/${id}`, entryFile(slug, id))
  const ordinals = changed.map(entry => entry.ordinal)
  for (const number of changedArchives(archives, known && { ordinals, archives: known.archives })) {
    for (const ending of feedEndings) await put(`/feeds/${slug}/archive/${number}${ending}`)
    await put(`/live/${slug}/archive/${number}`, `/live/${slug}/archive/${number}/index.html`)
  }
  return { state, ...counts }
}

/**
 * Both sizes of every picture that readers may see now, and no other: what an id stands for never changes, and of an
 * erased one nobody knows the id any more, so it is what lies in the folder that is gone through.
 */
async function bringPictures(
  parts: PublicParts,
  story: Row<'story'>,
  folder: string,
): Promise<Omit<SiteRound, 'state'>> {
  const at = join('live', story.slug, 'pictures')
  const ids = story.stopped === 'down' ? [] : await livePictures(parts.context.db, story.id)
  const wanted = new Set(ids.flatMap(id => [`${id}.webp`, `${id}-640.webp`]))
  const there = new Set(await readdir(join(folder, at)).catch(() => []))
  const counts = { written: 0, removed: 0 }
  for (const file of [...there].filter(name => !wanted.has(name))) {
    await rm(join(folder, at, file), { force: true })
    counts.removed++
  }
  for (const file of [...wanted].filter(name => !there.has(name))) {
    const document = await documentAt(parts, story, `/live/${story.slug}/pictures/${file}`)
    if (document?.status === 200) counts.written += Number(await writeWhole(join(folder, at, file), bytesOf(document)))
  }
  return counts
}

const bytesOf = ({ body }: Document): Buffer => (typeof body === 'string' ? Buffer.from(body) : Buffer.from(body))

const entryFile = (slug: string, id: string) => `/live/${slug}/entries/${id}/index.html`

/** What every page and feed shows beside the entries: when it changes, everything is written anew. */
async function shapeOf({ context, config, assets }: PublicParts, story: Row<'story'>): Promise<string> {
  const { slug, title, headline, zone, status, standfirst, stopped, stopped_words } = story
  const shape = [
    slug,
    title,
    headline,
    zone,
    status,
    standfirst,
    stopped,
    stopped_words,
    config.baseUrl,
    [...assets.files.keys()],
  ]
  return sha256(JSON.stringify([...shape, await readInstallation(context.db)]))
}

async function documentAt(parts: PublicParts, story: Row<'story'>, path: string): Promise<Document | null> {
  const plan = planFor({ url: path, headers: {} })
  if (plan?.kind !== 'document') throw new Error(`${path} is not a document`)
  if (story.stopped === 'down') return downDocument(parts, story, path)
  return plan.build({ ...parts, story, version: '', modifiedAt: story.updated_at })
}

const changedEntries = ({ context }: PublicParts, storyId: string, since: number) =>
  context.db
    .selectFrom('entry')
    .select(['id', 'state', 'ordinal'])
    .where('story_id', '=', storyId)
    .where('published_at', 'is not', null)
    .where('id', 'in', changes =>
      changes.selectFrom('feed_change').select('entry_id').where('story_id', '=', storyId).where('seq', '>', since),
    )
    .orderBy('ordinal', 'desc')
    .execute()

/**
 * Numbers of the archives that hold changed entries, of those that are new, and of the one that was the newest before
 * them: it links to the next one now. Null: all.
 */
function changedArchives(newest: number, since: { ordinals: (number | null)[]; archives: number } | null): number[] {
  const all = Array.from({ length: newest }, (_, at) => at + 1)
  if (!since) return all
  const touched = new Set(since.ordinals.map(ordinal => Math.ceil((ordinal ?? 0) / feedLength)))
  return all.filter(number => touched.has(number) || number >= since.archives)
}

async function sharedFiles({ assets }: PublicParts): Promise<[string, Buffer][]> {
  const used = [...assets.files].filter(([name]) => /^(live-page|embed)\b/.test(name))
  const script = used.find(([name]) => name.startsWith('embed-host'))
  return [
    ...used.map(([name, { bytes }]): [string, Buffer] => [`/assets/${name}`, bytes]),
    ...(script ? [['/embed.js', script[1].bytes] as [string, Buffer]] : []),
  ]
}

/** Takes away what a writer left behind that died between writing a file and giving it its name. Answers how many. */
async function sweep(folder: string): Promise<number> {
  const all = await readdir(folder, { recursive: true }).catch(() => [])
  const left = all.filter(file => /\.\d+\.new$/.test(file))
  for (const file of left) await rm(join(folder, file), { force: true })
  return left.length
}

/** Whole or not at all: a new file is renamed over the old one. False when the bytes were there already. */
async function writeWhole(file: string, bytes: Buffer): Promise<boolean> {
  const old = await readFile(file).catch(() => null)
  if (old?.equals(bytes)) return false
  await mkdir(dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}.new`
  await writeFile(fresh, bytes)
  await rename(fresh, file)
  return true
}

/** Takes a page away, and its folder; false when there was none. */
async function remove(file: string): Promise<boolean> {
  const old = await readFile(file).catch(() => null)
  if (old === null) return false
  await rm(file, { force: true })
  await rm(dirname(file), { recursive: true, force: true })
  return true
}
