// The thread that takes mail in beside the desk: what wakes it, and what becomes of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { expect, test } from '@jest/globals'
import { joinSignals, takeMailBeside } from '../../src/commands/mail-beside.ts'
import { readConfig } from '../../src/config.ts'
import { silent } from '../../src/log.ts'
import { createSignal } from '../../src/store/index.ts'
import { testContext } from '../context.ts'
import { eventually } from '../eventually.ts'

test('what wakes one thread wakes the other, once for all that was committed in one go, and does not come back', async () => {
  const { port1, port2 } = new MessageChannel()
  const [desk, mail] = [createSignal(), createSignal()]
  const apart = [joinSignals(desk, port1), joinSignals(mail, port2)]
  const heard = { desk: 0, mail: 0 }
  desk.onWake(() => heard.desk++)
  mail.onWake(() => heard.mail++)
  mail.wake()
  mail.wake()
  await eventually('the desk to wake', async () => heard.desk)
  desk.wake()
  await eventually('the mail to wake', async () => heard.mail === 3)
  expect(heard).toEqual({ desk: 2, mail: 3 })
  for (const each of apart) each()
  mail.wake()
  await new Promise(resolve => setImmediate(resolve))
  expect(heard).toEqual({ desk: 2, mail: 4 })
  port1.close()
})

test('a thread that cannot begin is told of in the log, and the desk beside it goes on and stops in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-beside-'))
  const house = await testContext()
  const told: string[] = []
  const context = { ...house, log: { ...silent, error: (_: unknown, words: string) => void told.push(words) } }
  // A folder where the file should be.
  const config = readConfig({ POSTBAG_DATABASE: folder, POSTBAG_KEY_FILE: join(folder, 'key') })
  const taking = takeMailBeside({ config, context, store: house.store, keys: () => null as never, close: house.close })
  await eventually('the fault', async () => told.length)
  expect(told[0]).toBe('The thread that takes mail in has failed')
  await taking.stop()
  await house.close()
  rmSync(folder, { recursive: true })
}, 60_000)
