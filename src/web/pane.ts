// The reading pane of one email as a view model: what stands on the cards and which buttons the person gets.

import { shownTo } from '../desk/addresses.ts'
import type { Colleague } from '../desk/assignment.ts'
import type { EntryFields } from '../desk/decide.ts'
import { compare } from '../desk/diff.ts'
import { type Draft, readDraft } from '../desk/draft.ts'
import { doubts } from '../desk/faithful.ts'
import { hintsOf } from '../desk/hints.ts'
import type { PictureWish } from '../desk/picture-choice.ts'
import { type Actor, may } from '../desk/policy.ts'
import type { Story } from '../desk/stories.ts'
import { readSubmission, type Submission } from '../desk/submission.ts'
import { attributionLine } from '../feed/index.ts'
import { newSecret } from '../id.ts'
import { buttonsOf, menuOf } from './bar.ts'
import { checksOf, noticesOf } from './checks-card.ts'
import { fieldsOf } from './entry-fields.ts'
import { letterPreview, type PictureView } from './live-entry.ts'
import { segmentsOf } from './marked-text.ts'
import { nameAndPlace } from './names.ts'
import { photoForm, photoPreview } from './photo-form.ts'
import { reasons } from './reasons.ts'
import type { Web } from './route.ts'
import { foldedWords, isFolded, sparedButtons, sparedChecks, sparedSubject } from './sparing.ts'
import { stripOf } from './strip.ts'
import { whoseWords } from './whose.ts'

export type PaneOptions = {
  story: Story
  /** Stories an email may be moved to. */
  stories: Story[]
  /** Whom the email may be assigned to. */
  team: Colleague[]
  /** Where a form leads back to: the queue as it was. */
  back: string
  /** The email to open after a decision; null when there is none. */
  next?: number | null
  /** What was typed and refused, shown again. */
  typed?: Partial<EntryFields>
  picture?: PictureWish | null
  faults?: Record<string, string>
  /** The next approval publishes without name or place. */
  confirming?: boolean
  askNamed?: boolean
  /** Where words of abuse are shown to who asks for them; null: they were asked for. */
  unfold: string | null
  /** Words of the search that led here. */
  searched?: string
}

export type Pane = ReturnType<typeof paneOf>

/** The pane of an email, or null when there is none of this number. */
export async function readPane(web: Web, actor: Actor, number: number, options: PaneOptions): Promise<Pane | null> {
  const email = shownTo(actor.role, await readSubmission(web.context, number))
  if (!email || email.stage === 'erased') return null
  const draft = await readDraft(web.context, actor, number)
  return paneOf(web, { email, actor, draft, options })
}

type Facts = {
  email: Submission
  actor: Actor
  draft: Draft | null
  options: PaneOptions
}

export function paneOf(web: Web, { email, actor, draft, options }: Facts) {
  const mayDecide = may(actor.role, 'decide')
  const open = email.state !== null && email.state !== 'approved'
  const standing = email.state === 'approved' && email.entry ? entryFieldsOf(email.entry) : null
  const shown: EntryFields = standing ?? (mayDecide ? draft : null) ?? email.proposal
  const values: EntryFields = { ...entryFieldsOf(shown), ...options.typed }
  const zone = options.story.zone
  const faults = options.faults ?? {}
  const strip = stripOf(email, options.story.slug)
  const spare = options.unfold !== null && isFolded(email)
  const checks = checksOf(email, options.story.slug, web.config.authservId)
  const buttons = buttonsOf(email, actor, options.story.slug)
  const photo = options.picture === undefined ? (mayDecide && draft?.picture) || null : options.picture
  return {
    number: email.number,
    version: email.version,
    state: email.state,
    who: nameAndPlace(email.proposal.name || email.from.name, email.proposal.place),
    href: `/s/${options.story.slug}/submissions/${email.number}`,
    zone,
    email,
    key: newSecret(),
    /** Whose words these are: typed text is never sent for another person. */
    as: actor.id,
    reasons,
    back: options.back,
    /** The queue with this email open. */
    here: withItem(options.back, email.number),
    next: options.next ?? '',
    blocked: email.blocked && !may(actor.role, 'decide-bad'),
    mayDecide,
    mayReject: mayDecide && open && email.state !== 'rejected',
    mayBan: may(actor.role, 'ban-contributor'),
    maySource: may(actor.role, 'read-source'),
    editable: mayDecide && open,
    /** The address, for those who may see it. */
    sender: may(actor.role, 'see-addresses') ? email.from.address : null,
    shown: email.state !== null,
    spared: spare ? { words: foldedWords, href: options.unfold! } : null,
    subject: spare ? sparedSubject(email) : email.subject,
    segments: spare ? [] : segmentsOf(email, options.searched),
    notices: noticesOf(email, web.context.now(), zone),
    checks: spare ? sparedChecks(checks) : checks,
    strip,
    photo: open ? photoForm(email, strip, photo) : null,
    fileWarning: web.config.scanner
      ? 'Files come from strangers. Each is checked for viruses when it is downloaded; open it with care all the same.'
      : 'Files come from strangers and are not checked for viruses: open what you download with care.',
    fields: fieldsOf(email, values, faults),
    values,
    faults,
    proposed: email.proposal.text,
    words: wordCount(values.text),
    verbs: [...new Set([values.verb, ...options.story.verbs])],
    saved: draft && !standing ? 'Your draft' : '',
    preview: previewOf(email, values, pictureOf(email, options.story.slug, open ? photo : null)),
    pointOfView: email.pointOfView,
    confirming: options.confirming ?? false,
    askNamed: options.askNamed ?? false,
    buttons: spare ? sparedButtons(buttons) : buttons,
    menu: menuOf(email, actor),
    whose: whoseWords(email, actor.id),
    assignable: mayDecide && open ? options.team : [],
    moveTo: mayDecide && open ? options.stories.filter(each => each.id !== email.story?.id) : [],
  }
}

const withItem = (back: string, number: number) => `${back}${back.includes('?') ? '&' : '?'}item=${number}`

const entryFieldsOf = ({ name, place, verb, text }: EntryFields): EntryFields => ({ name, place, verb, text })

export const wordCount = (text: string) => {
  const count = text.trim() === '' ? 0 : text.trim().split(/\s+/).length
  return `${count} ${count === 1 ? 'word' : 'words'}`
}

/** What stands with the entry already, else what is chosen. */
function pictureOf(email: Submission, slug: string, chosen: PictureWish | null): PictureView | null {
  if (chosen) return photoPreview(`/s/${slug}/submissions/${email.number}`, chosen)
  const kept = email.state === 'approved' ? email.entry?.picture : null
  return kept ? { ...kept, src: `/s/${slug}/pictures/${kept.id}`, srcset: '' } : null
}

export type Preview = ReturnType<typeof previewOf>

/** The entry as readers will see it, what was changed, and where the meaning may have. */
export function previewOf(email: Submission, values: EntryFields, picture: PictureView | null = null) {
  const changes = compare(email.text, values.text)
  // Against what was proposed: leaving out a phone number is our doing and changes no meaning.
  const doubted = doubts(email.proposal.text, values.text)
  return {
    entry: letterPreview(attributionLine(values), values.text, picture),
    changed: changes.changes > 0,
    summary: changes.summary,
    changes: changes.paragraphs,
    doubts: doubted.map(doubt => doubt.words),
    hints: hintsOf(email, values),
  }
}
