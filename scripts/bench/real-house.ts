// The whole product as it is run: Dovecot, `serve` as a process of its own, a story and its moderators. For measuring
// what people feel while mail arrives.
import { join } from 'node:path'
import { newFolder } from '../../test/commands/postbag.ts'
import { type Dovecot, startDovecot } from '../../test/dovecot.ts'
import { eventually } from '../../test/eventually.ts'

export const password = 'a long walk to Ruislip'

export type RealHouse = { origin: string; dovecot: Dovecot; database: string; moderators: string[] }

/** Opens the house with so many moderators for `work`, and closes it whatever happens. */
export async function inRealHouse(count: number, work: (house: RealHouse) => Promise<void>): Promise<void> {
  const folder = newFolder()
  const dovecot = await startDovecot()
  const moderators = Array.from({ length: count }, (_, at) => `m${at}@example.org`)
  const run = async (input: string, ...args: string[]) => {
    const { code, err } = await folder.run(args, { input })
    if (code !== 0) throw new Error(`${args.join(' ')}: ${err}`)
  }
  await run('', 'story', 'add', 'strike', '--title', 'Strike', '--address', 'haveyoursay@example.org')
  for (const email of moderators)
    await run(password, 'user', 'add', email, '--name', email, '--role', 'moderator', '--password-file', '-')
  const { host, port, username } = dovecot
  const box = ['--host', host, '--port', String(port), '--user', username, '--security', 'none', '--story', 'strike']
  await run(dovecot.password, 'mailbox', 'add', 'letters', ...box, '--password-file', '-')
  const serving = folder.start(['serve'], { POSTBAG_PORT: '0', POSTBAG_SECOND_FACTOR: 'optional' })
  try {
    const origin = await eventually('the address', () => /Postbag is at (http:\S+)/.exec(serving.out())?.[1], 30_000)
    await work({ origin, dovecot, moderators, database: join(folder.path, 'data/postbag.db') })
  } finally {
    serving.child.kill('SIGTERM')
    await serving.ended
    await dovecot.stop()
    folder.remove()
  }
}
