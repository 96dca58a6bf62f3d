// The part of the random morning that is about groups, places and key points: what the model says of each step.
import { expect } from '@jest/globals'
import { amendEntry, moveEntry, moveMember, restoreEntry, setKeyPoint, withdrawEntry } from '../../src/feed/index.ts'
import { approveGroup, editor, type Strike } from './strike.ts'

export type Member = { id: string; word: string; revision: number; state: 'scheduled' | 'live' | 'withdrawn' | 'group' }

export type Modelled = {
  /** 0: a group. */
  number: number
  id: string
  state: 'scheduled' | 'live' | 'withdrawn' | 'undone'
  seen: boolean
  revision: number
  word: string
  pinned: boolean
  keyPoint: boolean
  members: Member[] | null
}

export type Morning = {
  context: Strike
  model: Modelled[]
  /** Ids by first publication. */
  order: string[]
  /** Every id that was ever on the page, the top first. */
  page: string[]
  gone: Set<string>
  draw: (below: number) => number
  newWord: () => string
}

export const liveMembers = (entry: Modelled) => (entry.members ?? []).filter(member => member.state === 'live')

/** The words that readers see of an entry. */
export const wordsOf = (entry: Modelled): string[] =>
  entry.members ? liveMembers(entry).map(member => member.word) : [entry.word]

export async function makeGroup({ context, model, draw, newWord }: Morning): Promise<void> {
  const words = Array.from({ length: 2 + draw(3) }, newWord)
  const letters = words.map(word => ({ name: `N${word}`, text: `${word} text` }))
  const { group, members } = await approveGroup(context, 'Together', letters, draw(15_000))
  model.push({
    ...{ number: 0, id: group, state: 'scheduled', seen: false, revision: 1, word: '', pinned: false, keyPoint: false },
    members: members.map(({ id }, at) => ({ id, word: words[at]!, revision: 1, state: 'scheduled' })),
  })
}

export async function amendGroup({ context, draw }: Morning, entry: Modelled): Promise<void> {
  const headline = `Together ${draw(1000)}`
  const result = await amendEntry(context, editor, entry.id, { revision: entry.revision, headline })
  expect(result.ok).toBe(entry.state === 'live' || entry.state === 'scheduled')
  if (result.ok) entry.revision = result.entry.revision
}

/** One letter of a group is withdrawn, comes back, is corrected or moved. */
export async function changeMember(morning: Morning, entry: Modelled): Promise<void> {
  const { context, draw, gone, newWord } = morning
  const member = entry.members![draw(entry.members!.length)]!
  const kind = draw(4)
  if (kind === 0) {
    const result = await withdrawEntry(context, editor, member.id, 'asked')
    expect(result.ok).toBe(member.state === 'live')
    if (!result.ok) return
    member.state = 'withdrawn'
    gone.add(member.word)
    if (liveMembers(entry).length > 0) entry.revision++
    else Object.assign(entry, { state: 'withdrawn', pinned: false, keyPoint: false })
  } else if (kind === 1) {
    const result = await restoreEntry(context, editor, member.id)
    expect(result.ok).toBe(member.state === 'withdrawn' || member.state === 'group')
    if (!result.ok) return
    if (entry.state === 'live') {
      entry.revision++
      member.state = 'live'
      gone.delete(member.word)
    } else {
      entry.state = 'scheduled'
      member.state = 'scheduled'
    }
  } else if (kind === 2) {
    const word = newWord()
    const wish = { revision: member.revision, name: `N${word}`, text: `${word} text` }
    const result = await amendEntry(context, editor, member.id, wish)
    expect(result.ok).toBe(member.state === 'live' || member.state === 'scheduled')
    if (!result.ok) return
    gone.add(member.word)
    Object.assign(member, { word, revision: member.revision + 1 })
    if (member.state === 'live') entry.revision++
  } else await passMember(morning, entry, member)
}

async function passMember({ context, draw }: Morning, entry: Modelled, member: Member): Promise<void> {
  const shown = entry.members!.filter(each => each.state === 'live' || each.state === 'scheduled')
  const from = shown.indexOf(member)
  const move = draw(2) === 0 ? 'up' : 'down'
  const to = move === 'up' ? from - 1 : from + 1
  const result = await moveMember(context, editor, member.id, move)
  expect(result.ok).toBe(from >= 0 && entry.state !== 'withdrawn')
  if (!result.ok || to < 0 || to >= shown.length) return
  const [one, other] = [entry.members!.indexOf(member), entry.members!.indexOf(shown[to]!)]
  entry.members![one] = shown[to]!
  entry.members![other] = member
  if (entry.state === 'live') entry.revision++
}

/** The entry and those it passes hand their places on; the others keep theirs. */
export async function move({ context, model, page, draw }: Morning, entry: Modelled): Promise<void> {
  const own = new Set(model.filter(each => each.state === 'live' && each.pinned === entry.pinned).map(each => each.id))
  const to = [1, 'up' as const, 'down' as const, 1 + draw(own.size + 2)][draw(4)]!
  const result = await moveEntry(context, editor, entry.id, to)
  expect(result.ok).toBe(entry.state === 'live')
  if (!result.ok) return
  const list = page.filter(id => own.has(id))
  const from = list.indexOf(entry.id)
  const wanted = to === 'up' ? from - 1 : to === 'down' ? from + 1 : to - 1
  list.splice(from, 1)
  list.splice(Math.min(Math.max(wanted, 0), list.length), 0, entry.id)
  page.splice(0, page.length, ...page.map(id => (own.has(id) ? list.shift()! : id)))
}

export async function keyPoint({ context, model }: Morning, entry: Modelled): Promise<void> {
  const result = await setKeyPoint(context, editor, entry.id, !entry.keyPoint)
  const full = model.filter(each => each.keyPoint).length >= 6
  expect(result.ok).toBe(entry.state === 'live' && (entry.keyPoint || !full))
  if (result.ok) entry.keyPoint = !entry.keyPoint
}
