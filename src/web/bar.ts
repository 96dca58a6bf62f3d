// The decision bar: which buttons a person gets for an email as it stands.
import { type Actor, actorId, may } from '../desk/policy.ts'
import type { Submission } from '../desk/submission.ts'

export type Button = {
  act: string
  label: string
  /** The last part of the address its form is sent to. */
  path: string
  key?: string
  tone: '' | 'go' | 'no'
  fields?: [name: string, value: string]
  /** Does nothing without the script, and is not shown there. */
  scripted?: true
}

const approve: Button = { act: 'approve', label: 'Approve', path: 'approval', key: 'A', tone: 'go' }
const toEditor: Button = {
  act: 'approve',
  label: 'Send to editor',
  path: 'hold',
  key: 'A',
  tone: 'go',
  fields: ['needs', 'editor'],
}
/** Two people read what may put somebody in danger, whoever the first is. */
const toSecond: Button = { ...toEditor, label: 'Send to a second person' }
const edit: Button = { act: 'edit', label: 'Edit', path: '', key: 'E', tone: '', scripted: true }
const hold: Button = { act: 'hold', label: 'Hold', path: 'hold', key: 'H', tone: '' }
const reject: Button = { act: 'reject', label: 'Reject', path: 'rejection', key: 'R', tone: 'no' }

/** Who writes of harming themselves is never turned away by one key: the reject asks why, and the notice says whom to tell. */
const rejectAsking: Button = { ...reject, act: 'reject-for', label: 'Reject…' }
const needsCare = (email: Submission) => email.urgent === 'safety'

/** What takes each state back. */
const back: Partial<Record<NonNullable<Submission['state']>, Button>> = {
  approved: { act: 'take-back', label: 'Undo approval', path: 'approval/undo', tone: '' },
  held: { act: 'take-back', label: 'Back to waiting', path: 'hold/undo', tone: '' },
  rejected: { act: 'take-back', label: 'Undo rejection', path: 'rejection/undo', tone: '' },
  spam: { act: 'take-back', label: 'Not spam', path: 'spam/undo', tone: '' },
}

/** The bar of an email, in the queue of the story called `slug`. */
export function buttonsOf(email: Submission, actor: Actor, slug: string): Button[] {
  if (email.stage === 'parked')
    return may(actor.role, 'retry-parked') ? [{ act: 'retry', label: 'Try again', path: 'retry', tone: 'go' }] : []
  if (!may(actor.role, 'decide')) return []
  if (email.stage === 'aside') return [{ act: 'to-queue', label: 'Put into the queue', path: 'to-queue', tone: 'go' }]
  if (email.state === null) return []
  const undoing = back[email.state]
  if (email.state === 'approved') return [undoing!]
  const buttons = [...(email.story ? approvals(email, actor) : [takeInto(slug)]), edit]
  if (email.state !== 'held') buttons.push(hold)
  if (email.state !== 'rejected') buttons.push(needsCare(email) ? rejectAsking : reject)
  return undoing ? [...buttons, undoing] : buttons
}

/** What belongs to no story can only be published once it belongs to one. */
const takeInto = (slug: string): Button => ({
  act: 'take',
  label: 'Take into this story',
  path: 'move',
  tone: 'go',
  fields: ['story', slug],
})

/** Blocked for this person: the same key sends it to an editor; already sent: nothing more to do. */
function approvals(email: Submission, actor: Actor): Button[] {
  const blocked = (email.blocked || email.needs === 'editor') && !may(actor.role, 'decide-bad')
  const first = email.urgent === 'safety' && (email.sentBy === null || email.sentBy === actorId(actor))
  if (!blocked && !first) return [approve]
  if (first && !blocked) return email.needs === 'editor' ? [] : [toSecond]
  return email.needs === 'editor' ? [] : [toEditor]
}

/** What stands under “More”. */
export function menuOf(email: Submission, actor: Actor): Button[] {
  if (!may(actor.role, 'decide') || email.state === null || email.state === 'approved') return []
  const menu: Button[] = []
  if (email.state !== 'spam') menu.push({ act: 'spam', label: 'Spam', path: 'spam', key: '!', tone: '' })
  if (email.needs !== 'editor')
    menu.push({ act: 'send', label: 'Send to editor', path: 'hold', key: 'S', tone: '', fields: ['needs', 'editor'] })
  return menu
}
