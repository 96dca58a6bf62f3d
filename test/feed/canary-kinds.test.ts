// What stands in the private fields of grouped letters and of staff's own entries reaches no output either.
import { expect, test } from '@jest/globals'
import {
  amendEntry,
  composedKinds,
  composeEntry,
  publishDue,
  setKeyPoint,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { openEverywhere } from './everywhere.ts'
import { approveGroup, type Strike, strike } from './strike.ts'

const canary = 'canary7f3a'

/** Canaries wherever a submission, an entry or a revision says more than readers may see. */
async function plant(context: Strike): Promise<void> {
  const secret = `${canary}@example.org`
  await context.db
    .insertInto('contributor')
    .values({ id: canary, address: secret, name: canary, created_at: 0 })
    .execute()
  await context.db
    .updateTable('submission')
    .set({
      ...{ contributor_id: canary, from_address: secret, from_name: canary, to_address: secret, subject: canary },
      ...{ original: canary, text: canary, point_of_view: 'against', reason: canary, decided_by: canary },
    })
    .execute()
  // A line written by hand is rendered into `line`; the field itself is the desk's.
  await context.db.updateTable('revision').set({ made_by: canary, own_line: canary }).execute()
  await context.db.updateTable('entry').set({ withdrawn_why: canary }).where('state', '=', 'withdrawn').execute()
}

test('groups, quotations, notes, call-outs and posts with canaries in every private field: none in any output', async () => {
  const context = await strike()
  const groups = []
  for (let at = 0; at < 12; at++) {
    const letters = [1, 2, 3].map(each => ({ name: `Reader ${at}.${each}`, text: `Words ${at}.${each}.` }))
    groups.push(await approveGroup(context, `Heading ${at}`, letters, 0))
  }
  for (const kind of composedKinds)
    for (let at = 0; at < 5; at++) {
      const words = {
        text: `Own ${at}.`,
        name: 'Somebody',
        role: 'Minister',
        service: 'Radio',
        url: 'https://x.example/1',
      }
      await composeEntry(context, canary, { storyId: context.storyId, kind, words, publishAt: context.now() })
    }
  await publishDue(context)
  await withdrawEntry(context, canary, groups[0]!.members[1]!.id, 'legal')
  await withdrawEntry(context, canary, groups[1]!.group, 'legal')
  await setKeyPoint(context, canary, groups[2]!.group, true)
  await amendEntry(context, canary, groups[3]!.members[0]!.id, {
    revision: 1,
    name: 'Katherine Smith',
    nameForm: 'first',
  })
  await plant(context)
  await context.db
    .updateTable('story')
    .set(story => ({ page_seq: story('page_seq', '+', 1) }))
    .execute()
  const everywhere = await openEverywhere(context)
  const gone = [canary, 'against', 'Words 0.2.', 'Words 1.1.', 'Reader 1.3', 'Smith']
  const look = (text: string) => gone.filter(word => text.includes(word))
  for (const path of await everywhere.addresses()) expect([path, look(await everywhere.get(path))]).toEqual([path, []])
  for (const [file, text] of await everywhere.files()) expect([file, look(text)]).toEqual([file, []])
  const { text, items } = await everywhere.changes()
  expect(look(text)).toEqual([])
  expect(look(JSON.stringify(await everywhere.events(items.length)))).toEqual([])
  await everywhere.close()
  await context.close()
})
