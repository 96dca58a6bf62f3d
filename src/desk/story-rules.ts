// What a story may be called, and which mail it may claim.
import { cleanLine } from '../safe.ts'
import type { Trx } from '../store/index.ts'
import { isZone } from '../time.ts'
import { barredFault } from './legal.ts'
import { type Faults, isAddress } from './staff.ts'

export type Story = {
  id: string
  slug: string
  title: string
  status: 'open' | 'scheduled' | 'closing' | 'closed'
  isDefault: boolean
  graceSeconds: number
  zone: string
  headline: string
  standfirst: string
  byline: string
  callOut: string
  showWithdrawn: boolean
  /** An injunction, contempt of court: shown on every email of the story; '' for none. */
  legalNotice: string
  /** Names and words that may not be published. */
  barred: string[]
  /** Words of an entry beyond which the desk warns, and beyond which it refuses; 0: no such limit. */
  wordsSoft: number
  wordsHard: number
  /** What the desk offers after a name; the first is proposed. */
  verbs: string[]
  addresses: string[]
  createdAt: number
  /** When a scheduled story opens itself; null: when somebody opens it. */
  opensAt: number | null
  closedAt: number | null
}

export type StoryWish = Partial<
  Pick<Story, 'status' | 'isDefault' | 'graceSeconds' | 'zone' | 'headline' | 'standfirst' | 'byline' | 'callOut'> &
    Pick<
      Story,
      'opensAt' | 'showWithdrawn' | 'addresses' | 'legalNotice' | 'barred' | 'wordsSoft' | 'wordsHard' | 'verbs'
    >
>

/** What is wrong with a wish, by field; `id` is the story itself, null for a new one. */
export async function faultsOf(
  trx: Trx,
  id: string | null,
  wish: StoryWish & { slug?: string; title?: string },
): Promise<Faults> {
  const faults: Faults = {}
  if (wish.title !== undefined && cleanLine(wish.title) === '') faults.title = 'Give the story a title.'
  // One that is made from the title cannot be at fault before there is a title.
  if (wish.slug !== undefined && !(wish.slug === '' && faults.title)) {
    if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(wish.slug))
      faults.slug = 'A slug is small letters, figures and hyphens, such as junior-doctors-strike; at most 63.'
    else if (await slugTaken(trx, wish.slug, id)) faults.slug = `Another story has, or once had, the slug ${wish.slug}.`
  }
  if (wish.zone !== undefined && !isZone(wish.zone)) faults.zone = `${wish.zone} is not a time zone. Try Europe/London.`
  const grace = wish.graceSeconds
  if (grace !== undefined && !(Number.isInteger(grace) && grace >= 0 && grace <= 60))
    faults.graceSeconds = 'The grace period is a whole number of seconds from 0 to 60.'
  if (Number.isNaN(wish.opensAt)) faults.opensAt = 'Give a day and a time, such as 2016-04-26T18:00; empty for none.'
  Object.assign(faults, lengthFaults(wish))
  const barred = wish.barred && barredFault(wish.barred)
  if (barred) faults.barred = barred
  for (const address of wish.addresses ?? []) {
    const fault = await addressFault(trx, address.trim().toLowerCase(), id)
    if (fault) faults.addresses = fault
  }
  return faults
}

function lengthFaults({ wordsSoft, wordsHard, verbs }: StoryWish): Faults {
  const faults: Faults = {}
  const isCount = (count: number | undefined) => count === undefined || (Number.isInteger(count) && count >= 0)
  if (!isCount(wordsSoft)) faults.wordsSoft = 'A whole number of words; empty or 0 for no limit.'
  if (!isCount(wordsHard)) faults.wordsHard = 'A whole number of words; empty or 0 for no limit.'
  else if (wordsHard && wordsSoft && wordsHard < wordsSoft)
    faults.wordsHard = 'The desk would refuse before it warns: make this number the larger one.'
  if (verbs?.some(verb => cleanLine(verb, 41).length > 40)) faults.verbs = 'A verb has at most 40 characters.'
  return faults
}

async function slugTaken(trx: Trx, slug: string, id: string | null): Promise<boolean> {
  const now = await trx.selectFrom('story').select('id').where('slug', '=', slug).executeTakeFirst()
  const once = await trx.selectFrom('story_slug').select('story_id').where('slug', '=', slug).executeTakeFirst()
  return (now !== undefined && now.id !== id) || (once !== undefined && once.story_id !== id)
}

async function addressFault(trx: Trx, address: string, id: string | null): Promise<string | null> {
  if (!isAddress(address)) return `“${cleanLine(address, 100)}” is not an email address.`
  const taken = await trx
    .selectFrom('story_address')
    .select('story_id')
    .where('address', '=', address)
    .executeTakeFirst()
  return taken && taken.story_id !== id ? `Another story already takes the mail to ${address}.` : null
}
