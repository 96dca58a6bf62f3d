// Campaigns: whether near-identical letters are found among many, and what one more costs when there are many more.
// campaigns.ts UNRELATED STORED
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { groupNew, isBehind } from '../../src/desk/campaign.ts'
import { addStory } from '../../src/desk/stories.ts'
import { testContext } from '../../test/context.ts'
import { addEmail, type Desk } from '../../test/desk/cast.ts'
import { type Figure, handOver, percentile } from './figure.ts'
import { letterText, randomFrom } from './language.ts'

const [unrelated, stored] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 50_000)]
const [alike, templates] = [1000, 5]
const random = randomFrom(23)
const texts = Array.from({ length: templates }, () => letterText(random))
const vocabulary = letterText(random).concat(letterText(random), letterText(random)).split(/\s+/)
const anyWord = () => vocabulary[Math.floor(random() * vocabulary.length)]!
/** The same letter with a fifth of its words changed. */
const varied = (text: string) => text.replace(/\S+/g, word => (random() < 0.2 ? anyWord() : word))

const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))
try {
  handOver(await measure())
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<Figure[]> {
  const context = await testContext(join(folder, 'campaigns.db'))
  const added = await addStory(context, 'system', { slug: 'strike', title: 'Strike' })
  if (!added.ok) throw new Error('no story')
  const desk = { context, story: added.story } as Desk
  const kinds = new Map<number, number>()
  const every = Math.floor(unrelated / alike)
  for (let at = 0; at < unrelated; at++) {
    await addEmail(desk, { text: letterText(random) })
    if (at % every !== 0) continue
    const kind = (at / every) % templates
    kinds.set(await addEmail(desk, { text: varied(texts[kind]!) }), kind)
  }
  await groupAll(desk)
  const figures = await found(desk, kinds)
  while ((await count(desk)) < stored - 500)
    for (let at = 0; at < 500; at++) await addEmail(desk, { text: letterText(random) })
  await groupAll(desk)
  const costs: number[] = []
  for (let at = 0; at < 500; at++) {
    await addEmail(desk, { text: at % 10 === 0 ? varied(texts[at % templates]!) : letterText(random) })
    const began = performance.now()
    await groupNew(context)
    costs.push(performance.now() - began)
  }
  await context.close()
  const beside = `p95 ${percentile(costs, 0.95).toFixed(2)} ms of ${costs.length}, its commit to the disk included`
  const name = `campaigns: one more letter at ${stored.toLocaleString('en')}, median`
  return [...figures, { name, value: percentile(costs, 0.5), unit: 'ms', most: 5, beside }]
}

async function groupAll({ context }: Desk): Promise<void> {
  while (await isBehind(context)) await groupNew(context)
}

async function count({ context }: Desk): Promise<number> {
  return (
    await context.db
      .selectFrom('submission')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count
}

/** Pairs of letters that belong together and were put together, and of those put together, how many belong. */
async function found({ context }: Desk, kinds: Map<number, number>): Promise<Figure[]> {
  const rows = await context.db.selectFrom('likeness').select(['submission_number', 'campaign']).execute()
  const pairs = (count: number) => (count * (count - 1)) / 2
  const tally = (keys: string[]) => [...Map.groupBy(keys, key => key).values()].map(each => pairs(each.length))
  const sum = (values: number[]) => values.reduce((one, other) => one + other, 0)
  const own = rows.filter(row => kinds.has(row.submission_number))
  const right = sum(tally(own.map(row => `${row.campaign} ${kinds.get(row.submission_number)}`)))
  const should = sum(tally([...kinds.values()].map(String)))
  const together = sum(tally(rows.map(row => String(row.campaign))))
  const beside = `${kinds.size.toLocaleString('en')} letters of ${templates} texts, a fifth of the words changed, among ${unrelated.toLocaleString('en')}`
  return [
    { name: 'campaigns: pairs recalled', value: right / should, unit: '×', least: 0.95, beside },
    { name: 'campaigns: precision of pairs', value: right / together, unit: '×', least: 0.98, beside },
  ]
}
