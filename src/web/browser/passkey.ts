// The browser's half of passkeys: asks the server what to ask the device, and tells it the answer.
import { find } from './dom.ts'

type Json = Record<string, unknown>

/** Buttons are there only where the browser knows passkeys in JSON (WebAuthn level 3). */
export function offerPasskeys(): void {
  if (!('PublicKeyCredential' in window) || !('parseCreationOptionsFromJSON' in PublicKeyCredential)) return
  const add = find<HTMLButtonElement>('[data-passkey-add]')
  if (add) begin(add, '/account/passkeys', make)
  const use = find<HTMLButtonElement>('[data-passkey-use]')
  if (use) begin(use, '/sign-in/passkey', prove)
}

function begin(button: HTMLButtonElement, address: string, ask: (options: Json) => Promise<Json>): void {
  button.hidden = false
  button.addEventListener('click', async () => {
    const said = find(`#${button.getAttribute('aria-describedby')}`)
    button.disabled = true
    try {
      const credential = await ask(await post(`${address}/options`, {}))
      const name = find<HTMLInputElement>('#passkey-name')?.value ?? ''
      const { next } = await post(address, address === '/sign-in/passkey' ? { credential } : { credential, name })
      location.assign(String(next))
    } catch (error) {
      if (said) said.textContent = error instanceof DOMException ? 'Nothing was chosen.' : (error as Error).message
      button.disabled = false
    }
  })
}

async function make(options: Json): Promise<Json> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as never)
  return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON() as unknown as Json
}

async function prove(options: Json): Promise<Json> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never)
  return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON() as unknown as Json
}

async function post(address: string, body: Json): Promise<Json> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  const told = (await answer.json()) as Json
  if (!answer.ok) throw new Error(String(told.detail ?? 'That did not work. Try again.'))
  return told
}
