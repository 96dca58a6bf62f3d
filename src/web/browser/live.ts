// What others do and what arrives, as it happens. Nothing moves above the open email, and a hidden tab holds no stream.
import { tellStream } from './connection.ts'
import type { Decisions } from './decide.ts'
import type { Desk } from './desk-state.ts'
import { count, find, findAll, parse } from './dom.ts'
import { banner, say } from './notice.ts'
import { note, numberOf, type Row } from './rows.ts'

type Decided = { number: number; action: string; to?: string; by: string; actor: string; version: number }
type Arrived = { number: number; kind: string }

const actions: Record<string, string> = {
  approved: 'Approved',
  held: 'Held',
  rejected: 'Rejected',
  spam: 'Marked as spam',
  moved: 'Moved',
}

/** Arrivals are spoken at most this often, joined (ms). */
const speakEvery = 20_000

/** After an answer that was no stream (ms). */
const askAgain = 3000

/** `sound` plays the tone of an arrival. */
export function serveLive(desk: Desk, decisions: Decisions, sound: () => void): { showFresh: () => void } {
  let since = desk.main.dataset.seq ?? '0'
  let stream: EventSource | null = null
  let unspoken = 0
  let spoken = 0
  let fresh = 0
  const button = find<HTMLAnchorElement>('[data-fresh]', desk.main)!
  const me = document.body.dataset.staff
  const arrivals = new Set<number>()
  const freeze = find('[data-freeze]', desk.main)
  const frozen = () => freeze?.ariaPressed === 'true'

  function open(): void {
    if (stream || document.hidden || frozen()) return
    const mine = new EventSource(`${desk.base}/events?since=${since}`)
    stream = mine
    mine.onopen = () => tellStream(false)
    mine.onerror = () => {
      if (stream !== mine) return
      tellStream(true)
      // The browser asks again by itself, but not after an answer that is no stream: the session may have ended.
      if (mine.readyState !== EventSource.CLOSED) return
      stream = null
      desk.heard('refused', null)
      setTimeout(open, askAgain)
    }
    const on = <Data>(name: string, act: (data: Data) => void) =>
      stream!.addEventListener(name, event => {
        if (event.lastEventId) since = event.lastEventId
        act(JSON.parse(event.data))
      })
    on<Arrived>('arrived', arrived)
    on<Decided>('decided', decided)
    on<Record<string, number>>('counts', desk.setCounts)
    on('published', balance)
    for (const name of ['presence', 'assigned', 'stopped']) on(name, data => desk.heard(name, data))
    on<{ state: string; words: string }>('mail', mail)
  }

  function close(): void {
    stream?.close()
    stream = null
    tellStream(false)
  }

  function arrived({ number, kind }: Arrived): void {
    if (kind === 'retried' || desk.rows.get(number)) return
    arrivals.add(number)
    unspoken++
    void takeIn()
  }

  /** Oldest first: new rows join the end at once. Otherwise, or above the open email, a button offers them. */
  async function takeIn(): Promise<void> {
    if (!belongs()) return arrivals.clear()
    if (desk.sort === 'oldest') {
      const wasEmpty = desk.rows.list.childElementCount === 0
      const came = await desk.rows.topUp()
      const first = desk.rows.list.firstElementChild as Row | null
      if (wasEmpty && came > 0 && first)
        desk.open(first, {
          focus: document.activeElement === document.body || !!document.activeElement?.closest('.empty-state'),
        })
      if (desk.rows.hasMore()) arrivals.clear()
    }
    for (const number of arrivals) if (desk.rows.get(number)) arrivals.delete(number)
    if (desk.sort === 'oldest') await placeLate()
    fresh += arrivals.size
    arrivals.clear()
    offer()
    speak()
  }

  /** An email that arrived earlier than the last row but was read later: below the open one it takes its place. */
  async function placeLate(): Promise<void> {
    for (const number of [...arrivals]) {
      const row = await desk.rows.read(number)
      const open = desk.rows.current()
      arrivals.delete(number)
      if (row?.dataset.state !== 'waiting' || desk.rows.get(number)) continue
      if (open && Number(row.dataset.at) < Number(open.dataset.at)) fresh++
      else desk.rows.putBack(row, null)
    }
  }

  /** Views whose rows come by arrival; a search is not one. */
  const belongs = () =>
    ['waiting', 'urgent', 'flagged', 'photos', 'aside', 'parked', 'unrouted'].includes(desk.view) &&
    !find('.filters', desk.main)

  function offer(): void {
    button.hidden = fresh === 0
    find('[data-fresh-words]', button)!.textContent = count(fresh, 'new email')
  }

  function speak(): void {
    const now = Date.now()
    if (unspoken === 0 || now - spoken < speakEvery) return
    if (document.body.dataset.unspoken === undefined) say(`${count(unspoken, 'new email')}, ${desk.left()}.`)
    if (document.body.dataset.sound !== undefined) sound()
    spoken = now
    unspoken = 0
  }

  function decided(event: Decided): void {
    const { number, actor, version } = event
    if (decisions.isKnown(number, version, actor === me)) return
    const row = desk.rows.get(number)
    if (event.action === 'undone') return void reopened(event, row)
    if (!row) return desk.panes.forget(number)
    row.classList.add('gone')
    row.dataset.version = String(version)
    const words = `${actions[event.action] ?? 'Changed'} by ${actor === me ? 'you, in another window' : event.by}`
    note(row, words)
    if (desk.rows.current() !== row) return desk.panes.forget(number)
    for (const act of findAll<HTMLButtonElement>('[data-bar] button')) act.disabled = true
    banner({
      id: `gone-${number}`,
      words: `${words}. J goes on to the next email.`,
      offers: [{ label: 'See what was done', href: `${desk.base}/submissions/${number}` }],
    })
  }

  async function reopened({ number, to }: Decided, row: Row | null): Promise<void> {
    const open = desk.rows.current()
    if (open && numberOf(open) === number && !open.classList.contains('gone')) return
    desk.panes.forget(number)
    if (to !== desk.view) return
    const now = await desk.rows.read(number)
    if (!now) return
    if (row) {
      row.replaceWith(now)
      if (open === row) desk.open(now, { focus: false })
    } else if (!open || Number(now.dataset.at) > Number(open.dataset.at)) desk.rows.putBack(now, null)
    else {
      fresh++
      offer()
    }
  }

  /** What is published has changed, and with it the strip. */
  async function balance(): Promise<void> {
    const response = await fetch(`${desk.base}/balance`).catch(() => null)
    if (response?.ok) find('.balance')?.replaceChildren(parse(await response.text()))
  }

  function mail({ state, words }: { state: string; words: string }): void {
    const place = find('[data-mail]')
    if (!place) return
    place.dataset.mail = state
    find('.dot', place)!.className = `dot ${state}`
    find('[data-mail-words]', place)!.textContent = words
  }

  // A frozen list hears of nothing; what it missed is told when it goes on.
  freeze?.addEventListener('click', () => {
    freeze.ariaPressed = String(!frozen())
    if (frozen()) close()
    else open()
  })
  document.addEventListener('visibilitychange', () => (document.hidden ? close() : open()))
  addEventListener('pagehide', close)
  addEventListener('pageshow', open)
  setInterval(speak, 5000)
  open()
  return {
    showFresh() {
      if (!button.hidden) button.click()
    },
  }
}
