// The session has ended, or is about to: signs in again without leaving the page, with the one-time code or a passkey
// where the account has one.
import type { find as Find } from './dom.ts'
import { faultOf, knowsPasskeys, provePasskey } from './passkey-proof.ts'

/** What the server still asks for; null: nothing, the person is in. */
type Told = { asks: 'code' | 'enrolment' | null; passkey?: boolean; detail?: string; why?: string }

/** One dialog, however many requests wait. Answers whether the person is in. */
export function signInAgain(find: typeof Find): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null
  return () => {
    asking ??= ask(find).finally(() => {
      asking = null
    })
    return asking
  }
}

function ask(find: typeof Find): Promise<boolean> {
  const dialog = find<HTMLDialogElement>('[data-sign-in-dialog]')!
  const form = find<HTMLFormElement>('form', dialog)!
  const fault = find('[data-fault]', form)!
  const passkey = find<HTMLButtonElement>('[data-passkey-again]', form)!
  let asks: Told['asks'] = null

  /** Shows what is asked for now: address and password, or the code; `hasPasskey`: or a passkey in its place. */
  function show(next: Told['asks'], hasPasskey = false): void {
    asks = next
    passkey.hidden = !hasPasskey || !knowsPasskeys()
    for (const field of form.querySelectorAll('input')) {
      field.disabled = (field.name === 'code') !== (next === 'code')
      field.parentElement!.hidden = field.disabled
    }
    find<HTMLInputElement>('input:enabled', form)?.focus()
  }

  form.onsubmit = async event => {
    event.preventDefault()
    fault.textContent = ''
    const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
    const url = asks === 'code' ? '/sign-in/code' : '/sign-in'
    const response = await fetch(url, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(
      () => null,
    )
    const told = (await response?.json().catch(() => null)) as Told | null
    if (!response || !told) fault.textContent = 'No connection.'
    else if (!response.ok) {
      if (told.why === 'password') show(null)
      fault.textContent = told.detail ?? 'That failed on our side.'
    } else if (told.asks === 'code') show('code', told.passkey)
    else if (told.asks) fault.textContent = 'Your account needs one-time codes first: set them up in another window.'
    else dialog.close('in')
  }
  passkey.onclick = async () => {
    fault.textContent = ''
    passkey.disabled = true
    try {
      await provePasskey()
      dialog.close('in')
    } catch (error) {
      fault.textContent = faultOf(error)
    }
    passkey.disabled = false
  }
  return new Promise(resolve => {
    dialog.onclose = () => {
      form.reset()
      resolve(dialog.returnValue === 'in')
    }
    dialog.returnValue = ''
    show(null)
    dialog.showModal()
  })
}
