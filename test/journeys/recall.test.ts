// A withdrawal reaches everyone: pages, feeds, events, changes, export folder, webhook, hub; who is down is red until then.
import { expect, test } from '@jest/globals'
import { readReceipts, withdrawEntry } from '../../src/feed/index.ts'
import { eventually } from '../eventually.ts'
import { withConsumers } from './consumers.ts'

test('what is withdrawn is gone everywhere; a consumer that is down stays red with its next try and turns green by itself', async () => {
  await withConsumers(async ({ house, storyId, up, approve, untilAll, holding }) => {
    const { context } = house
    const first = await approve('Marmalade one.')
    const ways = Object.keys(await untilAll('Marmalade one.', first, true))
    expect(ways).toHaveLength(14)
    await withdrawEntry(context, 'editor', first, 'legal')
    expect(Object.keys(await untilAll('Marmalade one.', first, false)).sort()).toEqual(ways.sort())

    const second = await approve('Marmalade two.')
    await untilAll('Marmalade two.', second, true)
    up.yes = false
    await withdrawEntry(context, 'editor', second, 'asked')
    const receipts = () => readReceipts(context.db, storyId)
    await eventually('both to be red', async () => (await receipts()).every(each => each.failing !== null))
    for (const { failing } of await receipts()) {
      expect(failing!.error).toBe('It answered 503.')
      expect(failing!.nextAt).toBeGreaterThan(context.now())
    }
    await eventually('nobody else to hold it', async () => {
      const held = await holding('Marmalade two.', second)
      const still = Object.keys(held).filter(way => held[way])
      return still.sort().join() === 'hub,webhook'
    })
    up.yes = true
    await untilAll('Marmalade two.', second, false)
    const story = await context.db.selectFrom('story').select('feed_seq').executeTakeFirstOrThrow()
    await eventually('both to be green', async () =>
      (await receipts()).every(each => each.failing === null && each.seq === story.feed_seq),
    )
  })
}, 60_000)
