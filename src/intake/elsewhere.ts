// Whether an email came to one story and was meant for another: what it says is compared with what the open stories say
// of themselves. It only marks, with the words and the other story's title; nothing is moved by it.
import type { Finding, Reading } from '../mail/reading.ts'
import type { Db } from '../store/index.ts'

/** An open story by what readers may call it. */
export type StoryTold = {
  id: string
  title: string
  slug: string
  addresses: string[]
  /** Lower case: words of subjects that lead to it. */
  subjects: string[]
  /** Headline, standfirst, call-out, key points: all that stands on its page in the house's words. */
  about: string
}

/** Every story that is not closed, as its page tells of it. */
export async function loadToldStories(db: Db): Promise<StoryTold[]> {
  const [stories, addresses, subjects, points] = await Promise.all([
    db
      .selectFrom('story')
      .select(['id', 'title', 'slug', 'headline', 'standfirst', 'call_out'])
      .where('status', '!=', 'closed')
      .execute(),
    db.selectFrom('story_address').select(['story_id', 'address']).execute(),
    db.selectFrom('story_subject').select(['story_id', 'words']).execute(),
    db.selectFrom('key_point').select(['story_id', 'text']).execute(),
  ])
  return stories.map(({ id, title, slug, headline, standfirst, call_out }) => ({
    ...{ id, title, slug },
    addresses: addresses.filter(row => row.story_id === id).map(row => row.address),
    subjects: subjects.filter(row => row.story_id === id).map(row => row.words),
    about: [headline, standfirst, call_out, ...points.filter(row => row.story_id === id).map(row => row.text)].join(
      '\n',
    ),
  }))
}

type Letter = Pick<Reading, 'subject' | 'text' | 'original' | 'to'>

/** One finding for the story that an email of the story `here` was evidently meant for; none where nothing is evident. */
export function meantForAnother(stories: StoryTold[], here: string | null, letter: Letter): Finding[] {
  const own = stories.find(story => story.id === here)
  const others = stories.filter(story => story.id !== here)
  if (here === null || others.length === 0) return []
  const found = named(own, others, letter) ?? headed(own, others, letter.subject) ?? spokenOf(own, others, letter)
  return found ? [found] : []
}

const finding = (level: Finding['level'], words: string[], story: StoryTold): Finding => ({
  check: 'wrong-story',
  level,
  words: `${words.join(', ')} (${story.title})`,
})

/** Another story's address or tag in the email, perhaps in a call-out that was quoted, and none of this story's. */
function named(own: StoryTold | undefined, others: StoryTold[], { subject, original, to }: Letter): Finding | null {
  const said = `${subject}\n${original.slice(0, 20_000)}`.toLowerCase()
  const saidIn = (story: StoryTold) =>
    [...story.addresses, `+${story.slug}@`].find(words => said.includes(words) && !to.some(one => one.includes(words)))
  if (own && [...own.addresses, `+${own.slug}@`].some(words => said.includes(words))) return null
  for (const story of others) {
    const words = saidIn(story)
    if (words) return finding('warn', [words], story)
  }
  return null
}

/** A subject that would have led to another story, had the address not decided. */
function headed(own: StoryTold | undefined, others: StoryTold[], subject: string): Finding | null {
  const heading = subject.replace(/\s+/g, ' ').toLowerCase()
  if (own?.subjects.some(words => heading.includes(words))) return null
  for (const story of others) {
    const words = story.subjects.find(one => heading.includes(one))
    if (words) return finding('warn', [words], story)
  }
  return null
}

/**
 * It speaks of another story's subject and of nothing that this one is about. Evident are two words of the other's title
 * in the subject line, or three of its words in the email, two of them of the title.
 */
function spokenOf(own: StoryTold | undefined, others: StoryTold[], { subject, text }: Letter): Finding | null {
  const heading = stems(subject)
  const said = new Map([...stems(text.slice(0, 4000)), ...heading])
  const ours = new Set(own ? [...stemsOf(own).title, ...stemsOf(own).about] : [])
  if ([...ours].some(stem => said.has(stem))) return null
  for (const story of others) {
    const title = stemsOf(story).title.filter(stem => !ours.has(stem) && said.has(stem))
    if (title.length < 2) continue
    const about = stemsOf(story).about.filter(stem => !title.includes(stem) && said.has(stem))
    const inHeading = title.filter(stem => heading.has(stem)).length
    if (inHeading < 2 && title.length + about.length < 3) continue
    return finding(
      'info',
      [...title, ...about].slice(0, 6).map(stem => said.get(stem)!),
      story,
    )
  }
  return null
}

const known = new WeakMap<StoryTold, { title: string[]; about: string[] }>()

/** The stems of a story, read once for all the letters that are compared with it. */
function stemsOf(story: StoryTold): { title: string[]; about: string[] } {
  const before = known.get(story)
  if (before) return before
  const read = { title: [...stems(story.title).keys()], about: [...stems(story.about).keys()] }
  known.set(story, read)
  return read
}

/** Words of every page and every letter: they tell no story from another. */
const usual = new Set(
  `about after again against all also and any are back because been before being between both call came can come could day
days did does doing done down each email emails even ever every everyone first for from get give goes going good got had has
have having her here him his home hour how into its just know last latest left less let letter letters like little live long
made make many may might minister month more morning most much must need never new news next night not now off often old one
only other our out over own page part people place point put question read reader readers reaction really right said same
say saying see send she should since some still story such take tell than that the their them then there these they thing
think this those through time today told tomorrow too tonight two under until updates upon use very view views want was way
week weeks well went were what when where which while who why will with without work would write writing year years yes
yesterday yet you your happening affected experience experiences share touch britain british england english country
government`
    .split(/\s+/)
    .map(stemOf),
)

/** The words that may tell what something is about, by their stem: “closes”, “closed” and “closing” are one. */
function stems(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [word] of text.replace(/\S+@\S+/g, ' ').matchAll(/\p{L}{3,40}|(?<!\p{L})\p{Lu}{2}(?!\p{L})/gu)) {
    const stem = stemOf(word.toLowerCase())
    if (!usual.has(stem) && !found.has(stem)) found.set(stem, word)
  }
  return found
}

function stemOf(word: string): string {
  const end = /(?:ing|ed|es|e|s)$/.exec(word)?.[0] ?? ''
  return word.length - end.length > 2 ? word.slice(0, word.length - end.length) : word
}
