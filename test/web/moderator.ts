// A moderator at work, as the front door sees one: is dealt an email, opens it, sometimes edits, decides.

export type Shift = {
  /** Decisions the server took. */
  decided: number
  /** Decisions somebody else had made already. */
  late: number
  /** Milliseconds from asking for the next email to having its pane. */
  nextCard: number[]
  /** Milliseconds from sending a decision to its answer. */
  answers: number[]
  /** Words typed into emails: every one is published or a draft when the shift is over. */
  edits: { number: number; words: string }[]
}

export type Moderator = {
  origin: string
  story: string
  email: string
  password: string
  seed: number
  /** Milliseconds from one decision to the next at the least: what a person needs to read. */
  pace?: number
}

const own = { 'Sec-Fetch-Site': 'same-origin' }

/** Signs in; answers how this person posts JSON and gets pages. */
export async function signInAs({ origin, email, password }: Moderator) {
  const body = new URLSearchParams({ email, password })
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: own })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (answer.status !== 303 || !cookie) throw new Error(`${email} could not sign in: ${answer.status}`)
  const headers = { ...own, Cookie: cookie, Accept: 'application/json', 'Content-Type': 'application/json' }
  return {
    async post<Data>(path: string, data: unknown): Promise<{ status: number; data: Data }> {
      const answered = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(data) })
      return { status: answered.status, data: (await answered.json().catch(() => ({}))) as Data }
    },
    async get(path: string): Promise<string> {
      const answered = await fetch(origin + path, { headers: { Cookie: cookie } })
      return await answered.text()
    },
  }
}

const sleep = (length: number) => new Promise(resolve => setTimeout(resolve, length))

/** `text`: null while words of abuse are folded away, beside which nothing can be approved. */
type Card = { number: number; version: number; text: string | null }

/** Works until `over` answers true while nothing is left. The same seed makes the same choices. */
export async function workShift(me: Moderator, over: () => boolean): Promise<Shift> {
  const desk = await signInAs(me)
  const shift: Shift = { decided: 0, late: 0, nextCard: [], answers: [], edits: [] }
  const base = `/s/${me.story}`
  for (let turn = 1; ; turn++) {
    const began = performance.now()
    // Now and then somebody takes the first of the list instead, where others may be at work already.
    const number = turn % 10 === 0 ? await firstOf(desk, base) : await dealt(desk, base)
    if (number === null) {
      if (over()) return shift
      await sleep(50)
      continue
    }
    const card = cardIn(await desk.get(`${base}/panes?numbers=${number}`))
    if (!card) continue
    const opened = performance.now()
    if (turn % 10 !== 0) shift.nextCard.push(opened - began)
    await sleep(Math.max(0, (me.pace ?? 0) - (opened - began)))
    await decide(desk, `${base}/submissions/${number}`, { me, shift, card, turn })
  }
}

type Desk = Awaited<ReturnType<typeof signInAs>>

async function dealt(desk: Desk, base: string): Promise<number | null> {
  const { status, data } = await desk.post<{ number: number | null }>(`${base}/deal`, {})
  if (status !== 200) throw new Error(`the deal answered ${status}`)
  return data.number
}

async function firstOf(desk: Desk, base: string): Promise<number | null> {
  const found = /data-number="(\d+)"/.exec(await desk.get(`${base}/rows?limit=1`))
  return found ? Number(found[1]) : null
}

/** What the pane's form holds; null when the pane says that the email is decided: then a person goes on. */
function cardIn(html: string): Card | null {
  if (/\/(approval|hold|rejection|spam)\/undo"/.test(html)) return null
  const number = /data-pane="(\d+)" data-version="(\d+)"/.exec(html)
  const text = /data-proposed="([^"]*)"/.exec(html)
  return number && { number: Number(number[1]), version: Number(number[2]), text: text?.[1] ?? null }
}

type Turn = { me: Moderator; shift: Shift; card: Card; turn: number }

async function decide(desk: Desk, base: string, { me, shift, card, turn }: Turn): Promise<void> {
  const { version, number } = card
  const key = `${me.seed}-${turn}-${number}`
  const wish = ['approval', 'approval', 'rejection', 'approval', 'hold'][(turn + me.seed) % 5]!
  const path = card.text === null ? 'rejection' : wish
  const body: Record<string, unknown> = { version, key }
  if (path === 'approval' && turn % 3 === 0) {
    const words = `edit ${key}`
    body.text = `${card.text} [${words}]`
    shift.edits.push({ number, words })
    await desk.post(`${base}/draft`, { text: body.text })
  }
  const began = performance.now()
  const answer = await desk.post<{ why?: string; submission?: { version: number } }>(`${base}/${path}`, body)
  shift.answers.push(performance.now() - began)
  if (answer.status === 200) shift.decided++
  else if (answer.status === 409) shift.late++
  else if (answer.data.why === 'full-name' || answer.data.why === 'needs-editor' || answer.data.why === 'two-people') {
    const sent = await desk.post(`${base}/hold`, { version, needs: 'editor', key: `${key}-sent` })
    if (sent.status === 200) shift.decided++
    else shift.late++
  } else throw new Error(`${path} of #${number} answered ${answer.status}: ${JSON.stringify(answer.data)}`)
}
