// A server over an empty database, for trips that begin before anybody has an account.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { intakeFor } from '../../src/commands/intake-for-web.ts'
import { readMailOf } from '../../src/commands/read-mail.ts'
import { readConfig } from '../../src/config.ts'
import { createPictureMaker } from '../../src/picture/pool.ts'
import { keysFrom } from '../../src/secret.ts'
import { createFrontDoor } from '../../src/web/app.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import type { Intake } from '../../src/web/route.ts'
import { type TestContext, testContext } from '../context.ts'

export type EmptyHouse = {
  url: string
  context: TestContext
  intake: Intake
  breakMailbox: () => Promise<void>
  later: (ms: number) => void
}

/** A server over an empty database; its clock is the real one, moved on by `later`. */
export async function inEmptyHouse(work: (house: EmptyHouse) => Promise<void>): Promise<void> {
  const context = await testContext()
  let ahead = 0
  context.now = () => Date.now() + ahead
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const keys = keysFrom(new Uint8Array(32).fill(7))
  const config = readConfig({ POSTBAG_DATABASE: ':memory:', POSTBAG_BASE_URL: url })
  const intake = intakeFor(context, keys)
  const parts = { context, config, keys, intake, dev: false, setupToken: 'from-the-log', alarm: null, startedAt: 0 }
  server.on(
    'request',
    createFrontDoor({ ...parts, assets: await bundleAssets(), readMail: readMailOf(context, createPictureMaker()) }),
  )
  try {
    await work({
      url,
      context,
      intake,
      later: ms => {
        ahead += ms
      },
      breakMailbox: async () => {
        const error = 'The mail server refused the password. Type the right one.'
        await context.db.updateTable('mailbox').set({ error, error_since: context.now(), seen: 12 }).execute()
      },
    })
  } finally {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    await context.close()
  }
}
