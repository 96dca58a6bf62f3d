// The staff's live page as its views see it.
import type { LiveEntry, LivePage } from '../desk/live-page.ts'
import { type Actor, may } from '../desk/policy.ts'
import { type Receipt, usualVerb, withdrawalReasons } from '../feed/index.ts'
import { clock } from '../time.ts'
import type { Faults } from './input.ts'
import { type EntryView, previewView, type Shown, timeView } from './live-entry.ts'

/** What an editor is changing just now: the entry, what was typed, what is wrong with it. */
export type Editing = {
  id: string
  values?: { revision: string; name: string; place: string; verb: string; text: string; minor: string }
  faults: Faults
}

export type EntryCard = EntryView & {
  id: string
  number: number | null
  state: LiveEntry['state']
  /** Where its forms go: `/s/:story/entries/:id`. */
  address: string
  /** In grace: when it goes live. */
  due: { at: number; seconds: number; words: string } | null
  /** “Withdrawn 09:36 BST: the contributor asked” */
  withdrawn: string
  /** Which consumers have heard of a correction or a withdrawal; null where there is nothing to tell. */
  recall: { done: boolean; words: string; missing: { name: string; words: string; failing: boolean }[] } | null
  stop: { action: string; version: number } | null
  may: { publish: boolean; edit: boolean; withdraw: boolean; restore: boolean; pin: boolean }
  form: { values: Record<string, string>; faults: Faults } | null
}

type Around = { actor: Actor; slug: string; zone: string; now: number; editing: Editing | null; baseUrl: string }

export const liveView = (page: LivePage, around: Around) => {
  const cards = (entries: LiveEntry[]) => entries.map(entry => cardOf(entry, around))
  return {
    scheduled: cards(page.scheduled),
    pins: cards(page.entries.filter(entry => entry.pinned)),
    entries: cards(page.entries.filter(entry => !entry.pinned)),
    next: page.next,
    failing: page.failing,
    reasons: Object.entries(withdrawalReasons),
  }
}

function cardOf(entry: LiveEntry, { actor, slug, zone, now, editing, baseUrl }: Around): EntryCard {
  const { role } = actor
  const edited = editing?.id === entry.id
  const open = entry.state !== 'withdrawn'
  return {
    ...previewView(shownOf(entry)),
    domId: `e-${entry.id}`,
    revision: entry.revision,
    pinned: entry.pinned,
    href: entry.state === 'live' ? `${baseUrl}/live/${slug}/entries/${entry.id}` : '',
    published: entry.publishedAt === null ? null : timeView(entry.publishedAt, zone, now),
    amended: entry.updatedAt === null ? null : timeView(entry.updatedAt, zone, now),
    id: entry.id,
    number: entry.number,
    state: entry.state,
    address: `/s/${slug}/entries/${entry.id}`,
    due: entry.state === 'scheduled' ? dueOf(entry, now, zone) : null,
    withdrawn: entry.state === 'withdrawn' ? withdrawnWords(entry, zone) : '',
    recall: recallOf(entry, zone),
    stop:
      entry.state === 'scheduled' && entry.number !== null && entry.version !== null && may(role, 'decide')
        ? { action: `/s/${slug}/submissions/${entry.number}/approval/undo`, version: entry.version }
        : null,
    may: {
      publish: entry.state === 'scheduled' && may(role, 'decide'),
      edit: open && may(role, 'amend'),
      withdraw: entry.state === 'live' && entry.mayWithdraw,
      restore: entry.state === 'withdrawn' && entry.number !== null && may(role, 'withdraw'),
      pin: entry.state === 'live' && may(role, 'arrange-live-page'),
    },
    form:
      edited && open && may(role, 'amend')
        ? { values: editing.values ?? valuesOf(entry), faults: editing.faults }
        : null,
  }
}

/** As readers see it, or would. */
const shownOf = (entry: LiveEntry): Shown => ({
  ...entry,
  correction: entry.note === '' ? null : { note: entry.note, at: entry.notedAt ?? 0 },
  members: entry.members.filter(member => member.state !== 'withdrawn'),
})

/** Only what was corrected or withdrawn needs to be recalled. */
function recallOf({ recall, revision, state }: LiveEntry, zone: string): EntryCard['recall'] {
  if (!recall || (state === 'live' && revision === 1)) return null
  const count = recall.taken.length + recall.missing.length
  if (count === 0) return null
  const what = state === 'withdrawn' ? 'The withdrawal' : 'The change'
  const taken = recall.taken.map(each => each.consumer).join(', ')
  const missing = recall.missing.map(receipt => ({
    name: receipt.consumer,
    words: standing(receipt, zone),
    failing: receipt.failing !== null,
  }))
  if (missing.length === 0) return { done: true, words: `${what} was taken by every consumer: ${taken}.`, missing }
  const words = `${what} was taken by ${recall.taken.length} of ${count} consumers${taken && `: ${taken}`}. Not yet by:`
  return { done: false, words, missing }
}

/** Why a consumer has not taken a change yet. */
function standing({ at, failing }: Receipt, zone: string): string {
  if (!failing) return at === null ? 'not told yet.' : `last heard from at ${clock(at, zone)}.`
  const next = failing.nextAt === null ? 'Given up: replay it by hand.' : `Next try at ${clock(failing.nextAt, zone)}.`
  return `${failing.error.replace(/^./, first => first.toLowerCase())} ${next}`
}

const valuesOf = (entry: LiveEntry) => ({
  revision: String(entry.revision),
  name: entry.name,
  place: entry.place,
  verb: entry.verb || usualVerb,
  text: entry.text,
  minor: '',
})

function dueOf(entry: LiveEntry, now: number, zone: string) {
  const seconds = Math.max(0, Math.ceil((entry.publishAt - now) / 1000))
  const words = seconds > 90 ? `Goes live at ${clock(entry.publishAt, zone)}` : `Goes live in ${seconds} s`
  return { at: entry.publishAt, seconds, words }
}

function withdrawnWords({ withdrawnAt, withdrawnWhy }: LiveEntry, zone: string): string {
  const why: Record<string, string> = {
    ...withdrawalReasons,
    undone: 'The approval was undone',
    moved: 'Moved to another story',
  }
  const at = withdrawnAt === null ? '' : ` at ${clock(withdrawnAt, zone)}`
  return `Withdrawn${at}${withdrawnWhy && why[withdrawnWhy] ? `: ${why[withdrawnWhy]?.replace(/^./, first => first.toLowerCase())}` : ''}`
}
