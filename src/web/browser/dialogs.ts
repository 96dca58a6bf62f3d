// The three dialogs: the keys and their switch, a rejection's reason, signing in again.
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

let asking: Promise<boolean> | null = null

/** The session has ended: signs in again without leaving the page. One dialog, however many requests wait. */
export function askToSignIn(): Promise<boolean> {
  asking ??= signInAgain().finally(() => {
    asking = null
  })
  return asking
}

function signInAgain(): Promise<boolean> {
  const dialog = find<HTMLDialogElement>('[data-sign-in-dialog]')!
  const form = find<HTMLFormElement>('form', dialog)!
  const fault = find('[data-fault]', form)!
  dialog.showModal()
  form.onsubmit = async event => {
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    const response = await fetch('/sign-in', { method: 'POST', body, redirect: 'manual' }).catch(() => null)
    if (response?.type === 'opaqueredirect') {
      form.reset()
      dialog.close('in')
    } else fault.textContent = response ? 'That email address and password do not go together.' : 'No connection.'
  }
  return new Promise(resolve => {
    dialog.onclose = () => resolve(dialog.returnValue === 'in')
  })
}
