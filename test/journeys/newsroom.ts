// A whole newsroom for one journey: a real Dovecot, the poller, the desk and the feeds, in a folder of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../scripts/demo/compose.ts'
import type { Letter } from '../../scripts/demo/emails/letter.ts'
import { createOpen, type House } from '../../src/commands/house.ts'
import { serve } from '../../src/commands/serve.ts'
import { addStaff } from '../../src/desk/staff.ts'
import { addStory } from '../../src/desk/stories.ts'
import { addMailbox } from '../../src/intake/mailboxes.ts'
import { staff } from '../cast.ts'
import { type Dovecot, startDovecot } from '../dovecot.ts'
import { eventually } from '../eventually.ts'

export const slug = 'strike'

export type Newsroom = {
  house: House
  /** Where the desk is, without a slash at the end. */
  origin: string
  dovecot: Dovecot
  /** Readers write: the letters are appended to the mailbox. */
  send: (...letters: Letter[]) => Promise<void>
  /** Waits until so many emails are in the waiting queue. */
  waiting: (count: number) => Promise<unknown>
  /** The public page and the feeds as text, by name. */
  published: () => Promise<Record<string, string>>
}

const feeds = ['atom', 'rss', 'json', 'ninjs.json']

/** Opens the newsroom for `work` and closes it whatever happens. An approval waits `grace` seconds before it is live. */
export async function inNewsroom(work: (newsroom: Newsroom) => Promise<void>, grace = 1): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-journey-'))
  const dovecot = await startDovecot()
  const open = createOpen({
    POSTBAG_DATABASE: join(folder, 'postbag.db'),
    POSTBAG_PORT: '0',
    POSTBAG_SECOND_FACTOR: 'optional',
    POSTBAG_LOG_LEVEL: 'error',
  })
  try {
    await open(async house => {
      await furnish(house, dovecot, grace)
      const serving = await serve(house, {})
      try {
        await work(newsroom(house, serving.url!, dovecot))
      } finally {
        await serving.stop()
      }
    })
  } finally {
    await dovecot.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function furnish(house: House, dovecot: Dovecot, grace: number): Promise<void> {
  const { context } = house
  for (const person of staff) ok(await addStaff(context, 'system', person))
  const { story } = ok(
    await addStory(context, 'system', {
      slug,
      title: 'Junior doctors’ strike',
      callOut: 'Send us your views: haveyoursay@example.org',
      addresses: ['haveyoursay@example.org'],
      graceSeconds: grace,
      zone: 'Europe/London',
    }),
  )
  const { host, port, username, password } = dovecot
  const box = { name: 'Have your say', host, port, security: 'none' as const, username, password, storyId: story.id }
  ok(await addMailbox(context, house.keys(), box))
}

function newsroom(house: House, origin: string, dovecot: Dovecot): Newsroom {
  const { context } = house
  return {
    house,
    origin,
    dovecot,
    send: async (...letters) => {
      await dovecot.append(letters.map((letter, index) => compose(letter, context.now() - 60_000 + index * 1000)))
    },
    waiting: count =>
      eventually(`${count} waiting emails`, async () => {
        const rows = await context.db.selectFrom('submission').select('number').where('state', '=', 'waiting').execute()
        return rows.length === count
      }),
    published: async () => {
      const paths = {
        page: `/live/${slug}`,
        ...Object.fromEntries(feeds.map(feed => [feed, `/feeds/${slug}.${feed}`])),
      }
      const texts = Object.entries(paths).map(async ([name, path]) => [name, await textOf(origin + path)] as const)
      return Object.fromEntries(await Promise.all(texts))
    },
  }
}

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url)
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return await answer.text()
}

function ok<Result extends { ok: boolean }>(result: Result): Extract<Result, { ok: true }> {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result as Extract<Result, { ok: true }>
}
