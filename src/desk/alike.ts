// Letters that are nearly the same, looked at together: who sent them, how alike each is, where their words differ.
import { diffArrays } from 'diff'
import type { Context, SubmissionState } from '../store/index.ts'
import { sharedPairs } from './likeness.ts'

export type AlikeLetter = {
  number: number
  version: number
  state: SubmissionState | null
  from: string
  place: string
  receivedAt: number
  text: string
  /** Per cent of its word pairs that it has in common with the first letter. */
  share: number
}

export type Alike = {
  /** The number of the first letter, by which the campaign is known. */
  id: number
  /** Of all stories, decided ones too. */
  size: number
  senders: number
  since: number
  /** Those of the story, oldest first, at most `most`. */
  letters: AlikeLetter[]
  /** The first letter; a piece that `differs` is not the same in all of them. */
  common: { words: string; differs: boolean }[]
}

/** So many letters are shown and compared at once; the others are decided as a view of the queue. */
const most = 200
/** So many are held against the first, word by word, to find what differs. */
const compared = 40

/** The letters of the story that are nearly the same as this one; null when it stands alone. */
export async function lettersLike({ db }: Pick<Context, 'db'>, number: number, storyId: string): Promise<Alike | null> {
  const own = await db
    .selectFrom('likeness')
    .select('campaign')
    .where('submission_number', '=', number)
    .executeTakeFirst()
  if (!own) return null
  const all = db
    .selectFrom('likeness')
    .innerJoin('submission', 'submission.number', 'likeness.submission_number')
    .where('campaign', '=', own.campaign)
    .where('stage', '=', 'read')
  const whole = await all
    .select(eb => [
      eb.fn.countAll<number>().as('size'),
      eb.fn.count<number>('from_address').distinct().as('senders'),
      eb.fn.min<number>('received_at').as('since'),
    ])
    .executeTakeFirstOrThrow()
  const rows = await all
    .select(['submission.number', 'version', 'state', 'from_name', 'from_address', 'place', 'received_at', 'text'])
    .where('story_id', '=', storyId)
    .orderBy('submission.number')
    .limit(most)
    .execute()
  if (whole.size < 2 || rows.length === 0) return null
  const [first] = rows
  const letters = rows.map(({ from_name, from_address, received_at, ...row }) => ({
    ...row,
    from: from_name || from_address,
    receivedAt: received_at,
    share: Math.round(100 * sharedPairs(first!.text, row.text)),
  }))
  return { id: own.campaign, ...whole, letters, common: commonWords(letters.slice(0, compared).map(each => each.text)) }
}

/** The first text in pieces: what all of them say, and what is put otherwise in one at least. */
export function commonWords([first = '', ...others]: string[]): { words: string; differs: boolean }[] {
  // Words with the white space after them, so that the pieces put together are the text again.
  const words = first.match(/\S+\s*/g) ?? []
  const plain = (text: string) =>
    (text.match(/\S+/g) ?? []).map(word => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  const own = plain(first)
  const differs = new Set<number>()
  for (const other of others) {
    let at = 0
    for (const part of diffArrays(own, plain(other), { timeout: 100 }) ?? []) {
      if (part.added) continue
      if (part.removed) for (let each = 0; each < part.value.length; each++) differs.add(at + each)
      at += part.value.length
    }
  }
  const pieces: { words: string; differs: boolean }[] = []
  for (const [at, word] of words.entries()) {
    const last = pieces.at(-1)
    if (last && last.differs === differs.has(at)) last.words += word
    else pieces.push({ words: word, differs: differs.has(at) })
  }
  return pieces
}
