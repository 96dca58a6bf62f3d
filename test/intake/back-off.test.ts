import { expect, test } from '@jest/globals'
import { leftOfWait, nextWait } from '../../src/intake/back-off.ts'
import { MailFailure } from '../../src/intake/failure.ts'
import { timings } from '../../src/intake/timings.ts'
import type { Row } from '../../src/store/index.ts'

const second = 1000
const wait = (kind: MailFailure['kind'], before: { passing?: number; refusals?: number } = {}, asked = 0) =>
  nextWait(new MailFailure(kind, '', { wait: asked }), { passing: 0, refusals: 0, ...before }, timings, 1)

test('a lost connection is made again after 1, 2, 4 … seconds, never more than a minute', () => {
  expect([0, 1, 2, 3, 5, 6, 40].map(passing => wait('lost', { passing }))).toEqual(
    [1, 2, 4, 8, 32, 60, 60].map(seconds => seconds * second),
  )
})

test('refused credentials are tried four times in a day at most', () => {
  expect([1, 2, 3, 4, 5].map(refusals => wait('credentials', { refusals }))).toEqual([
    60 * second,
    300 * second,
    1800 * second,
    null,
    null,
  ])
})

test('a server that names a time is left alone for it, within reason; a busy one for half a minute at least', () => {
  expect(wait('throttled', {}, 92_415)).toBe(92_415)
  expect(wait('throttled', {}, 1)).toBe(30 * second)
  expect(wait('throttled', {}, 86_400_000)).toBe(900 * second)
  expect(wait('busy')).toBeGreaterThanOrEqual(30 * second)
})

test('a restart does not shorten the wait after a refused password', () => {
  const mailbox = { error_kind: 'credentials', refusals: 2, tried_at: 1_000_000 } as Row<'mailbox'>
  expect(leftOfWait(mailbox, 1_000_000 + 100 * second, timings)).toBe(200 * second)
  expect(leftOfWait(mailbox, 1_000_000 + 999 * second, timings)).toBe(0)
  expect(leftOfWait({ ...mailbox, refusals: 4 }, 1_000_000, timings)).toBeNull()
  expect(leftOfWait({ ...mailbox, error_kind: 'lost' }, 1_000_000, timings)).toBe(0)
  // A clock that jumped back does not lock the mailbox up.
  expect(leftOfWait(mailbox, 0, timings)).toBe(300 * second)
})
