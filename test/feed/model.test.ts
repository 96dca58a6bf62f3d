// A long random morning: after every step the formats say what a simple model says, entry by entry.
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  amendEntry,
  atom,
  csv,
  jsonFeed,
  ninjs,
  plain,
  publishDue,
  readArchive,
  readFeed,
  restoreEntry,
  rss,
  setPinned,
  unscheduleEntry,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { commit } from '../../src/store/index.ts'
import { type Everywhere, openEverywhere } from './everywhere.ts'
import {
  amendGroup,
  changeMember,
  keyPoint,
  liveMembers,
  type Modelled,
  type Morning,
  makeGroup,
  move,
  wordsOf,
} from './model-groups.ts'
import { readings } from './outputs.ts'
import { approveAgain, approveLetter, editor, type Strike, strike } from './strike.ts'

/** `npm run drills` goes the whole way. */
const steps = process.env.DRILLS === 'full' ? 10_000 : 300

test(
  `${steps} random steps keep every format equal to the model`,
  async () => {
    const context = await strike()
    const everywhere = await openEverywhere(context)
    const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
      numRuns: steps * 3,
      seed: 1604,
    })
    let drawn = 0
    const draw = (below: number) => Math.floor(random[drawn++ % random.length]! * below)
    const model: Modelled[] = []
    const order: string[] = []
    const gone = new Set<string>()
    let words = 0
    const newWord = () => `word${++words}x`
    const page: string[] = []
    const morning: Morning = { context, model, order, page, gone, draw, newWord }

    for (let step = 1; step <= steps; step++) {
      context.clock.at += draw(20_000)
      const entry = model[draw(model.length)]
      const kind = draw(14)
      if (kind === 11) await makeGroup(morning)
      else if (!entry || kind < 3) {
        const word = newWord()
        const made = await approveLetter(context, { name: `N${word}`, text: `${word} text` }, draw(15_000))
        model.push({
          ...made,
          state: 'scheduled',
          seen: false,
          revision: 1,
          word,
          pinned: false,
          keyPoint: false,
          members: null,
        })
      } else if (kind < 5) await (entry.members ? amendGroup(morning, entry) : amend(context, entry, newWord(), gone))
      else if (kind === 5) await withdraw(context, entry, gone)
      else if (kind === 6) await restore(context, entry, gone)
      else if (kind === 7) await pin(context, entry, model)
      else if (kind === 8 && !entry.members) await undoOrApprove(context, entry, newWord(), gone)
      else if (kind === 9) await move(morning, entry)
      else if (kind === 10) await keyPoint(morning, entry)
      else if (kind > 11) {
        const groups = model.filter(each => each.members)
        const group = groups[draw(groups.length)]
        if (group) await changeMember(morning, group)
      }
      await publishDue(context)
      await learn(morning)
      if (step % (steps / 5) === 0) await compare(morning)
      if (step % (steps / 2) === 0) await lookEverywhere(everywhere, morning)
    }
    await everywhere.close()
    await context.close()
  },
  steps * 1_000,
)

async function amend(context: Strike, entry: Modelled, word: string, gone: Set<string>) {
  const result = await amendEntry(context, editor, entry.id, {
    revision: entry.revision,
    name: `N${word}`,
    text: `${word} text`,
  })
  expect(result.ok).toBe(entry.state === 'live' || entry.state === 'scheduled')
  if (!result.ok) return
  gone.add(entry.word)
  Object.assign(entry, { revision: entry.revision + 1, word })
}

async function withdraw(context: Strike, entry: Modelled, gone: Set<string>) {
  const result = await withdrawEntry(context, editor, entry.id, 'error')
  expect(result.ok).toBe(entry.state === 'live')
  if (!result.ok) return
  for (const word of wordsOf(entry)) gone.add(word)
  for (const member of liveMembers(entry)) member.state = 'group'
  Object.assign(entry, { state: 'withdrawn', pinned: false, keyPoint: false })
}

async function restore(context: Strike, entry: Modelled, gone: Set<string>) {
  const result = await restoreEntry(context, editor, entry.id)
  const back = entry.members?.filter(member => member.state === 'group')
  const can = entry.seen && (entry.state === 'withdrawn' || entry.state === 'undone') && back?.length !== 0
  expect(result.ok).toBe(can)
  if (!result.ok) return
  gone.delete(entry.word)
  for (const member of back ?? []) member.state = 'scheduled'
  entry.state = 'scheduled'
}

async function pin(context: Strike, entry: Modelled, model: Modelled[]) {
  const result = await setPinned(context, editor, entry.id, !entry.pinned)
  const full = model.filter(each => each.pinned).length >= 3
  expect(result.ok).toBe(entry.state === 'live' && (entry.pinned || !full))
  if (result.ok) entry.pinned = !entry.pinned
}

/** Undoes an approval in its grace; approves again what is withdrawn or undone. */
async function undoOrApprove(context: Strike, entry: Modelled, word: string, gone: Set<string>) {
  if (entry.state === 'scheduled') {
    await commit(context, trx => unscheduleEntry(trx, entry.number))
    gone.add(entry.word)
    entry.state = 'undone'
  } else if (entry.state !== 'live') {
    await approveAgain(context, entry.number, { name: `N${word}`, text: `${word} text` }, 0)
    gone.add(entry.word)
    Object.assign(entry, { state: 'scheduled', revision: entry.revision + 1, word })
  }
}

/** What the due-work round has made live. */
async function learn({ context, model, order, page, gone }: Morning) {
  const waiting = new Map(model.filter(entry => entry.state === 'scheduled').map(entry => [entry.id, entry]))
  if (waiting.size === 0) return
  const rows = await context.db
    .selectFrom('entry')
    .select('id')
    .where('state', '=', 'live')
    .where('id', 'in', [...waiting.keys()])
    .orderBy('published_at')
    .execute()
  for (const { id } of rows) {
    const entry = waiting.get(id)!
    if (!entry.seen) {
      order.push(id)
      page.unshift(id)
    }
    for (const member of entry.members ?? []) if (member.state === 'scheduled') member.state = 'live'
    Object.assign(entry, { state: 'live', seen: true })
    for (const word of wordsOf(entry)) gone.delete(word)
  }
}

/** Every format of the whole feed against the model, entry by entry. */
async function compare({ context, model, order, page, gone }: Morning) {
  const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  const feed = await readFeed(context.db, story, 'https://x.example', 50_000)
  const byId = new Map(model.map(entry => [entry.id, entry]))
  const live = order.map(id => byId.get(id)!).filter(entry => entry.state === 'live')
  live.reverse()
  const withdrawn = model.filter(entry => entry.seen && entry.state !== 'live').map(entry => entry.id)
  expect(feed.entries.map(({ id, revision, pinned, keyPoint }) => ({ id, revision, pinned, keyPoint }))).toEqual(
    live.map(({ id, revision, pinned, keyPoint }) => ({ id, revision, pinned, keyPoint })),
  )
  expect(feed.entries.map(entry => entry.members.map(member => member.id))).toEqual(
    live.map(entry => liveMembers(entry).map(member => member.id)),
  )
  expect(feed.arranged.map(entry => entry.id)).toEqual(page.filter(id => byId.get(id)!.state === 'live'))
  expect(feed.story.keyPoints.map(point => point.entryId)).toEqual(
    live.filter(entry => entry.keyPoint).map(entry => entry.id),
  )
  const expected = { live: live.map(entry => [entry.id, wordsOf(entry)[0]]), gone: withdrawn.sort() }
  const everyWord = live.flatMap(wordsOf)
  const made: Record<string, string> = {
    atom: atom(feed),
    rss: rss(feed),
    json: jsonFeed(feed),
    ninjs: ninjs(feed),
    txt: plain(feed),
    csv: csv(await readArchive(context.db, story.id)),
  }
  for (const [format, read] of Object.entries(readings)) {
    const said = read(made[format]!)
    expect([format, said.live]).toEqual([format, expected.live])
    expect([format, said.gone.sort()]).toEqual([format, expected.gone])
    expect([format, leaked(made[format]!, gone)]).toEqual([format, []])
    const told = new Set(made[format]!.match(/word\d+x(?= text)/g))
    expect([format, everyWord.filter(word => !told.has(word))]).toEqual([format, []])
  }
}

const leaked = (text: string, gone: Set<string>) => [...new Set(text.match(/word\d+x/g))].filter(word => gone.has(word))

/** Whatever leaves the house, at every address: no withdrawn word anywhere, and the sequence without a gap. */
async function lookEverywhere(everywhere: Everywhere, { model, order, page: arranged, gone }: Morning) {
  const found: string[] = []
  const look = (where: string, text: string) => {
    for (const word of leaked(text, gone)) found.push(`${where}: ${word}`)
  }
  const byId = new Map(model.map(entry => [entry.id, entry]))
  for (const path of await everywhere.addresses()) look(path, await everywhere.get(path))
  const page = await everywhere.get('/live/junior-doctors')
  const newest = order.map(id => byId.get(id)!).filter(entry => entry.state === 'live')
  const onPage = arranged.map(id => byId.get(id)!).filter(entry => entry.state === 'live')
  for (const entry of onPage.slice(0, 50))
    for (const word of wordsOf(entry)) expect([entry.id, page.includes(`${word} text`)]).toEqual([entry.id, true])
  const files = await everywhere.files()
  for (const [file, text] of files) {
    look(file, text)
    if (!file.startsWith('embed.js') && !file.endsWith('theme.css')) {
      const address = `/${file.replace(/\/index\.html$/, '')}`
      const same = (await everywhere.get(address)).startsWith(text)
      if (!same) found.push(`${file} is not what is served`)
    }
  }
  const ids = files.map(([file]) => /entries\/([^/]+)\/index\.html$/.exec(file)?.[1]).filter(Boolean)
  expect(ids.sort()).toEqual(newest.map(entry => entry.id).sort())
  const changes = await everywhere.changes()
  look('changes.json', changes.text)
  expect(changes.items.map(item => item.seq)).toEqual(changes.items.map((_, at) => at + 1))
  const told = await everywhere.events(changes.items.length)
  expect(told).toEqual(changes.items.map(({ seq, type, id, revision }) => ({ seq, type, id, revision })))
  // What a consumer knows that took every change in turn is what is live.
  const consumer = new Map(changes.items.map(({ id, type }) => [id.split('/').at(-1)!, type !== 'withdrawn']))
  expect(
    [...consumer]
      .filter(([, live]) => live)
      .map(([id]) => id)
      .sort(),
  ).toEqual(newest.map(entry => entry.id).sort())
  expect(found).toEqual([])
  expect(everywhere.faults).toEqual([])
}
