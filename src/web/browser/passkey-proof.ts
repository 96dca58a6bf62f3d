// Proving who one is with a passkey, on the page that asks for the code and in the dialog that signs in again.

export type Json = Record<string, unknown>

/** Whether the browser knows passkeys in JSON (WebAuthn level 3). */
export const knowsPasskeys = (): boolean =>
  'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential

/** Asks the device, then the server. Answers where the page leads on; fails with what `faultOf` puts in words. */
export async function provePasskey(): Promise<string> {
  const options = await tell('/sign-in/passkey/options', {})
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as never)
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  const { next } = await tell('/sign-in/passkey', { credential: credential.toJSON() as unknown as Json })
  return String(next)
}

/** Posts JSON and answers JSON; fails with the server's own words. */
export async function tell(address: string, body: Json): Promise<Json> {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' }
  const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  const told = (await answer.json()) as Json
  if (!answer.ok) throw new Error(String(told.detail ?? 'That did not work. Try again.'))
  return told
}

/** What failed, for the person: the device was asked and said no, or the server's words. */
export const faultOf = (error: unknown): string =>
  error instanceof DOMException ? 'Nothing was chosen.' : (error as Error).message
