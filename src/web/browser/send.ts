// Sends what a person did, and does not give up at the first fault: the same key makes a second try harmless.
import { tellWaiting } from './connection.ts'
import { post } from './dom.ts'

export type Problem = {
  detail: string
  why?: string
  by?: string
  at?: number
  submission?: { number: number; version: number; state: string | null; needs: string | null }
}
/** `status` 0: the server was never reached. */
export type Answer<Data> = { ok: true; data: Data } | { ok: false; status: number; problem: Problem }

/** Asks to sign in again; comes with the bundle beside deciding. */
export const signIn = Promise.withResolvers<() => Promise<boolean>>()

/** Waits between tries after a fault of the server (ms). */
const pauses = [500, 1000, 2000]
/** Without a connection decisions are kept this long; later they would surprise (ms). */
const keptFor = 60_000
const tryAgainEvery = 2000
const longestAnswer = 10_000

/** Posts JSON and answers JSON. Tries again: thrice after a server's fault, for a minute without a connection. */
export async function send<Data>(url: string, body: Record<string, unknown>): Promise<Answer<Data>> {
  const begun = Date.now()
  let waits = false
  try {
    for (let tries = 0; ; tries++) {
      const answer = await once<Data>(url, body)
      if (answer.ok || (answer.status > 0 && answer.status < 500 && answer.status !== 401)) return answer
      if (answer.status === 401) {
        if (!(await (await signIn.promise)())) return answer
      } else if (answer.status === 0) {
        if (Date.now() - begun > keptFor) return answer
        if (!waits) tellWaiting(1)
        waits = true
        await pause(tryAgainEvery, true)
      } else {
        if (tries >= pauses.length) return answer
        await pause(pauses[tries]!)
      }
    }
  } finally {
    if (waits) tellWaiting(-1)
  }
}

async function once<Data>(url: string, body: Record<string, unknown>): Promise<Answer<Data>> {
  const signal = AbortSignal.timeout(longestAnswer)
  const response = await post(url, { as: document.body.dataset.staff, ...body }, { redirect: 'manual', signal })
  if (!response)
    return { ok: false, status: signal.aborted ? 504 : 0, problem: { detail: 'The server could not be reached.' } }
  const data = await response.json().catch(() => ({}))
  if (response.ok) return { ok: true, data }
  return { ok: false, status: response.status || 500, problem: { detail: 'That failed on our side.', ...data } }
}

/** Waits; the coming back of the connection ends it early. */
const pause = (length: number, orOnline = false) =>
  new Promise<void>(resolve => {
    const timer = setTimeout(resolve, length)
    if (!orOnline) return
    const back = () => {
      clearTimeout(timer)
      resolve()
    }
    addEventListener('online', back, { once: true })
  })
