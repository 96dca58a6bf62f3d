// The browser's half of passkeys: asks the server what to ask the device, and tells it the answer.
import { find } from './dom.ts'
import { faultOf, type Json, knowsPasskeys, provePasskey, tell } from './passkey-proof.ts'

/** The buttons are there only where they can work. */
export function offerPasskeys(): void {
  if (!knowsPasskeys()) return
  begin('[data-passkey-add]', addPasskey)
  begin('[data-passkey-use]', provePasskey)
}

/** `work` answers where the page leads on. */
function begin(selector: string, work: () => Promise<string>): void {
  const button = find<HTMLButtonElement>(selector)
  if (!button) return
  button.hidden = false
  button.addEventListener('click', async () => {
    const said = find(`#${button.getAttribute('aria-describedby')}`)
    button.disabled = true
    try {
      location.assign(await work())
    } catch (error) {
      if (said) said.textContent = faultOf(error)
      button.disabled = false
    }
  })
}

async function addPasskey(): Promise<string> {
  const options = await tell('/account/passkeys/options', {})
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never)
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  const name = find<HTMLInputElement>('#passkey-name')?.value ?? ''
  const { next } = await tell('/account/passkeys', { credential: made.toJSON() as unknown as Json, name })
  return String(next)
}
