// What the web may not import itself, wired here: mailboxes, the rules that lead mail to stories, and reading raw mail.
import {
  addMailbox,
  changeMailbox,
  keepMessages,
  listMailboxes,
  loadRoutes,
  routeOf,
  testMailbox,
} from '../intake/index.ts'
import { settingsOf } from '../intake/mailboxes.ts'
import type { Keys } from '../secret.ts'
import type { Context } from '../store/index.ts'
import type { Intake, ListedMailbox, MailboxForm } from '../web/route.ts'

/** The intake room as the web knows it. */
export const intakeFor = (context: Context, keys: Keys): Intake => ({
  list: async () => (await listMailboxes(context)).map(listed),
  test: (box, id) => test(context, keys, box, id),
  add: async (by, box) => {
    const answer = await addMailbox(context, keys, box, by)
    return answer.ok ? { ok: true } : answer
  },
  change: (by, id, change) =>
    // An empty password field means the one that is kept.
    changeMailbox(context, keys, id, { ...change, password: change.password || undefined, actor: by }),
  routeOf: async raw => {
    const { readMessage } = await import('../mail/read.ts')
    const reading = await readMessage(raw)
    return { ...routeOf(await loadRoutes(context), reading, []), to: reading.to }
  },
  explain: async raw => (await import('../mail/explain.ts')).explain(raw),
  takeIn: async raw => {
    const keeping = { source: { kind: 'import' as const, storyId: null }, fingerprint: keys.fingerprint }
    await keepMessages(context, keeping, [{ raw, size: raw.length, internalDate: context.now(), whole: true }])
  },
})

async function test(context: Context, keys: Keys, box: MailboxForm, id: string | undefined) {
  const kept = id === undefined ? undefined : (await listMailboxes(context)).find(each => each.id === id)
  const password = box.password || (kept ? settingsOf(kept, keys).password : '')
  const { steps } = await testMailbox({ ...box, password, outgoing: context.outgoing })
  return steps
}

const listed = (box: Awaited<ReturnType<typeof listMailboxes>>[number]): ListedMailbox => ({
  id: box.id,
  name: box.name,
  host: box.host,
  port: box.port,
  security: box.security,
  username: box.username,
  folder: box.folder,
  quiet: box.quiet === 1,
  storyId: box.story_id,
  paused: box.paused_at !== null,
})
