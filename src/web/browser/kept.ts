// Words that were typed and have not reached the server yet, kept in this browser. They are sealed (AES-GCM): the key
// comes with each page of the person who typed them and is stored nowhere, so what lies in the browser tells nothing.
const name = 'AES-GCM'
const nonceLength = 12

/** The last words under a label, as long as the page is open: what is being sealed must not outrun what came later. */
const latest = new Map<string, string>()

const bytesOf = (text: string) => Uint8Array.from(atob(text), sign => sign.charCodeAt(0))

const key = () =>
  crypto.subtle.importKey('raw', bytesOf(document.body.dataset.seal!), name, false, ['encrypt', 'decrypt'])

export async function keep(label: string, words: string): Promise<void> {
  latest.set(label, words)
  const iv = crypto.getRandomValues(new Uint8Array(nonceLength))
  const sealed = await crypto.subtle.encrypt({ name, iv }, await key(), new TextEncoder().encode(words))
  if (latest.get(label) === words)
    localStorage.setItem(label, btoa(String.fromCharCode(...iv, ...new Uint8Array(sealed))))
}

/** Null: nothing is kept, or nothing that this person's key opens. */
export async function readKept(label: string): Promise<string | null> {
  try {
    const kept = bytesOf(localStorage.getItem(label) ?? '')
    const iv = kept.subarray(0, nonceLength)
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name, iv }, await key(), kept.subarray(nonceLength)))
  } catch {
    return null
  }
}

/** With `words`, only while these are the last. */
export function forget(label: string, words = latest.get(label)): void {
  if (latest.get(label) !== words) return
  latest.delete(label)
  localStorage.removeItem(label)
}
