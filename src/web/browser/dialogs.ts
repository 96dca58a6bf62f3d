// Two dialogs: the keys and their switch, a rejection's reason.
import { find, findAll, post } from './dom.ts'

export const dialogOpen = () => find('dialog[open]') !== null

export function openKeys(): void {
  find<HTMLDialogElement>('[data-keys-dialog]')?.showModal()
}

/** The switch works at once and is kept on the server for the person. */
export function serveKeysDialog(): void {
  const dialog = find<HTMLDialogElement>('[data-keys-dialog]')
  const opener = find('[data-open-keys]')
  if (!dialog || !opener) return
  opener.hidden = false
  opener.addEventListener('click', openKeys)
  dialog.addEventListener('change', event => {
    const keys = (event.target as HTMLInputElement).value
    document.body.dataset.keys = keys
    void post('/account/keys', { keys })
  })
}

/** Asks for a reason: a number key chooses, Enter presses the form’s first button. Null: cancelled. */
export function askReason(): Promise<string | null> {
  const dialog = find<HTMLDialogElement>('[data-reason-dialog]')!
  const choices = findAll<HTMLInputElement>('[name=reason]', dialog)
  dialog.onkeydown = event => {
    const choice = choices[Number(event.key) - 1]
    if (!choice || event.repeat) return
    choice.checked = true
    choice.focus()
  }
  dialog.returnValue = ''
  dialog.showModal()
  choices[0]?.focus()
  return new Promise(resolve => {
    dialog.onclose = () =>
      resolve(dialog.returnValue === 'reject' ? (choices.find(choice => choice.checked)?.value ?? null) : null)
  })
}
