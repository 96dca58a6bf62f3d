// The page of one email: the same keys press the same buttons; the forms do the rest.
import { openKeys } from './dialogs.ts'
import { find } from './dom.ts'
import { entryAct, serveEntry, settle } from './entry.ts'
import { type Act, serveKeys } from './keys.ts'

const pressed: Act[] = ['approve', 'approve-now', 'reject', 'hold', 'send', 'spam']

export function serveItem(): void {
  serveEntry()
  serveKeys(name => {
    if (pressed.includes(name)) {
      const button = find<HTMLButtonElement>(`[data-bar] [data-act="${name === 'approve-now' ? 'approve' : name}"]`)
      button?.click()
      return button !== null
    }
    if (name === 'keys') openKeys()
    else if (name === 'leave') (document.activeElement as HTMLElement | null)?.blur()
    else return entryAct(name, null)
    return true
  })
  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>('[data-act]')
    if (button && entryAct(button.dataset.act!, button)) event.preventDefault()
  })
  document.addEventListener('submit', settle)
}
