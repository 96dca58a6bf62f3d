// Whose an email is, without a page load: “Take it” and “Assign” in the menu, the tag in the row, the line above the words.
import type { Desk } from './desk-state.ts'
import type { Kit } from './kit.ts'

type Person = { id: string; name: string }
type Given = { number: number; to: Person | null }

export function serveAssignment(desk: Desk, kit: Kit): { told: (event: Given) => void } {
  const { banner, clearBanner, find, hideToast, say, send, tag, toast } = kit
  const me = document.body.dataset.staff
  const skip = desk.main.dataset.skip === '1'

  /** The row, the kept pane and its menu say whose it is. */
  function told({ number, to }: Given): void {
    const row = desk.rows.get(number)
    if (row) {
      row.toggleAttribute('data-others', skip && to !== null && to.id !== me)
      tag(row, 'whose', to === null ? '' : to.id === me ? 'Yours' : `${to.name.split(' ')[0]}’s`, 'quiet')
    }
    const pane = desk.panes.get(number)
    if (!pane) return
    const words = find('[data-whose]', pane.body)
    if (words) {
      words.hidden = to === null
      words.textContent =
        to === null ? '' : to.id === me ? words.dataset.mine! : words.dataset.theirs!.replace('{}', to.name)
    }
    const form = formOf(number)
    if (!form) return
    find<HTMLInputElement>('[name=seen]', form)!.value = to?.id ?? ''
    find('[name=take]', form)!.hidden = to?.id === me
    const select = find<HTMLSelectElement>('select', form)!
    select.value = to?.id ?? ''
  }

  /** The form in the kept bar of an email, on screen or not. */
  const formOf = (number: number) =>
    desk.panes
      .get(number)
      ?.bar.map(node => (node instanceof Element ? find<HTMLFormElement>('[data-assign]', node) : null))
      .find(Boolean)

  async function give(number: number, url: string, fields: Record<string, unknown>): Promise<boolean> {
    const answer = await send<{ words: string; to: Person | null }>(url, { ...fields, as: me })
    clearBanner('assign')
    if (!answer.ok) {
      banner({ id: 'assign', words: answer.problem.detail })
      return false
    }
    told({ number, to: answer.data.to })
    say(answer.data.words)
    const { to } = answer.data
    if (to === null) {
      hideToast()
      return true
    }
    toast(answer.data.words, true)
    desk.did.push(() => void give(number, `${url.replace(/\/undo$/, '')}/undo`, { seen: to.id }))
    return true
  }

  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (!form.matches('[data-assign]')) return
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(form, event.submitter as HTMLButtonElement | null))
    const menu = form.closest('details')
    const number = Number(form.dataset.assign)
    void give(number, form.action, fields).then(() => {
      if (menu) menu.open = false
      const row = desk.rows.current()
      if (row) kit.linkOf(row).focus()
    })
  })
  return { told }
}
