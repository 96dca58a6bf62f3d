// Pure decisions: from the facts of an item and a wish to what must change, or why not. Nothing is written here.
import { barredInEntry, longestText, nameWithheld, usualVerb } from '../feed/index.ts'
import { cleanLine, cleanText } from '../safe.ts'
import type { EntryState, SubmissionState } from '../store/index.ts'
import { isFullName } from './consent.ts'
import { type DecisionKind, type DecisionName, decisionKinds, type Item, type StandingDecision } from './item.ts'
import { type ChosenPicture, pictureFault } from './picture-choice.ts'
import { type Actor, actorId, may } from './policy.ts'
import { type Refusal, refuse } from './refusal.ts'

/** Verbs the desk offers; the first is the proposal. */
export const verbs = [usualVerb, 'writes', 'says'] as const

export type EntryFields = { name: string; place: string; verb: string; text: string }

/** A field left out takes the proposal; an empty string publishes without it. */
export type ApprovalWish = Partial<EntryFields> & {
  version: number
  /** Seconds before it goes live; left out: the story's. */
  grace?: number
  /** Confirms that a reader who asked not to be named may be. */
  named?: boolean
  picture?: ChosenPicture | null
}

export type DismissalWish = { version: number; reason?: string; needs?: 'editor' | null }

export type UndoWish = {
  decision: DecisionName
  version: number
  /** Confirms that an entry already live is withdrawn. */
  withdraw?: boolean
}

export type Change = {
  ok: true
  kind: DecisionKind
  state: SubmissionState
  needs: 'editor' | null
  reason: string | null
}
export type Approval = Change & { fields: EntryFields; picture: ChosenPicture | null }
export type Undoing = {
  ok: true
  undone: StandingDecision
  state: SubmissionState
  needs: 'editor' | null
  /** The decision that stands again, if any. */
  below: StandingDecision | null
  /** What becomes of the entry. */
  entry: 'nothing' | 'stop' | 'withdraw'
}

/** Who asked for it, and whoever may be in danger, is named only when somebody says so. */
export const withholdsName = (row: Pick<Item['row'], 'anonymous' | 'urgent'>): boolean =>
  row.anonymous === 1 || row.urgent === 'safety'

/** What the reader sent, as it would be published when nobody changes it. */
export const proposalOf = (
  row: Pick<Item['row'], 'anonymous' | 'urgent' | 'name' | 'place' | 'text' | 'proposed'>,
): EntryFields => ({
  name: withholdsName(row) ? nameWithheld : row.name,
  place: row.place,
  verb: verbs[0],
  text: row.proposed ?? row.text,
})

export function approve(item: Item, actor: Actor, wish: ApprovalWish): Approval | Refusal {
  const no = refusalFor(item, actor, wish.version)
  if (no) return no
  if (item.row.story_id === null) return refuse('unrouted')
  const second = secondApproval(item, actor)
  if (second) return second
  if ((item.blocked || wasTakenDown(item)) && !may(actor.role, 'decide-bad')) return refuse('needs-editor')
  const fields = fieldsOf(item, wish)
  if (isFullName(fields.name) && item.nameAllowed !== 'yes') return refuse('full-name')
  if (withholdsName(item.row) && fields.name !== '' && fields.name !== nameWithheld && !wish.named)
    return refuse(item.row.anonymous ? 'asked-not-to-be-named' : 'name-withheld')
  if (fields.text === '') return refuse('no-text')
  if (fields.text.length > longestText) return refuse('too-long')
  if (item.wordsHard > 0 && countWords(fields.text) > item.wordsHard) return refuse('too-many-words')
  const picture = wish.picture ?? null
  const fault = picture && pictureFault(picture, item.pictureAllowed)
  if (fault) return refuse(fault)
  const barred = barredInEntry(item.barred, {
    ...fields,
    picture: picture && { id: '', width: 1, height: 1, ...picture },
  })
  if (barred.length > 0) return refuse('barred', { words: barred })
  return { ok: true, kind: 'approved', state: 'approved', needs: null, reason: null, fields, picture }
}

/** Words as people count them: what stands between white space. */
export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** Hold, reject or spam. A hold with `needs: 'editor'` is the desk's "Send to editor". */
export function dismiss(item: Item, actor: Actor, kind: DecisionKind, wish: DismissalWish): Change | Refusal {
  const no = refusalFor(item, actor, wish.version)
  if (no) return no
  const reason = cleanText(wish.reason ?? '').trim()
  if (item.row.urgent === 'safety' && kind !== 'held' && reason === '') return refuse('needs-reason')
  // Holding what waits for an editor must not quietly take the editor's word away.
  const needs = kind === 'held' && (wish.needs === 'editor' || item.row.needs === 'editor') ? 'editor' : null
  return { ok: true, kind, state: kind, needs, reason: reason === '' ? null : reason.slice(0, 2000) }
}

/** Takes back the last decision that stands, when it is the one named; the state before it stands again. */
export function undo(item: Item, actor: Actor, wish: UndoWish): Undoing | Refusal {
  if (item.row.stage === 'erased') return refuse('erased')
  if (!may(actor.role, 'decide')) return refuse('not-allowed')
  if (item.row.version !== wish.version) return refuse('stale')
  const undone = item.decisions.at(-1)
  if (!undone || undone.kind !== decisionKinds[wish.decision]) return refuse('not-decided')
  const own = undone.by === actorId(actor)
  if (undone.needs === 'editor' && !own && !may(actor.role, 'decide-bad')) return refuse('needs-editor')
  const below = item.decisions.at(-2) ?? null
  const change = { ok: true, undone, state: undone.from, needs: undone.fromNeeds, below } as const
  if (undone.kind !== 'approved' || !item.entry || item.entry.state === 'withdrawn')
    return { ...change, entry: 'nothing' }
  if (item.entry.state === 'scheduled') return { ...change, entry: 'stop' }
  if (!may(actor.role, own ? 'withdraw-own' : 'withdraw')) return refuse('not-allowed')
  return wish.withdraw ? { ...change, entry: 'withdraw' } : refuse('live')
}

/** The reasons that hold for every decision. */
function refusalFor({ row }: Item, actor: Actor, version: number): Refusal | null {
  if (row.stage === 'erased') return refuse('erased')
  if (!may(actor.role, 'decide')) return refuse('not-allowed')
  if (row.version !== version) return refuse('stale')
  if (row.state === null) return refuse('unread')
  if (row.state === 'approved') return refuse('decided')
  return null
}

/**
 * What was sent to an editor needs another person, and an editor, whatever happened to it since. What may put somebody
 * in danger is sent first, by anybody, so that two people have always read it.
 */
function secondApproval(item: Item, actor: Actor): Refusal | null {
  const sent = item.decisions.findLast(decision => decision.needs === 'editor')
  if (!sent && item.row.urgent !== 'safety') return null
  if (!may(actor.role, 'decide-bad')) return refuse('needs-editor')
  if (!sent) return refuse('two-people')
  return actor.kind === 'token' || sent.by === actorId(actor) ? refuse('second-person') : null
}

/** What was withdrawn for a reason comes back through an editor only, not by approving it once more. */
export const wasTakenDown = ({
  entry,
}: {
  entry: { state: EntryState; withdrawnWhy: string | null } | null
}): boolean => entry?.state === 'withdrawn' && entry.withdrawnWhy !== null && entry.withdrawnWhy !== 'undone'

function fieldsOf({ row }: Item, wish: Partial<EntryFields>): EntryFields {
  const proposal = proposalOf(row)
  return {
    name: cleanLine(wish.name ?? proposal.name, 120),
    place: cleanLine(wish.place ?? proposal.place, 120),
    verb: cleanLine(wish.verb ?? proposal.verb, 40) || verbs[0],
    text: cleanText(wish.text ?? proposal.text).trim(),
  }
}
