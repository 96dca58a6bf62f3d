// The staff's live page as its views see it.
import type { LiveEntry, LivePage } from '../desk/live-page.ts'
import { type Actor, may } from '../desk/policy.ts'
import { type Receipt, withdrawalReasons } from '../feed/index.ts'
import { clock, toZone } from '../time.ts'
import { type EntryField, type EntryValues, entryFields, kindWords, valuesOf } from './entry-form.ts'
import type { Faults } from './input.ts'
import { type EntryView, previewView, type Shown, timeView } from './live-entry.ts'

/** What an editor is changing just now: the entry, what was typed, what is wrong with it. */
export type Editing = {
  id: string
  values?: EntryValues & { revision: string; minor: string }
  faults: Faults
}

export type EntryCard = EntryView & {
  id: string
  number: number | null
  state: LiveEntry['state']
  kindWords: string
  keyPoint: boolean
  /** Its place in its list, counted from the top, where it can be moved. */
  place: { first: boolean; last: boolean; at: number } | null
  /** The time of a scheduled entry, for its field. */
  time: { at: string; embargo: boolean; words: string } | null
  /** The letters of a group, with their own buttons. */
  letters: EntryCard[]
  tags: string[]
  /** Where its forms go: `/s/:story/entries/:id`. */
  address: string
  /** In grace: when it goes live. */
  due: { at: number; seconds: number; words: string } | null
  /** “Withdrawn 09:36 BST: the contributor asked” */
  withdrawn: string
  /** Which consumers have heard of a correction or a withdrawal; null where there is nothing to tell. */
  recall: { done: boolean; words: string; missing: { name: string; words: string; failing: boolean }[] } | null
  stop: { action: string; version: number | null } | null
  may: { publish: boolean; edit: boolean; withdraw: boolean; restore: boolean; pin: boolean; schedule: boolean }
  form: { values: Record<string, string>; faults: Faults; fields: EntryField[] } | null
}

type Around = { actor: Actor; slug: string; zone: string; now: number; editing: Editing | null; baseUrl: string }

/** `below`: where the page goes on under an earlier one. */
export const liveView = (page: LivePage, around: Around, below?: number) => {
  const arranges = may(around.actor.role, 'arrange-live-page')
  const cards = (entries: LiveEntry[]) => entries.map(entry => cardOf(entry, around))
  return {
    scheduled: cards(page.scheduled),
    pins: placed(cards(page.entries.filter(entry => entry.pinned)), arranges),
    entries: placed(cards(page.entries.filter(entry => !entry.pinned)), below === undefined && arranges),
    stopped: cards(page.stopped),
    next: page.next,
    failing: page.failing,
    reasons: Object.entries(withdrawalReasons),
  }
}

function cardOf(entry: LiveEntry, { actor, slug, zone, now, editing, baseUrl }: Around): EntryCard {
  const { role } = actor
  const arranges = may(role, 'arrange-live-page')
  const edited = editing?.id === entry.id
  const open = entry.state !== 'withdrawn'
  return {
    ...previewView(shownOf(entry), id => `/s/${slug}/pictures/${id}`),
    domId: `e-${entry.id}`,
    revision: entry.revision,
    pinned: entry.pinned,
    href: entry.state === 'live' ? `${baseUrl}/live/${slug}/entries/${entry.id}` : '',
    published: entry.publishedAt === null ? null : timeView(entry.publishedAt, zone, now),
    amended: entry.updatedAt === null ? null : timeView(entry.updatedAt, zone, now),
    id: entry.id,
    number: entry.number,
    state: entry.state,
    kindWords: entry.kind === 'letter' ? '' : kindWords[entry.kind],
    keyPoint: entry.keyPoint,
    place: null,
    time: entry.state === 'scheduled' && entry.group === null ? timeOf(entry, zone) : null,
    letters: placed(
      entry.members.map(member => cardOf(member, { actor, slug, zone, now, editing, baseUrl })),
      arranges && entry.state !== 'withdrawn',
    ),
    tags: entry.tags,
    address: `/s/${slug}/entries/${entry.id}`,
    due: entry.state === 'scheduled' ? dueOf(entry, now, zone) : null,
    withdrawn: entry.state === 'withdrawn' ? withdrawnWords(entry, zone) : '',
    recall: recallOf(entry, zone),
    stop: entry.state === 'scheduled' ? stopOf(entry, { actor, slug }) : null,
    may: {
      publish:
        entry.state === 'scheduled' && entry.group === null && (entry.embargoAt ?? 0) <= now && may(role, 'decide'),
      schedule: entry.state === 'scheduled' && entry.group === null && arranges,
      edit: open && may(role, 'amend'),
      withdraw: entry.state === 'live' && entry.mayWithdraw,
      restore:
        entry.state === 'withdrawn' && (entry.number !== null || entry.kind !== 'letter') && may(role, 'withdraw'),
      pin: entry.state === 'live' && entry.group === null && arranges,
    },
    form:
      edited && open && may(role, 'amend')
        ? {
            values: editing.values ?? { ...valuesOf(entry), revision: String(entry.revision), minor: '' },
            faults: editing.faults,
            fields: entryFields(entry.kind),
          }
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

/** Where the buttons up and down lead. */
function placed(cards: EntryCard[], movable: boolean): EntryCard[] {
  const shown = cards.filter(card => card.state !== 'withdrawn')
  return cards.map(card => {
    const at = shown.indexOf(card)
    const place = { at: at + 1, first: at === 0, last: at === shown.length - 1 }
    return { ...card, place: movable && at >= 0 ? place : null }
  })
}

/** A letter is stopped by undoing its approval; what staff wrote, and a whole group, by itself. */
function stopOf(entry: LiveEntry, { actor, slug }: Pick<Around, 'actor' | 'slug'>): EntryCard['stop'] {
  if (entry.number !== null)
    return entry.version !== null && may(actor.role, 'decide')
      ? { action: `/s/${slug}/submissions/${entry.number}/approval/undo`, version: entry.version }
      : null
  return may(actor.role, entry.kind === 'group' ? 'decide' : 'arrange-live-page')
    ? { action: `/s/${slug}/entries/${entry.id}/publication/undo`, version: null }
    : null
}

const timeOf = ({ publishAt, embargoAt }: LiveEntry, zone: string): EntryCard['time'] => ({
  at: toZone(publishAt, zone),
  embargo: embargoAt !== null,
  words: embargoAt === null ? '' : `Embargo until ${clock(embargoAt, zone)}`,
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
