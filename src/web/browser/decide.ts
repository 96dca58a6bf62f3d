// Decisions: shown in the frame of the key press, sent at once, taken back to any depth, never lost.

import type { Desk } from './desk-state.ts'
import { askReason } from './dialogs.ts'
import { find, painted } from './dom.ts'
import { askOnce, fieldsOf, forgetLocal, settle } from './entry.ts'
import { banner, clearBanner, hideToast, say, toast } from './notice.ts'
import { note, numberOf, type Row, whoOf } from './rows.ts'
import { type Answer, type Problem, send } from './send.ts'

export type Path = 'approval' | 'hold' | 'rejection' | 'spam'
type Made = { submission: { version: number; state: string }; entry: { publishAt: number } | null }

/** One decision of mine that stands. */
type Done = {
  row: Row
  /** The row it stood before. */
  before: Row | null
  path: Path
  words: string
  /** The version it made; null when it failed. */
  version: Promise<number | null>
  publishAt?: number
}

export const statesOf: Record<Path, string> = {
  approval: 'approved',
  hold: 'held',
  rejection: 'rejected',
  spam: 'spam',
}
const said: Record<Path, string> = { approval: 'Approved', hold: 'Held', rejection: 'Rejected', spam: 'Marked as spam' }

/** Whom an approval prints: what stands in the fields now, which may be more than the row knew. */
const printed = ({ name, place }: Record<string, unknown>) => [name || 'No name', place].filter(Boolean).join(', ')

export type Decisions = ReturnType<typeof createDecisions>

export function createDecisions(desk: Desk) {
  const done: Done[] = []

  /** What an act's own button in the bar or the menu would send; null when this person has no such button here. */
  function wishOf(act: string): { path: Path; fields: Record<string, string> } | null {
    const button = find<HTMLButtonElement>(`[data-bar] [form=entry][data-act="${act}"]`)
    const path = button && new URL(button.formAction).pathname.split('/').at(-1)
    if (!button || !path || !(path in said)) return null
    return { path: path as Path, fields: button.name ? { [button.name]: button.value } : {} }
  }

  function decide(act: string, extra: Record<string, unknown> = {}): void {
    const row = desk.rows.current()
    // Some emails may be rejected, but not without a word why.
    const asks = act === 'reject' && !wishOf(act) && wishOf('reject-for')
    if (asks && !extra.reason) return void rejectForReason()
    const wish = asks || wishOf(act)
    if (!row || !wish || desk.pending.has(numberOf(row)) || !find('[data-entry]')) return
    const fields: Record<string, unknown> = { ...fieldsOf(), ...wish.fields, ...extra }
    const incomplete = wish.path === 'approval' && !fields.without && askOnce()
    if (incomplete) return say(incomplete)
    leave(row, { path: wish.path, fields })
  }

  /** The row leaves, the next opens, the words are said; and the decision is on its way. */
  function leave(row: Row, { path, fields }: { path: Path; fields: Record<string, unknown> }): void {
    // One that is sent again is not the one on screen, which then stays.
    const stays = desk.rows.current() !== row && desk.rows.current()
    const next = stays || desk.next(row)
    const before = row.nextElementSibling as Row | null
    const words = `${fields.needs ? 'Sent to an editor' : said[path]}: ${path === 'approval' ? printed(fields) : whoOf(row)}`
    row.classList.remove('unsaved')
    note(row, '')
    if (path === 'approval' && !stays) settle()
    desk.did.push('one')
    const entry: Done = { row, before, path, words, version: Promise.resolve(null) }
    done.push(entry)
    entry.version = deliver(entry, fields)
    // Everything is written before the next is opened, which asks the browser where things stand: once, not thrice.
    row.remove()
    desk.tally(statesOf[path], 1)
    if (!next) desk.showEmpty()
    else if (!stays) desk.open(next)
    // The next email comes first; what was done is told in the frame after it.
    void painted().then(() => {
      if (done.at(-1) !== entry) return
      say(`${words.split(': ')[0]}. ${next ? `Next: ${whoOf(next)}.` : 'None left.'} ${desk.left()}.`)
      tell(entry)
    })
    if (desk.rows.list.childElementCount <= 40 && desk.rows.hasMore()) void desk.rows.topUp()
  }

  const tell = ({ words, publishAt }: Done) => toast(`${words}.`, true, publishAt)

  async function deliver(entry: Done, fields: Record<string, unknown>): Promise<number | null> {
    const number = numberOf(entry.row)
    desk.pending.add(number)
    const url = `${desk.base}/submissions/${number}/${entry.path}`
    await painted()
    const answer = await send<Made>(url, { ...fields, key: crypto.randomUUID() })
    desk.pending.delete(number)
    if (!answer.ok) {
      failed(entry, fields, answer)
      return null
    }
    desk.remember(entry.row, answer.data.submission.version)
    if (entry.path === 'approval') forgetLocal(number)
    entry.publishAt = answer.data.entry?.publishAt
    if (done.at(-1) === entry && entry.publishAt !== undefined) tell(entry)
    return answer.data.submission.version
  }

  /** A decision that did not stick: the row is back with the reason, or somebody else has decided. */
  function failed(entry: Done, fields: Record<string, unknown>, answer: Extract<Answer<Made>, { ok: false }>): void {
    const { row, path } = entry
    const number = numberOf(row)
    const at = done.indexOf(entry)
    if (at === -1) return
    done.splice(at, 1)
    desk.did.splice(desk.did.lastIndexOf('one'), 1)
    desk.tally(statesOf[path], -1)
    hideToast()
    const { problem, status } = answer
    const now = problem.submission
    if (now && now.version !== Number(row.dataset.version)) {
      desk.panes.forget(number)
      if (now.state !== row.dataset.state) return conflict(row, problem)
    }
    desk.rows.putBack(row, entry.before)
    if (now) desk.remember(row, now.version)
    const lost = status === 0 || status >= 500
    if (lost) {
      row.classList.add('unsaved')
      note(row, 'Not saved')
    }
    const again = () => leave(row, { path, fields: { ...fields, version: Number(row.dataset.version) } })
    const named = /name/.test(problem.why ?? '')
    banner({
      id: `failed-${number}`,
      words: lost ? `${said[path]} didn’t reach the server: ${whoOf(row)}.` : `${whoOf(row)}: ${problem.detail}`,
      bad: true,
      offers: [
        ...(lost ? [{ label: 'Try again', act: again }] : []),
        ...(named
          ? [
              {
                label: 'Print the name all the same',
                act: () => leave(row, { path, fields: { ...fields, named: true } }),
              },
            ]
          : []),
        { label: 'Open it', act: () => desk.open(row) },
      ],
    })
    if (!desk.rows.current()) desk.open(row)
  }

  /**
   * Somebody was quicker. What I had typed is kept as my draft; on the email's page both versions stand side by side,
   * with the button that takes the other's decision back.
   */
  function conflict(row: Row, problem: Problem): void {
    const number = numberOf(row)
    const whose = problem.by ? `${problem.by}’s` : 'that'
    const id = `conflict-${number}`
    const url = `${desk.base}/submissions/${number}`
    const { state, version } = problem.submission!
    const path = (Object.keys(statesOf) as Path[]).find(each => statesOf[each] === state)
    const reopen = async () => {
      const answer = await send(`${url}/${path}/undo`, { version })
      if (!answer.ok) banner({ id, words: answer.problem.detail, bad: true })
    }
    banner({
      id,
      words: `${whoOf(row)}: ${problem.detail}`,
      offers: [{ label: `See ${whose} version`, href: url }, ...(path ? [{ label: 'Reopen', act: reopen }] : [])],
    })
  }

  /** Takes back my last decision; each further call one more. */
  async function undo(withdraw = false): Promise<void> {
    const last = done.at(-1)
    if (!last) {
      const form = find<HTMLFormElement>('[data-toast] form')
      if (form && !find('[data-toast]')?.hidden) form.requestSubmit()
      else desk.heard('earlier', null)
      return
    }
    if (!withdraw && last.publishAt !== undefined && Date.now() >= last.publishAt) return askToWithdraw(last)
    done.pop()
    clearBanner('withdraw')
    desk.tally(statesOf[last.path], -1)
    desk.rows.putBack(last.row, last.before)
    desk.open(last.row)
    const before = done.at(-1)
    if (before) tell(before)
    else hideToast()
    say(`Undone. ${whoOf(last.row)} is ${desk.state} again. ${desk.left()}.`)
    await sendUndo(last, withdraw)
  }

  async function sendUndo(last: Done, withdraw: boolean): Promise<void> {
    const number = numberOf(last.row)
    const version = await last.version
    // The decision itself never reached the server: there is nothing to take back.
    if (version === null) return
    desk.pending.add(number)
    const url = `${desk.base}/submissions/${number}/${last.path}/undo`
    const answer = await send<Made>(url, { version, withdraw: withdraw || undefined, key: crypto.randomUUID() })
    desk.pending.delete(number)
    if (answer.ok) return desk.remember(last.row, answer.data.submission.version)
    // It stands after all, so the row leaves again.
    const next = desk.next(last.row)
    if (desk.rows.current() === last.row && next) desk.open(next)
    last.row.remove()
    if (desk.rows.list.childElementCount === 0) desk.showEmpty()
    desk.tally(statesOf[last.path], 1)
    if (answer.problem.why === 'live') {
      done.push(last)
      return askToWithdraw(last)
    }
    banner({
      id: `failed-${number}`,
      words: `Undo: ${answer.problem.detail}`,
      bad: true,
      offers: [{ label: 'See it', href: `${desk.base}/submissions/${number}` }],
    })
  }

  function askToWithdraw(last: Done): void {
    desk.did.push('one')
    banner({
      id: 'withdraw',
      words: `${whoOf(last.row)}: this is on the live page. Withdraw it?`,
      offers: [{ label: 'Withdraw it', act: () => void undo(true) }],
    })
    find('[data-banner=withdraw] .link')?.focus()
  }

  async function rejectForReason(): Promise<void> {
    if (!wishOf('reject') && !wishOf('reject-for')) return
    const reason = await askReason()
    if (reason !== null) decide('reject', { reason })
  }

  return {
    decide,
    undo,
    /** Whether the page already shows this version of this email, or a later one, or is just making it. */
    isKnown(number: number, version: number, mine: boolean): boolean {
      const row = desk.rows.get(number) ?? done.find(each => numberOf(each.row) === number)?.row
      return (mine && desk.pending.has(number)) || Number(row?.dataset.version) >= version
    },
    rejectForReason,
  }
}
