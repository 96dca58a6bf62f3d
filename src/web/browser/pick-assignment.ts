// What is ticked, given to a colleague together: the rows stay where they are and say whose they are; one undo for the lot.
import type { Desk } from './desk-state.ts'
import type { Kit } from './kit.ts'
import type { Row } from './rows.ts'

/** What became of many at once. */
export type Result = {
  done: { number: number; version: number }[]
  refused: { number: number; why: string }[]
  words: string
}

/** For the bar: the same list as the form beside the ticks has without the script; null where it has none. */
export function choiceOf(find: Kit['find'], name: string, label: string): HTMLSelectElement | null {
  const select = find<HTMLSelectElement>(`#bulk-${name}`)?.cloneNode(true) as HTMLSelectElement | undefined
  if (!select) return null
  select.removeAttribute('form')
  return Object.assign(select, { id: `bar-${name}`, ariaLabel: label })
}

/** Answers what stands in the bar for so many ticked rows; `take` hands them over and clears the ticks. */
export function serveBulkAssignment(desk: Desk, kit: Kit, take: () => Row[]): (count: number) => HTMLElement[] {
  const { banner, find, linkOf, made, numberOf, say, send, toast } = kit

  async function assign({ value: assignee, selectedOptions }: HTMLSelectElement): Promise<void> {
    const to = { id: assignee, name: selectedOptions[0]!.text }
    const picks = take().map(row => `${numberOf(row)}:${row.dataset.version}`)
    const row = desk.rows.current()
    if (row) linkOf(row).focus()
    const done = await give('', assignee, picks)
    for (const number of done) desk.heard('assigned', { number: Number.parseInt(number, 10), to })
    if (done.length > 0)
      desk.did.push(async () => {
        for (const number of await give('/undo', assignee, done))
          desk.heard('assigned', { number: Number.parseInt(number, 10), to: null })
      })
  }

  /** What was done, as ticks. */
  async function give(path: string, assignee: string, pick: string[]): Promise<string[]> {
    const answer = await send<Result>(`${desk.base}/bulk${path}`, { decision: 'assign', assignee, pick })
    if (!answer.ok) {
      banner({ id: 'bulk', words: `Not saved: ${answer.problem.detail}`, bad: true })
      return []
    }
    const { done, words } = answer.data
    toast(words, path === '' && done.length > 0)
    say(words)
    return done.map(({ number, version }) => `${number}:${version}`)
  }

  return count => {
    const select = choiceOf(find, 'assignee', 'Colleague')
    if (!select) return []
    const onclick = () => void assign(select)
    return [select, made('button', { type: 'button', className: 'btn', textContent: `Assign ${count}`, onclick })]
  }
}
