// The morning before you arrived: the mail of three hours, taken in by the real poller in a few passes whose clock is
// set back, with some of it decided, so that the live page has entries and every view of the queue something in it.
import type { House } from '../../src/commands/house.ts'
import { approve, hold, markSpam, reject } from '../../src/desk/decisions.ts'
import type { Actor } from '../../src/desk/policy.ts'
import { publishDue } from '../../src/feed/index.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import { createReader } from '../../src/mail/pool.ts'
import type { Context } from '../../src/store/index.ts'
import { compose } from './compose.ts'
import { strikeDay } from './day.ts'
import type { MailServer } from './mail-server.ts'
import { actorOf } from './newsroom.ts'

type Wish = { from: string; do: typeof approve | typeof hold | typeof reject | typeof markSpam; with?: object }

const minute = 60_000

/** Minutes before now at which somebody looked at the queue. */
const looks = [165, 120, 75, 30, 0]

const wishes: Wish[] = [
  { from: 'katherine.sefton@post.example', do: approve },
  { from: 'cboshell@mail.example', do: approve, with: { verb: 'writes' } },
  { from: 'roger.hazeldine@isp.example', do: approve },
  { from: 'alan@kinghorn.example', do: approve },
  { from: 'linda.p@webmail.example', do: approve },
  { from: 'derek.postlethwaite@isp.example', do: approve },
  { from: 'patricia.bloor@webmail.example', do: hold, with: { reason: 'Ask the daughter first' } },
  { from: 'james.oakeshott@mail.example', do: approve, with: { verb: 'says' } },
  { from: 'gtwigg@webmail.example', do: approve },
  { from: 'winifred.castell@home.example', do: approve },
  { from: 'niamh.odalaigh@post.example', do: approve },
  { from: 'press@brightwell-health.example', do: reject, with: { reason: 'Press release' } },
  { from: 'hello@betterbreakfasts.example', do: markSpam },
  { from: 'concerned.resident@mail.example', do: hold, with: { reason: 'Court case', needs: 'editor' } },
  { from: 'truthteller99@isp.example', do: reject },
  { from: 'felicity.abbott@mail.example', do: approve },
]

/** Delivers, takes in and decides, up to the clock of `house`. False when it was stopped before the end. */
export async function liveTheMorning(house: House, server: MailServer, stopping: AbortSignal): Promise<boolean> {
  const now = house.context.now()
  const letters = strikeDay(now)
  const reader = createReader({ threads: 2 })
  const editor = await actorOf(house, 'editor@example.org')
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(2 * minute)])
  let sent = 0
  try {
    for (const minutes of looks) {
      const at = now - minutes * minute
      const context = { ...house.context, now: () => at }
      for (; sent < letters.length && letters[sent]!.at <= at; sent++)
        server.deliver(compose(letters[sent]!.letter, letters[sent]!.at), letters[sent]!.at + 2000)
      const reports = await pollOnce(context, house.keys(), reader, { signal })
      if (stopping.aborted) return false
      for (const { error } of reports) if (error) throw new Error(error)
      if (minutes > 0) await decide(context, editor)
    }
  } finally {
    await reader.close()
  }
  return true
}

/** Carries out what is wished of the mail that has come by now, and publishes what is due. */
async function decide(context: Context, actor: Actor): Promise<void> {
  for (const wish of wishes) {
    const row = await context.db
      .selectFrom('submission')
      .select(['number', 'version'])
      .where('from_address', '=', wish.from)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (!row) continue
    await wish.do(context, actor, row.number, { version: row.version, ...wish.with })
  }
  await publishDue({ ...context, now: () => context.now() + 15_000 })
}
