// How it stands with a consumer, in words and in a colour.
import type { Story } from '../desk/stories.ts'
import type { Webhook } from '../feed/index.ts'
import { age, clock, day } from '../time.ts'

type ConsumerTone = 'ok' | 'warn' | 'bad'

type ConsumerCard = Pick<Webhook, 'id' | 'name' | 'url' | 'kind'> & {
  tone: ConsumerTone
  /** `Has everything`, `Cannot be reached`, `Given up`. */
  state: string
  /** A line for each story it is told of. */
  stories: (Standing & { title: string })[]
}

const states = { ok: 'Has everything', warn: 'Being told', bad: 'Not reached' } as const

type Standing = { tone: ConsumerTone; words: string }

/** Those that need somebody first. */
export function consumerCards(hooks: Webhook[], stories: Story[], now: number): ConsumerCard[] {
  const cards = hooks.map(({ id, name, url, kind, deliveries }): ConsumerCard => {
    const lines = deliveries.map(delivery => {
      const story = stories.find(each => each.id === delivery.storyId)
      return { title: story?.title ?? '', ...standingOf(delivery, story?.zone ?? 'UTC', now) }
    })
    const tone = (['bad', 'warn'] as const).find(each => lines.some(line => line.tone === each)) ?? 'ok'
    const dead = deliveries.some(each => each.error !== null && each.nextAt === null)
    return { id, name, url, kind, tone, state: dead ? 'Given up' : states[tone], stories: lines }
  })
  const order = { bad: 0, warn: 1, ok: 2 }
  return cards.sort((one, other) => order[one.tone] - order[other.tone])
}

function standingOf(delivery: Webhook['deliveries'][number], zone: string, now: number): Standing {
  const { behind, takenAt, error, nextAt } = delivery
  // A hub also hears of a pin or a headline, which is no change of an entry.
  const left = behind === 0 ? 'The page changed' : behind === 1 ? '1 change to send' : `${behind} changes to send`
  if (error !== null && nextAt === null)
    return {
      tone: 'bad',
      words: `${error} ${left}. Given up after a day: mend it, then press “Try again now”.`,
    }
  if (error !== null) {
    const next = `${clock(nextAt!, zone)}${day(nextAt!, zone) === day(now, zone) ? '' : ` on ${day(nextAt!, zone)}`}`
    return { tone: 'bad', words: `${error} ${left}. Next try at ${next}.` }
  }
  if (behind > 0) return { tone: 'warn', words: `${left}.` }
  const when = takenAt === null ? 'Nothing to tell yet.' : `Last taken ${age(takenAt, now)} ago.`
  return { tone: 'ok', words: `Has everything. ${when}` }
}
