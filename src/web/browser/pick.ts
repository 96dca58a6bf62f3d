// Several emails at once: `X` ticks, the bar shows what can be done with all of them, one undo for the lot. A bundle of
// its own, loaded at the first tick: what it needs of the page's script it is given, so that nothing is sent twice. The
// tone of an arrival comes along, for who asked for one.

import type { Path } from './decide.ts'
import type { Desk } from './desk-state.ts'
import type { Kit } from './kit.ts'
import { choiceOf, type Result, serveBulkAssignment } from './pick-assignment.ts'
import type { Row } from './rows.ts'
import { tone } from './tone.ts'

type Act = Path | 'move'
type Batch = { path: Act; rows: { row: Row; before: Row | null }[]; result: Promise<Result | null> }

const labels: [Path, string][] = [
  ['approval', 'Approve'],
  ['rejection', 'Reject'],
  ['hold', 'Hold'],
  ['spam', 'Spam'],
]

export type Picks = ReturnType<typeof createPicks>

export function createPicks(desk: Desk, kit: Kit) {
  const { banner, find, isGone, made, numberOf, say, send, statesOf, tickOf, toast, whoOf } = kit
  const list = find('.list', desk.main)!
  const bar = find('[data-bar]')!
  const bulkBar = find('[data-bulk-bar]')!
  const head = find<HTMLInputElement>('[data-pick-all]', desk.main)
  const batches: Batch[] = []
  const assigning = serveBulkAssignment(desk, kit, () => {
    const rows = picked()
    clear()
    return rows
  })
  /** The ticked rows in the order in which they were ticked. */
  let order: Row[] = []

  const tick = (row: Row, on: boolean) => {
    const box = tickOf(row)
    if (box) box.checked = on
  }
  const picked = () => desk.rows.all().filter(row => tickOf(row)?.checked && !isGone(row))

  /** The bar and the head box say how many are ticked. */
  function show(): void {
    const ticked = picked()
    order = [...order.filter(row => ticked.includes(row)), ...ticked.filter(row => !order.includes(row))]
    const count = ticked.length
    const all = desk.rows.all().length
    list.classList.toggle('picking', count > 0 || list.classList.contains('picking'))
    bar.hidden = count > 0
    bulkBar.hidden = count === 0
    find('[data-actions]')?.classList.toggle('picking', count > 0)
    if (head) {
      head.checked = count === all && count > 0
      head.indeterminate = count > 0 && count < all
    }
    const buttons = labels.map(([path, label]) => bulkButton(path, `${label} ${count}`))
    bulkBar.replaceChildren(
      ...(count > 0 ? [...buttons, groupButton(count), ...assigning(count), ...moving(count)] : []),
    )
  }

  function bulkButton(path: Path, label: string): HTMLButtonElement {
    const className = `btn${path === 'approval' ? ' go' : path === 'rejection' ? ' no' : ''}`
    return made('button', { type: 'button', textContent: label, className, onclick: () => decideAll(path) })
  }

  /** Into another story, where there is one. */
  function moving(count: number): HTMLElement[] {
    const to = choiceOf(find, 'to', 'Story')
    if (!to) return []
    const onclick = () => decideAll('move', to.value)
    return [to, made('button', { type: 'button', className: 'btn', textContent: `Move ${count}`, onclick })]
  }

  /** Several emails as one entry: the builder is a page of its own. */
  function groupButton(count: number): HTMLButtonElement {
    const button = made('button', { type: 'button', className: 'btn', textContent: `Group ${count} `, onclick: group })
    button.append(made('kbd', { textContent: 'U', ariaHidden: 'true' }))
    button.setAttribute('aria-keyshortcuts', 'U')
    return button
  }

  function group(): void {
    const query = order.map(row => `pick=${numberOf(row)}:${row.dataset.version}`).join('&')
    location.assign(`${desk.base}/group?${query}`)
  }

  function clear(): boolean {
    const any = list.classList.contains('picking')
    for (const row of desk.rows.all()) tick(row, false)
    list.classList.remove('picking')
    show()
    return any
  }

  /** The rows leave together; those the desk will not take together come back, still ticked, with the reason. */
  function decideAll(path: Act, to?: string): void {
    const chosen = picked()
    if (chosen.length === 0) return
    const rows = chosen.map(row => ({ row, before: row.nextElementSibling as Row | null }))
    const current = desk.rows.current()
    const next =
      current && chosen.includes(current)
        ? desk.rows.after(current, row => desk.free(row) && !chosen.includes(row))
        : current
    const items = chosen.map(row => ({ number: numberOf(row), version: Number(row.dataset.version) }))
    for (const { number } of items) desk.pending.add(number)
    for (const row of chosen) row.remove()
    list.classList.remove('picking')
    if (next) desk.open(next)
    else desk.showEmpty()
    show()
    desk.tally(goneTo(path), chosen.length)
    const batch: Batch = { path, rows, result: deliver({ decision: path, to }, items) }
    batches.push(batch)
    desk.did.push('many')
    say(`${chosen.length} emails. ${desk.left()}.`)
    void settle(batch)
    if (desk.rows.hasMore()) void desk.rows.topUp()
  }

  /** The view that counts them now; a move leads out of all that are counted here. */
  const goneTo = (path: Act): string => (path === 'move' ? '' : statesOf[path])

  type Wish = { decision: Act; to: string | undefined }

  async function deliver(wish: Wish, items: { number: number; version: number }[]): Promise<Result | null> {
    const pick = items.map(({ number, version }) => `${number}:${version}`)
    const answer = await send<Result>(`${desk.base}/bulk`, { ...wish, pick })
    for (const { number } of items) desk.pending.delete(number)
    if (answer.ok) return answer.data
    banner({ id: 'bulk', words: `Not saved: ${answer.problem.detail}`, bad: true })
    return null
  }

  async function settle(batch: Batch): Promise<void> {
    const result = await batch.result
    const done = new Set(result?.done.map(each => each.number))
    const back = batch.rows.filter(({ row }) => !done.has(numberOf(row)))
    for (const { row, before } of back.reverse()) {
      desk.rows.putBack(row, before)
      list.classList.add('picking')
      tick(row, result !== null)
    }
    for (const { number, version } of result?.done ?? []) {
      const row = batch.rows.find(each => numberOf(each.row) === number)?.row
      if (row) desk.remember(row, version)
    }
    desk.tally(goneTo(batch.path), -back.length)
    if (result === null || done.size === 0) batches.splice(batches.indexOf(batch), 1)
    if (result) toast(result.words, done.size > 0)
    if (back.length > 0 && !desk.rows.current()) desk.open(back[0]!.row)
    show()
  }

  return {
    tone,
    picking: () => picked().length > 0,
    /** Escape. */
    clear: () => clear() && say('Nothing is selected any more.'),
    decideAll,
    group: () => (picked().length > 0 ? group() : undefined),
    /** Ticks the open row and steps on. */
    pickAndStep(): void {
      const row = desk.rows.current()
      const box = row && tickOf(row)
      if (!row || !box) return
      list.classList.add('picking')
      box.checked = !box.checked
      show()
      const next = row.nextElementSibling as Row | null
      if (next) desk.open(next)
      say(`${box.checked ? 'Selected' : 'Not selected'}: ${whoOf(row)}. ${picked().length} selected.`)
    },
    /** Steps and takes the next row into the selection. */
    extend(down: boolean): void {
      const row = desk.rows.current()
      const next = (down ? row?.nextElementSibling : row?.previousElementSibling) as Row | null | undefined
      if (!row || !next) return
      list.classList.add('picking')
      tick(row, true)
      tick(next, true)
      desk.open(next)
      show()
      say(`${picked().length} selected.`)
    },
    /** One undo for the lot. */
    async undoBatch(): Promise<void> {
      const batch = batches.pop()
      const result = await batch?.result
      if (!batch || !result) return
      for (const { row, before } of [...batch.rows].reverse()) desk.rows.putBack(row, before)
      desk.tally(goneTo(batch.path), -result.done.length)
      desk.open(batch.rows[0]!.row)
      say('Undone.')
      for (const { number } of result.done) desk.pending.add(number)
      const pick = result.done.map(({ number, version }) => `${number}:${version}`)
      const answer = await send<Result>(`${desk.base}/bulk/undo`, { decision: batch.path, pick })
      for (const { number } of result.done) desk.pending.delete(number)
      if (!answer.ok) return banner({ id: 'bulk', words: answer.problem.detail, bad: true })
      for (const { number, version } of answer.data.done) {
        const row = desk.rows.get(number)
        if (row) desk.remember(row, version)
        desk.panes.forget(number)
      }
      const { refused, words } = answer.data
      for (const { number } of refused) desk.rows.get(number)?.remove()
      desk.tally(goneTo(batch.path), refused.length)
      const open = desk.rows.current() ?? desk.rows.all()[0]
      if (open) desk.open(open)
      else desk.showEmpty()
      toast(words, false)
      // What readers can see by now is asked about, and the server knows all that was decided together.
      if (refused.some(each => each.why === 'live')) desk.heard('earlier', null)
    },
    /** A box was ticked or cleared. */
    changed(box: HTMLInputElement): void {
      if (box === head) for (const row of desk.rows.all()) tick(row, head.checked)
      show()
    },
  }
}
