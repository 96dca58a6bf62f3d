// “Deal me one” without a page load: the longest waiting email that nobody else has opens where this one was.
import type { Desk } from './desk-state.ts'
import type { Kit } from './kit.ts'
import type { Row } from './rows.ts'

export function serveDeal(desk: Desk, { banner, find, numberOf, say, send, toast, whoOf }: Kit): void {
  const form = find<HTMLFormElement>('form.deal')
  form?.addEventListener('submit', event => {
    event.preventDefault()
    void deal(form.action)
  })

  async function deal(url: string): Promise<void> {
    const open = desk.rows.current()
    // What I have just decided may still be on its way.
    const skip = [...desk.pending, ...(open ? [numberOf(open)] : [])]
    const answer = await send<{ number: number | null }>(url, { skip })
    if (!answer.ok) return banner({ id: 'deal', words: answer.problem.detail, bad: true })
    const { number } = answer.data
    const row = number === null ? null : await rowOf(number)
    if (row) {
      desk.open(row)
      say(`Dealt to you: ${whoOf(row)}. ${desk.left()}.`)
    } else {
      const words = 'Every waiting email is with somebody.'
      toast(words, false)
      say(words)
    }
  }

  /** Its row, which joins the list in its place when it stands beyond the window. */
  async function rowOf(number: number): Promise<Row | null> {
    const there = desk.rows.get(number)
    if (there) return there
    const row = await desk.rows.read(number)
    if (row) desk.rows.putBack(row, null)
    return row
  }
}
