import { afterAll, beforeAll, expect } from '@jest/globals'
import { mailboxAccounts } from '../../src/intake/health.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import type { Reader } from '../../src/mail/pool.ts'
import { takeLease } from '../../src/store/index.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'
import { reader as createTestReader, house, keys, letter, letters, mailboxOn, patient, withServer } from './house.ts'

let reader: Reader
beforeAll(() => {
  reader = createTestReader()
})
afterAll(() => reader.close())

testWithDovecot(
  'a first pass takes everything in, a second finds nothing new, and the sums agree with the server',
  () =>
    withServer(async server => {
      const context = await house()
      await mailboxOn(context, server)
      await server.append([...letters(20), letter(3), letter(99, { headers: 'Auto-Submitted: auto-replied' })])
      const [first] = await pollOnce(context, keys, reader, { timings: patient })
      expect(first).toMatchObject({
        seen: 22,
        new: 21,
        ingested: 20,
        duplicate: 1,
        ignored: 1,
        pending: 0,
        unaccounted: 0,
      })
      const [second] = await pollOnce(context, keys, reader, { timings: patient })
      expect(second).toMatchObject({ seen: 22, new: 0, ingested: 20, duplicate: 1, ignored: 1, unaccounted: 0 })
      const [account] = await mailboxAccounts(context)
      expect(account).toMatchObject({ state: 'ok', seen: 22, sums: { ingested: 20, unaccounted: 0 } })
      await context.close()
    }),
)

testWithDovecot('a poll beside a process that holds the mailbox only counts', () =>
  withServer(async server => {
    const context = await house()
    const { id } = await mailboxOn(context, server)
    await server.append(letters(4))
    await pollOnce(context, keys, reader, { timings: patient })
    const other = await takeLease(context, `mailbox:${id}`, 'another process', 60_000)
    await server.append(letters(2, 5))
    const [report] = await pollOnce(context, keys, reader, { timings: patient })
    expect(report).toMatchObject({ seen: 6, new: 0, ingested: 4, unaccounted: 2, countedOnly: true })
    await other!.release()
    const [after] = await pollOnce(context, keys, reader, { timings: patient })
    expect(after).toMatchObject({ seen: 6, new: 2, ingested: 6, unaccounted: 0 })
    await context.close()
  }),
)

testWithDovecot('staff who move and delete mail disturb nothing: the sums follow what the server lists', () =>
  withServer(async server => {
    const context = await house()
    await mailboxOn(context, server, { quiet: true })
    await server.append(letters(6))
    await pollOnce(context, keys, reader, { timings: patient })
    const client = await server.client()
    await client.mailboxOpen('INBOX')
    expect(await client.search({ keyword: '$PostbagStored' }, { uid: true })).toEqual([])
    await client.messageDelete('1:2', { uid: true })
    await client.mailboxCreate('Done')
    await client.messageMove('3', 'Done', { uid: true })
    const [report] = await pollOnce(context, keys, reader, { timings: patient })
    expect(report).toMatchObject({ seen: 3, new: 0, ingested: 3, gone: 0, unaccounted: 0 })
    await client.messageMove('1:*', 'Done', { uid: true })
    await client.mailboxOpen('Done')
    await client.messageMove('1:*', 'INBOX', { uid: true })
    await client.logout()
    const [back] = await pollOnce(context, keys, reader, { timings: patient })
    expect(back).toMatchObject({ seen: 4, new: 0, duplicate: 4, unaccounted: 0 })
    await context.close()
  }),
)

testWithDovecot(
  'F19: a mailbox without its folder, or with a wrong password, says what to do and disturbs no other',
  () =>
    withServer(async server => {
      const context = await house()
      await mailboxOn(context, server)
      await mailboxOn(context, server, { name: 'Missing', folder: 'Nowhere' })
      await mailboxOn(context, server, { name: 'Refused', password: 'wrong' })
      await mailboxOn(context, server, { name: 'Silent', port: 1 })
      await server.append(letters(2))
      const reports = await pollOnce(context, keys, reader, { timings: patient })
      expect(reports.map(report => [report.mailbox, report.error ?? report.ingested])).toEqual([
        ['Letters', 2],
        ['Missing', expect.stringContaining('There is no folder “Nowhere”')],
        ['Refused', expect.stringContaining('refused the user name or the password of “reader”')],
        ['Silent', expect.stringContaining('Nothing answers at 127.0.0.1, port 1')],
      ])
      await context.close()
    }),
)
