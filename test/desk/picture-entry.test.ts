// The picture of an entry, from its approval to its end: what it needs, who may see it, and what erases it.
import { afterEach, expect, test } from '@jest/globals'
import { recordConsent } from '../../src/desk/consent.ts'
import { approve } from '../../src/desk/decisions.ts'
import { findByNumbers } from '../../src/desk/erase-find.ts'
import { eraseRows } from '../../src/desk/erase-rows.ts'
import type { ChosenPicture } from '../../src/desk/picture-choice.ts'
import { amendEntry, publishDue, readFeed, readPublicPicture } from '../../src/feed/index.ts'
import { keysFrom } from '../../src/secret.ts'
import { commit } from '../../src/store/index.ts'
import { addEmail, type Desk, openDesk } from './cast.ts'

let desk: Desk
afterEach(() => desk.context.close())

const bytes = (word: string) => new TextEncoder().encode(word)
const picture: ChosenPicture = {
  ...{ position: 0, aspect: '16:9', focal: 4, alt: 'A placard', credit: 'Katherine', permission: 'found' },
  sizes: {
    ...{ width: 1280, height: 720, large: bytes('large picture bytes') },
    ...{ small_width: 640, small_height: 360, small: bytes('small picture bytes') },
  },
}
const wish = (more: Partial<ChosenPicture> = {}) => ({ version: 1, grace: 0, picture: { ...picture, ...more } })

test('a picture is published with words for it and a permission, never against a written no; the ledger notes why', async () => {
  desk = await openDesk()
  const { context, rob } = desk
  const number = await addEmail(desk)
  expect(await approve(context, rob, number, wish({ alt: ' ' }))).toMatchObject({ ok: false, why: 'no-alt' })
  expect(await approve(context, rob, number, wish({ permission: '' }))).toMatchObject({
    ok: false,
    why: 'no-permission',
  })
  await recordConsent(context, rob, number, { what: 'picture', answer: 'no', evidence: 'Rang her' })
  expect(await approve(context, rob, number, wish())).toMatchObject({ ok: false, why: 'picture-forbidden' })
  context.clock.at += 60_000
  await recordConsent(context, rob, number, { what: 'picture', answer: 'yes', evidence: 'Rang her again' })
  context.clock.at += 60_000
  expect(await approve(context, rob, number, wish())).toMatchObject({ ok: true })
  const line = await context.db.selectFrom('consent').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(line).toMatchObject({ what: 'picture', answer: 'yes', evidence: 'Permission found in the email' })
})

test('a picture has an id of its own, is public only while its entry shows it, and goes along with every correction', async () => {
  desk = await openDesk()
  const { context, rob, story } = desk
  const number = await addEmail(desk)
  await approve(context, rob, number, { ...wish(), grace: 10 })
  const { id } = await context.db.selectFrom('picture').select('id').executeTakeFirstOrThrow()
  const seen = async () => {
    const found = await readPublicPicture(context.db, story.id, id, 'large')
    return found instanceof Uint8Array ? Buffer.from(found).toString() : found
  }
  expect(await seen()).toBeNull()
  context.clock.at += 11_000
  await publishDue(context)
  expect(await seen()).toBe('large picture bytes')
  const row = await context.db.selectFrom('entry').selectAll().executeTakeFirstOrThrow()
  expect(id).not.toBe(row.id)
  await amendEntry(context, 'system', row.id, { revision: 1, text: 'I do support the doctors.' })
  const current = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
  const feed = await readFeed(context.db, current, 'https://x.example')
  expect(feed.entries[0]!.picture).toEqual({ id, width: 1280, height: 720, alt: 'A placard', credit: 'Katherine' })
  expect(await seen()).toBe('large picture bytes')
  // Taken off by a correction, the words stay and the bytes are public no more.
  await amendEntry(context, 'system', row.id, { revision: 2, picture: null })
  expect(await seen()).toBe('gone')
})

for (const published of ['withdraw', 'keep-as-a-reader'] as const)
  test(`erasing the reader erases the bytes of the picture too (${published})`, async () => {
    desk = await openDesk()
    const { context, rob, story } = desk
    const number = await addEmail(desk)
    await approve(context, rob, number, wish())
    await publishDue(context)
    const keys = keysFrom(new Uint8Array(32).fill(7))
    await commit(context, async trx => {
      const found = await findByNumbers(trx, [number])
      await eraseRows(trx, found, { keys, actor: 'system', now: context.now(), published, address: '' })
    })
    expect(await context.db.selectFrom('picture').selectAll().execute()).toEqual([])
    const named = await context.db
      .selectFrom('revision')
      .select(['picture_id', 'picture_alt', 'picture_credit'])
      .execute()
    for (const each of named) expect(each).toEqual({ picture_id: null, picture_alt: '', picture_credit: '' })
    const current = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
    const feed = await readFeed(context.db, current, 'https://x.example')
    expect(feed.entries.map(entry => entry.picture)).toEqual(published === 'withdraw' ? [] : [null])
    expect(story.id).toBe(current.id)
  })
