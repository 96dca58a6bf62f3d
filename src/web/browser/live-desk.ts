// The staff's live page: counts the grace down, and brings the list up to date when something goes live or is stopped.
import { find, findAll, parse } from './dom.ts'

export function followLivePage(): void {
  const page = find('[data-live-desk]')
  const story = page?.dataset.story
  if (!page || !story) return
  // The page says what the server's clock was; a wrong clock here must not show a wrong countdown.
  const ahead = Date.now() - Number(page.dataset.now)
  const tick = () => {
    for (const due of findAll('[data-due]')) {
      const seconds = Math.max(0, Math.ceil((Number(due.dataset.due) - (Date.now() - ahead)) / 1000))
      const words = find('[data-due-words]', due)
      if (words && seconds <= 90) words.textContent = seconds > 0 ? `Goes live in ${seconds} s` : 'Going live…'
    }
  }
  setInterval(tick, 250)
  follow(story)
}

/** A hidden tab holds no stream; an open form, a question or a focused button is never taken away. */
function follow(story: string): void {
  let source: EventSource | null = null
  let stale = false
  const renew = async () => {
    stale = true
    if (isBusy()) return
    stale = false
    await fetchList()
  }
  const open = () => {
    source ??= new EventSource(`/s/${story}/events`)
    // What happened between the page's making and the stream's beginning is told by nobody else.
    source.addEventListener('open', () => void renew())
    for (const kind of ['published', 'decided']) source.addEventListener(kind, () => void renew())
  }
  const shut = () => {
    source?.close()
    source = null
  }
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) return shut()
    open()
    void renew()
  })
  document.addEventListener('focusout', () => setTimeout(() => stale && void renew(), 0))
  // Consumers take a change without an event: while one is behind, the page looks whether it has.
  setInterval(() => !document.hidden && find('[data-live-list] .recall.open') && void renew(), 5_000)
  if (!document.hidden) open()
}

const isBusy = () =>
  find('[data-live-list] [data-editing]') !== null ||
  find('[data-live-list] details[open]') !== null ||
  find('[data-live-list]')?.contains(document.activeElement) === true

async function fetchList(): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return
  const list = find('[data-live-list]', parse(await answer.text()))
  if (list && !isBusy()) find('[data-live-list]')?.replaceWith(list)
}
