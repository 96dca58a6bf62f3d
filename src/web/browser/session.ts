// Two minutes before a session ends the page says so, with a button to stay (WCAG 2.2.1).
import type { Banner } from './notice.ts'

/** Told so long before the end (ms). */
const ahead = 120_000
const lookEvery = 10_000

type Left = { idle: number; whole: number }
type Tools = {
  banner: (shown: Banner) => void
  clearBanner: (id: string) => void
  askToSignIn: () => Promise<boolean>
}

/** Answers what to call when the server may have ended the session. */
export function watchSession({ banner, clearBanner, askToSignIn }: Tools): () => Promise<void> {
  const { endsIn } = document.body.dataset
  let due = endsIn ? Date.now() + Number(endsIn) - ahead : Number.POSITIVE_INFINITY
  let busy = false

  /** To look (GET) does not count as being there; to stay (POST) does. */
  async function ask(method: 'GET' | 'POST'): Promise<void> {
    const headers = { Accept: 'application/json' }
    const response = await fetch('/account/session', { method, headers }).catch(() => null)
    if (response?.status === 401) await signIn()
    else if (response?.ok) tell(await response.json())
  }

  function tell({ idle, whole }: Left): void {
    const left = Math.min(idle, whole)
    clearBanner('session')
    due = Date.now() + left - (left > ahead ? ahead : 0)
    if (left > ahead) return
    const at = new Date(Date.now() + left).toTimeString().slice(0, 5)
    const why = idle < whole ? 'nothing was done here for long' : 'nobody stays signed in for longer than a week'
    banner({
      id: 'session',
      words: `You will be signed out at ${at}: ${why}.`,
      offers: [{ label: 'Stay signed in', act: () => void (idle < whole ? ask('POST') : signIn()) }],
    })
  }

  async function signIn(): Promise<void> {
    clearBanner('session')
    // Who closes the dialog is asked again by what they do next.
    due = Number.POSITIVE_INFINITY
    if (await askToSignIn()) await ask('GET')
  }

  async function look(): Promise<void> {
    if (busy) return
    busy = true
    await ask('GET')
    busy = false
  }

  const lookWhenDue = () => Date.now() >= due && void look()
  lookWhenDue()
  setInterval(lookWhenDue, lookEvery)
  document.addEventListener('visibilitychange', lookWhenDue)
  return look
}
