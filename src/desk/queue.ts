// The queue as windows: keyset pages in the order of arrival, never OFFSET, never a count of rows.
import { type Context, type Db, type Row, searchSubmissions } from '../store/index.ts'
import type { Seen } from './bulk.ts'
import { excerptsFor } from './found-words.ts'
import { type QueueRow, rowsFor } from './queue-row.ts'
import { belongs, isIn, passes, type QueueQuery } from './queue-where.ts'
import { membership } from './view.ts'

export type { QueueRow } from './queue-row.ts'
export type { QueueQuery, Sort } from './queue-where.ts'

export type QueueWindow = {
  rows: QueueRow[]
  /** Give it back as `after`; null at the end. */
  next: number | null
}

const place = ['submission.number', 'received_at', 'photos', 'flagged', 'urgent'] as const
type Place = Pick<Row<'submission'>, 'number' | 'received_at' | 'photos' | 'flagged' | 'urgent'>

/**
 * At most 200 rows; `oldest` first unless asked otherwise; `photos` and `flagged` put those first, oldest first. Among
 * what waits, the urgent stand above all others in every order.
 */
export async function listQueue(context: Context, query: QueueQuery): Promise<QueueWindow> {
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200)
  const places = query.q?.trim()
    ? await search(context.db, query, limit + 1)
    : await browse(context.db, query, limit + 1)
  const shown = places.slice(0, limit).map(place => place.number)
  const rows = await rowsFor(context, shown)
  const found = query.q ? await excerptsFor(context, shown, query.q) : null
  return {
    rows: found ? rows.map(row => ({ ...row, excerpt: found.get(row.number) ?? row.excerpt })) : rows,
    next: places.length > limit ? shown.at(-1)! : null,
  }
}

/** Numbers before and after `number` in the view's order, for “Previous” and “Next”. */
export async function neighbours(
  context: Context,
  query: QueueQuery,
  number: number,
): Promise<{ previous: number | null; next: number | null }> {
  const next = await browse(context.db, { ...query, after: number }, 1)
  const before = await browse(context.db, { ...query, after: number, backwards: true }, 1)
  return { previous: before[0]?.number ?? null, next: next[0]?.number ?? null }
}

/** How many emails the question finds, counted no further than `most`. */
export async function countUpTo(context: Context, query: QueueQuery, most: number): Promise<number> {
  const { limit: _, after: __, ...whole } = query
  const found = whole.q?.trim() ? await search(context.db, whole, most) : await browse(context.db, whole, most)
  return found.length
}

/** At most so many are decided in one go. */
export const mostAtOnce = 1000

/**
 * “All 58 in this view”: the numbers and versions of a whole view as it was drawn at event `seq`. What has arrived or
 * changed since is left out, so that nobody decides what they have not seen.
 */
export async function itemsInView(context: Context, query: QueueQuery, seq: number): Promise<Seen[]> {
  const { limit: _, after: __, ...whole } = query
  const places = whole.q?.trim()
    ? await search(context.db, whole, mostAtOnce)
    : await browse(context.db, whole, mostAtOnce)
  if (places.length === 0) return []
  return context.db
    .selectFrom('submission')
    .select(['number', 'version'])
    .where(
      'number',
      'in',
      places.map(each => each.number),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('event')
            .select('event.seq')
            .whereRef('event.submission_number', '=', 'submission.number')
            .where('event.seq', '>', seq),
        ),
      ),
    )
    .orderBy('number')
    .execute()
}

/** One row, as the list shows it; null when there is no such email. For a row that has just arrived or changed. */
export async function readRow(context: Context, number: number): Promise<QueueRow | null> {
  return (await rowsFor(context, [number]))[0] ?? null
}

/** `backwards`: from `after` towards the beginning. */
type Browsing = QueueQuery & { backwards?: boolean }

async function browse(db: Db, query: Browsing, count: number): Promise<Place[]> {
  if (query.from !== undefined || query.campaign !== undefined || query.mine !== undefined)
    return browseFew(db, query, count)
  const { noStory, orNoStory } = membership[query.view]
  const stories = noStory ? [null] : orNoStory && query.storyId !== null ? [query.storyId, null] : [query.storyId]
  const after = query.after === undefined ? null : await placeOf(db, query.after)
  const tests = stretchesOf(query)
  const found: Place[] = []
  // What comes first is a stretch of its own, so that each stretch is read in the order of an index.
  const order = query.backwards ? tests.toReversed() : tests
  const begin =
    after === null
      ? 0
      : Math.max(
          0,
          order.findIndex(test => fits(test, after)),
        )
  for (const [at, test] of order.entries()) {
    if (at < begin) continue
    const wanted = count - found.length
    const parts = []
    for (const storyId of stories)
      parts.push(await stretch(db, { query, storyId, test, after: at === begin ? after : null }, wanted))
    found.push(...parts.flat().sort(inOrder(query)).slice(0, wanted))
    if (found.length >= count) break
  }
  return found
}

/** Which rows a stretch holds; what is left out does not matter. */
type Test = { urgent?: boolean; photos?: boolean; flagged?: boolean }

/** The stretches of a view in their order: the urgent among what waits, then what the order puts first, then the rest. */
function stretchesOf(query: QueueQuery): Test[] {
  const leading = query.sort === 'photos' || query.sort === 'flagged' ? query.sort : null
  const led: Test[] = leading ? [{ [leading]: true }, { [leading]: false }] : [{}]
  if (membership[query.view].state !== 'waiting') return led
  return [{ urgent: true }, ...led.map(test => ({ ...test, urgent: false }))]
}

const fits = (test: Test, place: Place): boolean =>
  (test.urgent === undefined || (place.urgent !== null) === test.urgent) &&
  (test.photos === undefined || place.photos > 0 === test.photos) &&
  (test.flagged === undefined || place.flagged > 0 === test.flagged)

/** One reader's emails, one campaign's, or those a colleague has taken are few, so they are taken whole and put in order here: no index serves both. */
async function browseFew(db: Db, query: Browsing, count: number): Promise<Place[]> {
  const own = await db
    .selectFrom('submission')
    .select(place)
    .where(isIn(query))
    .where(passes(query))
    .orderBy('number', 'desc')
    .limit(1000)
    .execute()
  const tests = stretchesOf(query)
  const rank = (place: Place) => tests.findIndex(test => fits(test, place)) * (query.backwards ? -1 : 1)
  const within = inOrder(query)
  const before = (one: Place, other: Place) => rank(one) - rank(other) || within(one, other)
  const ordered = own.sort(before)
  const shown = query.after === undefined ? null : await placeOf(db, query.after)
  return ordered.filter(each => shown === null || before(each, shown) > 0).slice(0, count)
}

const newestFirst = ({ sort, backwards = false }: Browsing): boolean => (sort === 'newest') !== backwards

const inOrder = (query: Browsing) => (one: Place, other: Place) =>
  (one.received_at - other.received_at || one.number - other.number) * (newestFirst(query) ? -1 : 1)

type Stretch = { query: Browsing; storyId: string | null; test: Test; after: Place | null }

function stretch(db: Db, { query, storyId, test, after }: Stretch, count: number): Promise<Place[]> {
  const newest = newestFirst(query)
  return db
    .selectFrom('submission')
    .select(place)
    .where('story_id', storyId === null ? 'is' : '=', storyId)
    .where(belongs(membership[query.view]))
    .where(passes(query))
    .$if(test.urgent !== undefined, select => select.where('urgent', test.urgent ? 'is not' : 'is', null))
    .$if(test.photos !== undefined, select => select.where(eb => eb('photos', test.photos ? '>' : '=', eb.lit(0))))
    .$if(test.flagged !== undefined, select => select.where(eb => eb('flagged', test.flagged ? '>' : '=', eb.lit(0))))
    .$if(after !== null, select =>
      select.where(eb =>
        eb(
          eb.refTuple('received_at', 'number'),
          newest ? '<' : '>',
          eb.tuple(after!.received_at as never, after!.number as never),
        ),
      ),
    )
    .orderBy('received_at', newest ? 'desc' : 'asc')
    .orderBy('number', newest ? 'desc' : 'asc')
    .limit(count)
    .execute()
}

/** Full text, newest first by number, narrowed as the view is. */
async function search(db: Db, query: QueueQuery, count: number): Promise<Place[]> {
  const words = query.q!.trim()
  const named = /^#(\d{1,15})$/.exec(words)?.[1]
  if (named) return (await keep(db, query, [Number(named)])).filter(({ number }) => number < (query.after ?? Infinity))
  const found = await searchSubmissions(db, words, query.after)
  if (!found) return []
  return found.select(place).where(isIn(query)).where(passes(query)).limit(count).execute()
}

/** Of these numbers, those that stand in the view. */
const keep = (db: Db, query: QueueQuery, numbers: number[]): Promise<Place[]> =>
  db
    .selectFrom('submission')
    .select(place)
    .where('number', 'in', numbers)
    .where(isIn(query))
    .where(passes(query))
    .execute()

async function placeOf(db: Db, number: number): Promise<Place | null> {
  const row = await db.selectFrom('submission').select(place).where('number', '=', number).executeTakeFirst()
  return row ?? null
}
