// What the desk's work costs with many more emails in the database: the same questions at two sizes.
// Run: node scripts/bench/scale.ts [small] [large]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reject } from '../../src/desk/decisions.ts'
import type { Actor } from '../../src/desk/policy.ts'
import { listQueue } from '../../src/desk/queue.ts'
import { addStory } from '../../src/desk/stories.ts'
import { undo } from '../../src/desk/undo.ts'
import { countViews } from '../../src/desk/view.ts'
import { newId } from '../../src/id.ts'
import { silent } from '../../src/log.ts'
import { createSignal, migrate, openStore } from '../../src/store/index.ts'
import { letterText, randomFrom } from './corpus.ts'
import { type Cost, type Figure, handOver, turnAbout } from './figure.ts'

const [small, large] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 100_000)]
const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))

type Desk = Awaited<ReturnType<typeof openDesk>>

/** The desk's work: name, at most so many times the cost, how often it is timed, and the work itself. */
const works: { name: string; most: number; times: number; work: (desk: Desk, run: number) => Promise<unknown> }[] = [
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
  {
    name: 'search of two common words',
    most: 2,
    times: 100,
    work: desk => listQueue(desk.context, { ...desk.waiting, sort: 'newest', q: 'doctors strike' }),
  },
  {
    name: 'decision and its undo',
    most: 1.5,
    times: 100,
    work: (desk, run) => decideAndUndo(desk, desk.count - 10 - run),
  },
]

try {
  const desks = [await openDesk(small), await openDesk(large)] as const
  const figures: Figure[] = []
  for (const { name, most, times, work } of works) {
    const [few, many] = await turnAbout(
      times,
      run => work(desks[0], run),
      run => work(desks[1], run),
    )
    figures.push({
      name: `${name}, ${small.toLocaleString('en')} → ${large.toLocaleString('en')} emails`,
      value: many.processor / few.processor,
      unit: '×',
      most,
      beside: `${words(few, many, 'processor')} of processor time; ${words(few, many, 'clock')} by the clock`,
    })
  }
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
  fill(store, made.story.id, count)
  const id = newId(Date.now())
  store.engine
    .prepare(
      "insert into staff (id, email, name, role, password, created_at) values (?, 'e@example.org', 'Edith', 'editor', '', 0)",
    )
    .run(id)
  const editor: Actor = { kind: 'staff', id, name: 'Edith', role: 'editor' }
  const random = randomFrom(5)
  return {
    ...{ count, context, editor, close: store.close },
    waiting: { storyId: made.story.id, view: 'waiting' as const, limit: 50 },
    anyNumber: () => 1 + Math.floor(random() * (count - 200)),
  }
}

async function decideAndUndo({ context, editor }: Desk, number: number): Promise<void> {
  const { version } = await context.db
    .selectFrom('submission')
    .select('version')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const done = await reject(context, editor, number, { version })
  if (!done.ok) throw new Error(done.why)
  const back = await undo(context, editor, number, { decision: 'rejection', version: done.submission.version })
  if (!back.ok) throw new Error(back.why)
}

/** Letters as the intake leaves them, nine of ten waiting, a thousand different texts. */
function fill({ engine }: ReturnType<typeof openStore>, storyId: string, count: number): void {
  const random = randomFrom(11)
  const texts = Array.from({ length: 1000 }, () => letterText(random))
  const contributor = engine.prepare('insert into contributor (id, address, name, created_at) values (?, ?, ?, 0)')
  const submission = engine.prepare(
    `insert into submission (id, story_id, contributor_id, stage, state, received_at, kept_at, from_name, from_address, subject, original, text, name, place, flagged, photos)
      values (?, ?, ?, 'read', ?, ?, ?, 'Reader', ?, 'The strike', ?, ?, 'Reader', 'Leeds', ?, ?)`,
  )
  const index = engine.prepare(
    'insert into search (rowid, subject, original, published, sender) values (?, ?, ?, ?, ?)',
  )
  const start = Date.now() - count * 1000
  for (let done = 0; done < count; ) {
    engine.exec('begin immediate')
    for (let row = 0; row < 5000 && done < count; row++) {
      const at = start + ++done * 1000
      const text = texts[done % texts.length]!
      const who = newId(at)
      contributor.run(who, `reader${done}@example.net`, 'Reader')
      const state = random() < 0.9 ? 'waiting' : 'rejected'
      submission.run(
        newId(at),
        storyId,
        who,
        state,
        at,
        at,
        `reader${done}@example.net`,
        text,
        text,
        Number(random() < 0.1),
        Number(random() < 0.05),
      )
      index.run(done, 'The strike', text, '', `reader${done}@example.net`)
    }
    engine.exec('commit')
  }
  engine.pragma('wal_checkpoint(truncate)')
}
