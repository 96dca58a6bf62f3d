// Several letters under one heading are one entry for readers, and each letter can still go alone.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import {
  amendEntry,
  atom,
  forgetEntry,
  jsonFeed,
  moveMember,
  publishDue,
  readFeed,
  readPublicEntry,
  restoreEntry,
  stopEntry,
  unscheduleEntry,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { commit, verifyStore } from '../../src/store/index.ts'
import {
  approveAgain,
  approveGroup,
  approveLetter,
  changeWords,
  editor,
  readEntry,
  type Strike,
  strike,
} from './strike.ts'

let context: Strike
beforeEach(async () => {
  context = await strike()
})
afterEach(async () => {
  const checks = await verifyStore(context.store, null)
  expect(checks.flatMap(check => (/entries|sequences|chain/.test(check.name) ? check.faults : []))).toEqual([])
  await context.close()
})

const letters = [
  { name: 'Ann', text: 'One from Ann.' },
  { name: 'Bob', text: 'Two from Bob.' },
  { name: 'Cat', text: 'Three from Cat.' },
]
const feed = async () =>
  readFeed(context.db, await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow(), 'https://x.example')
const names = async () => (await feed()).entries.map(entry => entry.members.map(member => member.name))

async function liveGroup() {
  const made = await approveGroup(context, 'What nurses say', letters, 0)
  await publishDue(context)
  return made
}

test('three letters under one heading go live as one entry, in their order', async () => {
  const { group, members } = await approveGroup(context, 'What nurses say', letters)
  expect(await publishDue(context)).toBe(0)
  context.clock.at += 10_000
  await publishDue(context)
  const { entries } = await feed()
  expect(entries.map(entry => [entry.id, entry.kind, entry.headline])).toEqual([[group, 'group', 'What nurses say']])
  expect(await names()).toEqual([['Ann', 'Bob', 'Cat']])
  expect(await changeWords(context)).toEqual(['1 published 1'])
  expect(await readPublicEntry(context.db, context.storyId, members[0]!.id)).toBe(null)
  const made = atom(await feed())
  expect(made.match(/<entry>/g)).toHaveLength(1)
  expect(made).toContain('<title>What nurses say</title>')
  expect(made.match(/<author><name>(Ann|Bob|Cat)<\/name><\/author>/g)).toHaveLength(3)
})

test('one letter is withdrawn and the group stays, as its next revision, without a word of it', async () => {
  const { group, members } = await liveGroup()
  expect(await withdrawEntry(context, editor, members[1]!.id, 'asked')).toMatchObject({ ok: true })
  expect(await names()).toEqual([['Ann', 'Cat']])
  expect(await changeWords(context)).toEqual(['1 published 1', '2 amended 2'])
  expect(jsonFeed(await feed())).not.toContain('Bob')
  expect((await readEntry(context, group)).state).toBe('live')
  expect(await restoreEntry(context, editor, members[1]!.id)).toMatchObject({ ok: true })
  await publishDue(context)
  expect(await names()).toEqual([['Ann', 'Bob', 'Cat']])
  expect(await changeWords(context)).toEqual(['1 published 1', '2 amended 2', '3 amended 3'])
})

test('with its last letter the group goes too, and comes back with one', async () => {
  const { group, members } = await liveGroup()
  for (const { id } of members) await withdrawEntry(context, editor, id, 'legal')
  expect((await readEntry(context, group)).state).toBe('withdrawn')
  expect((await feed()).withdrawn.map(gone => gone.id)).toEqual([group])
  await restoreEntry(context, editor, members[2]!.id)
  await publishDue(context)
  expect(await names()).toEqual([['Cat']])
  expect((await changeWords(context)).at(-1)).toBe('5 restored 3')
})

test('a group withdrawn as a whole comes back whole', async () => {
  const { group, members } = await liveGroup()
  await withdrawEntry(context, editor, members[0]!.id, 'asked')
  await withdrawEntry(context, editor, group, 'error')
  expect(await names()).toEqual([])
  expect((await readEntry(context, members[1]!.id)).state).toBe('withdrawn')
  await restoreEntry(context, editor, group)
  await publishDue(context)
  expect(await names()).toEqual([['Bob', 'Cat']])
})

test('letters taken back inside the grace are not in it; with all of them there is no group', async () => {
  const { members } = await approveGroup(context, 'What nurses say', letters, 0)
  await commit(context, trx => unscheduleEntry(trx, members[0]!.number))
  await publishDue(context)
  expect(await names()).toEqual([['Bob', 'Cat']])
  const none = await approveGroup(context, 'Nobody', letters, 0)
  for (const { number } of none.members) await commit(context, trx => unscheduleEntry(trx, number))
  await publishDue(context)
  expect((await readEntry(context, none.group)).state).toBe('withdrawn')
  expect(await changeWords(context)).toEqual(['1 published 1'])
})

test('a whole group is stopped in its grace', async () => {
  const { group } = await approveGroup(context, 'What nurses say', letters)
  expect(await stopEntry(context, editor, group)).toMatchObject({ ok: true })
  context.clock.at += 60_000
  await publishDue(context)
  expect(await changeWords(context)).toEqual([])
})

test('a letter approved again by itself leaves its group and is published under its own id', async () => {
  const { members } = await liveGroup()
  await withdrawEntry(context, editor, members[0]!.id, 'error')
  await approveAgain(context, members[0]!.number, { name: 'Ann', text: 'One from Ann.' }, 0)
  await publishDue(context)
  expect((await feed()).entries.map(entry => [entry.kind, entry.name])).toEqual([
    ['letter', 'Ann'],
    ['group', ''],
  ])
  expect(await changeWords(context)).toEqual(['1 published 1', '2 amended 2', '3 published 2'])
})

test('a letter of a group is corrected, moved and forgotten: each is the next revision of the group', async () => {
  const { members } = await liveGroup()
  await amendEntry(context, editor, members[0]!.id, { revision: 1, name: 'Anne' })
  await moveMember(context, editor, members[0]!.id, 'down')
  expect(await names()).toEqual([['Bob', 'Anne', 'Cat']])
  const cat = await readEntry(context, members[2]!.id)
  await commit(context, trx => forgetEntry(trx, cat, { actor: editor, now: context.now(), choice: 'keep-as-a-reader' }))
  expect((await feed()).entries[0]!.members.map(member => member.line)).toEqual([
    'Bob, from Ruislip in Middlesex, emails:',
    'Anne, from Ruislip in Middlesex, emails:',
    'One reader emails:',
  ])
  expect(await changeWords(context)).toEqual(['1 published 1', '2 amended 2', '3 amended 3', '4 amended 4'])
})

test('what was barred meanwhile stops one letter and lets the others go', async () => {
  await approveGroup(context, 'What nurses say', letters, 0)
  await context.db.insertInto('barred').values({ story_id: context.storyId, position: 0, words: 'Bob' }).execute()
  await publishDue(context)
  expect(await names()).toEqual([['Ann', 'Cat']])
})

test('a letter that readers saw by itself leaves its tombstone when it joins a group', async () => {
  const { id, number } = await approveLetter(context, {}, 0)
  await publishDue(context)
  await withdrawEntry(context, editor, id, 'error')
  const { group } = await approveGroup(context, 'Two', [{ name: 'Ann' }], 0)
  await commit(context, async trx => {
    const { scheduleEntry } = await import('../../src/feed/index.ts')
    await scheduleEntry(trx, {
      ...{ submission: number, storyId: context.storyId, actor: editor, at: context.now(), publishAt: 0 },
      words: { name: 'Kate', place: '', verb: 'emails', text: 'Again.' },
      group: { id: group, position: 1 },
    })
  })
  await publishDue(context)
  expect(await names()).toEqual([['Ann', 'Kate']])
  expect((await feed()).withdrawn.map(gone => gone.id)).toEqual([id])
})
