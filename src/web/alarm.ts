// The alarm out of band: at night nobody has the desk open, so a signed message goes to an address of the newsroom's
// own when something is not well, again every hour while that lasts, and once more when it is well again.

import { post, signed } from '../feed/index.ts'
import { newSecret } from '../id.ts'
import { type AlarmState, type Context, readAlarms, saveAlarms, takeLease } from '../store/index.ts'
import { rfc3339 } from '../time.ts'
import { type Condition, conditionsOf, type Watched } from './condition.ts'

export type AlarmAddress = { url: string; secret: string }

export type AlarmTimings = {
  /** Between two looks. */
  look: number
  /** Something must have been wrong for this long before anybody is told, and well for this long before it is over. */
  raise: number
  recover: number
  /** Said again this often while it lasts. */
  remind: number
}

const second = 1000
export const alarmTimings: AlarmTimings = {
  look: 20 * second,
  raise: 40 * second,
  recover: 5 * 60 * second,
  remind: 3600 * second,
}

export type Alarm = { watched: Watched; address: AlarmAddress; timings?: AlarmTimings; holder?: string }

const leaseLength = 60 * second

/** Looks until told to stop. Of several processes on one database one tells, whichever holds the lease. */
export function startAlarm(alarm: Alarm): { stop: () => Promise<void> } {
  const { watched, timings = alarmTimings } = alarm
  const { context } = watched
  const stopping = new AbortController()
  const since = context.now()
  const holder = alarm.holder ?? `alarm-${newSecret()}`
  let running = Promise.resolve()
  const look = async () => {
    try {
      const lease = await takeLease(context, 'alarm', holder, leaseLength)
      if (lease) await lookOnce({ ...alarm, timings }, since, stopping.signal)
    } catch (error) {
      context.log.error({ error }, 'the alarm could not look')
    }
  }
  const timer = setInterval(() => {
    running = running.then(look)
  }, timings.look)
  timer.unref()
  return {
    async stop() {
      stopping.abort()
      clearInterval(timer)
      await running
    },
  }
}

/** One look: judges every condition, tells what is due, and remembers what was taken. */
export async function lookOnce(
  { watched, address, timings = alarmTimings }: Alarm,
  since: number,
  signal: AbortSignal,
): Promise<void> {
  const { context } = watched
  const before = await readAlarms(context.db)
  const after: Record<string, AlarmState> = {}
  for (const condition of await conditionsOf(watched, since)) {
    const state = judged(before[condition.name], condition.ok, context.now())
    after[condition.name] = state
    const due = dueMessage(state, timings, context.now())
    if (due === null) continue
    const error = await tell(context, address, messageOf(due, condition, state, context.now()), signal)
    if (error === null) after[condition.name] = told(state, due, context.now())
    else context.log.warn({ why: error }, `the alarm “${condition.name}” was not taken; it is sent again`)
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) await saveAlarms(context.db, after)
}

type Due = 'raised' | 'reminder' | 'recovered'

/** `badSince` stands from the first bad look until it has been well for long enough: so a flutter is one alarm. */
function judged(before: AlarmState | undefined, ok: boolean, now: number): AlarmState {
  const state = before ?? { badSince: null, wellSince: now, toldAt: null }
  if (!ok) return { ...state, badSince: state.badSince ?? now, wellSince: null }
  return { ...state, badSince: state.toldAt === null ? null : state.badSince, wellSince: state.wellSince ?? now }
}

function dueMessage({ badSince, wellSince, toldAt }: AlarmState, timings: AlarmTimings, now: number): Due | null {
  if (wellSince !== null) return toldAt !== null && now - wellSince >= timings.recover ? 'recovered' : null
  if (toldAt !== null) return now - toldAt >= timings.remind ? 'reminder' : null
  return badSince !== null && now - badSince >= timings.raise ? 'raised' : null
}

const told = (state: AlarmState, due: Due, now: number): AlarmState =>
  due === 'recovered' ? { badSince: null, wellSince: state.wellSince, toldAt: null } : { ...state, toldAt: now }

type Message = { type: string; at: number; text: string; data: Record<string, unknown> }

function messageOf(due: Due, { name, words, action }: Condition, { badSince }: AlarmState, now: number): Message {
  const beginning = { raised: 'Postbag: ', reminder: 'Postbag, still: ', recovered: 'Postbag is well again: ' }[due]
  const data = { alarm: name, words, action, since: rfc3339(badSince ?? now) }
  return { type: `alarm.${due}`, at: now, text: [beginning + words, action].filter(Boolean).join(' '), data }
}

/** Sends a message that says it is a test. Null when it was taken; otherwise why not, in words. */
export function testAlarm(context: Context, address: AlarmAddress): Promise<string | null> {
  const text = 'Postbag: this is a test of the alarm. Nothing is wrong.'
  const message = { type: 'alarm.test', at: context.now(), text, data: { alarm: 'test', words: text } }
  return tell(context, address, message, new AbortController().signal)
}

/** `text` stands outside of `data` as well, because that is what chat programs show of a message. */
function tell(context: Context, address: AlarmAddress, message: Message, signal: AbortSignal): Promise<string | null> {
  const { type, at, text, data } = message
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), text, data })
  const headers = signed(address.secret, `msg_alarm_${newSecret()}`, context.now(), body)
  // Its address is a setting of the machine's, not of the desk's: that is a list of one.
  const outgoing = [new URL(address.url).hostname]
  return post(address.url, { body, headers: { 'Content-Type': 'application/json', ...headers }, outgoing }, signal)
}
