import { afterAll, expect, test } from '@jest/globals'
import { readSubmission } from '../../src/desk/submission.ts'
import { reread } from '../../src/intake/reread.ts'
import { createReader } from '../../src/mail/pool.ts'
import { letter, openPost, publish } from '../post.ts'

const reader = createReader({ threads: 1 })
afterAll(() => reader.close())

test('“you published me, please take it down” goes to the top with its entry; a second letter like any other does not', async () => {
  const post = await openPost(reader)
  const from = (message: string) => message.replace(/katherine\d+@/g, 'katherine1@')
  const [first] = await post.take([letter(1)])
  const entry = await publish(post, first!)
  const take = 'You published my letter this morning.\n\nPlease take it down, my employer has seen it.\n\nKatherine\n'
  const [later, stranger, second] = await post.take(
    [from(letter(2, take)), letter(3, take), from(letter(4, 'The picket line sang all morning.\n\nKatherine\n'))],
    2,
  )
  const email = (await readSubmission(post.context, later!))!
  expect(email.urgent).toBe('published')
  expect(email.contributor!.entries).toMatchObject([{ id: entry, number: first, slug: 'strike' }])
  expect((await readSubmission(post.context, stranger!))!.urgent).toBeNull()
  expect((await readSubmission(post.context, second!))!.urgent).toBeNull()
  await post.remove()
})

test('danger to life goes to the top as it arrives, and again when everything is read again', async () => {
  const post = await openPost(reader)
  const [number, calm] = await post.take([letter(1, 'I want to die.\n\nKatherine\n'), letter(2)])
  expect((await readSubmission(post.context, number!))!.urgent).toBe('safety')
  await reread(post.context, post.reader)
  expect((await readSubmission(post.context, number!))!.urgent).toBe('safety')
  expect((await readSubmission(post.context, calm!))!.urgent).toBeNull()
  await post.remove()
})
