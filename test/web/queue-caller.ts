// Requests to the queue as people and our script send them, by whoever is named.
import { password, type QueueDesk } from './queue-desk.ts'

export const own = { 'Sec-Fetch-Site': 'same-origin' }

export function createCaller(deskOf: () => QueueDesk) {
  const cookies: Record<string, string> = {}

  async function signInAll(): Promise<void> {
    for (const who of ['rob', 'ann', 'edith', 'vera']) {
      const body = new URLSearchParams({ email: `${who}@example.org`, password })
      const answer = await fetch(`${deskOf().url}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: own })
      cookies[who] = answer.headers.getSetCookie()[0]!.split(';')[0]!
    }
  }

  const get = (path: string, who = 'rob') =>
    fetch(`${deskOf().url}${path}`, { headers: { Cookie: cookies[who]!, Accept: 'text/html' }, redirect: 'manual' })

  /** As our script posts: JSON in, JSON out. */
  async function post(path: string, data: Record<string, unknown>, who = 'rob') {
    const headers = { ...own, Cookie: cookies[who]!, Accept: 'application/json', 'Content-Type': 'application/json' }
    const answer = await fetch(`${deskOf().url}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(data),
      redirect: 'manual',
    })
    return { status: answer.status, body: await answer.json().catch(() => null) }
  }

  /** As a form posts. */
  async function submit(path: string, data: Record<string, string>, who = 'rob') {
    const headers = { ...own, Cookie: cookies[who]!, Accept: 'text/html' }
    const body = new URLSearchParams(data)
    const answer = await fetch(`${deskOf().url}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
  }

  return { cookies, signInAll, get, post, submit }
}
