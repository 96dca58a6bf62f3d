// What the desk's work costs with many more emails in the database: the same questions at two sizes.
// Run: node scripts/bench/scale.ts [small] [large]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupNew } from '../../src/desk/campaign.ts'
import { approve, reject } from '../../src/desk/decisions.ts'
import { emailsOf, findPerson } from '../../src/desk/people.ts'
import type { Actor } from '../../src/desk/policy.ts'
import { listQueue } from '../../src/desk/queue.ts'
import { addStory } from '../../src/desk/stories.ts'
import { undo } from '../../src/desk/undo.ts'
import { countViews } from '../../src/desk/view.ts'
import { atom, publishDue, readFeed } from '../../src/feed/index.ts'
import { newId } from '../../src/id.ts'
import { silent } from '../../src/log.ts'
import { appendEvent, commit, createSignal, migrate, openStore } from '../../src/store/index.ts'
import { type Cost, type Figure, handOver, turnAbout } from './figure.ts'
import { fill } from './fill.ts'
import { letterText, randomFrom } from './language.ts'

const [small, large] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 100_000)]
const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))

type Desk = Awaited<ReturnType<typeof openDesk>>
type Work = (desk: Desk, run: number) => Promise<unknown>

/** The desk's work: name, at most so many times the cost, how often it is timed, and the work itself. */
const works: { name: string; most: number; times: number; work: Work }[] = [
  {
    name: 'queue page',
    most: 1.5,
    times: 200,
    work: desk => listQueue(desk.context, { ...desk.waiting, sort: 'newest' }),
  },
  {
    name: 'queue page anywhere',
    most: 1.5,
    times: 200,
    work: desk => listQueue(desk.context, { ...desk.waiting, sort: 'oldest', after: desk.anyNumber() }),
  },
  { name: 'counts', most: 1.5, times: 200, work: desk => countViews(desk.context, desk.waiting.storyId) },
  { name: 'contributor page', most: 1.5, times: 200, work: personPage },
  { name: 'search of two common words', most: 2, times: 200, work: search },
  { name: 'decision and its undo', most: 1.5, times: 100, work: decideAndUndo },
  { name: 'near-duplicate check of a new email', most: 1.5, times: 100, work: checkNew },
  { name: 'approval, publication and the feed made anew', most: 1.5, times: 60, work: changeFeed },
]

try {
  const desks = [await openDesk(small), await openDesk(large)] as const
  const figures: Figure[] = []
  const sizes = `${small.toLocaleString('en')} → ${large.toLocaleString('en')} emails`
  for (const { name, most, times, work } of works) {
    const [few, many] = await turnAbout(
      times,
      run => work(desks[0], run),
      run => work(desks[1], run),
    )
    figures.push({
      name: `${name}, ${sizes}`,
      value: many.processor / few.processor,
      unit: '×',
      most,
      beside: `${words(few, many, 'processor')} of processor time; ${words(few, many, 'clock')} by the clock`,
    })
  }
  figures.push(await searchTail(desks[1]))
  for (const desk of desks) await desk.close()
  handOver(figures)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function words(few: Cost, many: Cost, by: keyof Cost): string {
  return `${few[by].toFixed(3)} → ${many[by].toFixed(3)} ms`
}

async function openDesk(count: number) {
  const store = openStore(join(folder, `${count}.db`))
  await migrate(store)
  const context = { db: store.db, now: Date.now, log: silent, signal: createSignal() }
  const made = await addStory(context, 'system', { slug: 'strike', title: 'Strike' })
  if (!made.ok) throw new Error('no story')
  fill(store, { storyId: made.story.id, count, likeness: true })
  const id = newId(Date.now())
  store.engine
    .prepare(
      "insert into staff (id, email, name, role, password, created_at) values (?, 'e@example.org', 'Edith', 'editor', '', 0)",
    )
    .run(id)
  const editor: Actor = { kind: 'staff', id, name: 'Edith', role: 'editor' }
  const random = randomFrom(5)
  return {
    ...{ count, context, editor, random, close: store.close },
    waiting: { storyId: made.story.id, view: 'waiting' as const, limit: 50 },
    anyNumber: () => 1 + Math.floor(random() * (count - 400)),
  }
}

function search(desk: Desk) {
  return listQueue(desk.context, { ...desk.waiting, sort: 'newest', q: 'doctors strike' })
}

async function searchTail(desk: Desk): Promise<Figure> {
  const took: number[] = []
  for (let run = 0; run < 500; run++) {
    const start = performance.now()
    await search(desk)
    took.push(performance.now() - start)
  }
  const p99 = took.sort((one, other) => one - other)[Math.floor(took.length * 0.99)]!
  const beside = `by the clock, of ${took.length} pages of results with their rows`
  return {
    name: `search among ${desk.count.toLocaleString('en')} emails, p99`,
    value: p99,
    unit: 'ms',
    most: 5,
    beside,
  }
}

async function personPage({ context, anyNumber }: Desk): Promise<void> {
  const { contributor_id } = await context.db
    .selectFrom('submission')
    .select('contributor_id')
    .where('number', '=', anyNumber())
    .executeTakeFirstOrThrow()
  await findPerson(context, contributor_id!)
  await emailsOf(context, contributor_id!)
}

async function versionOf({ context }: Desk, number: number): Promise<number> {
  const email = context.db.selectFrom('submission').select('version').where('number', '=', number)
  return (await email.executeTakeFirstOrThrow()).version
}

async function decideAndUndo(desk: Desk, run: number): Promise<void> {
  const { context, editor } = desk
  const number = desk.count - 10 - run
  const done = await reject(context, editor, number, { version: await versionOf(desk, number) })
  if (!done.ok) throw new Error(done.why)
  const back = await undo(context, editor, number, { decision: 'rejection', version: done.submission.version })
  if (!back.ok) throw new Error(back.why)
}

/** An email comes, like no other; whether it is must be found out. */
async function checkNew({ context, waiting, random }: Desk): Promise<void> {
  const at = Date.now()
  await commit(context, async trx => {
    const row = { id: newId(at), story_id: waiting.storyId, stage: 'read' as const, state: 'waiting' as const }
    const { number } = await trx
      .insertInto('submission')
      .values({ ...row, text: letterText(random), received_at: at, kept_at: at })
      .returning('number')
      .executeTakeFirstOrThrow()
    await appendEvent(trx, { at, kind: 'read', actor: 'system', storyId: waiting.storyId, submission: number })
  })
  while ((await groupNew(context)) > 0);
}

async function changeFeed(desk: Desk, run: number): Promise<void> {
  const { context, editor } = desk
  const number = desk.count - 200 - run
  const done = await approve(context, editor, number, { version: await versionOf(desk, number), grace: 0 })
  // The tenth that had been rejected before cost the same and is left as it is.
  if (!done.ok && done.why !== 'decided') throw new Error(done.why)
  await publishDue(context)
  const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  atom(await readFeed(context.db, story, 'https://postbag.example.org'))
}
