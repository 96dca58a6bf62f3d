// The public live page's script: it asks for the page again now and then (a cache answers 304), takes away what was
// withdrawn, mends what was corrected, and offers what is new. The page is whole without it.
import { find, findAll, parse } from './dom.ts'

const pollEvery = 20_000
/** The status speaks at most this often. */
const speakEvery = 60_000

const news = find<HTMLButtonElement>('[data-news]')
const pause = find<HTMLButtonElement>('[data-pause]')
const status = find('[data-status]')

const state = { seen: '', spokenAt: 0, next: null as DocumentFragment | null, timer: 0 }

const paused = () => pause?.getAttribute('aria-pressed') === 'true'
const ids = (root: ParentNode) => findAll('.post', root).map(entry => entry.id)

/**
 * At the top, with nothing selected and nothing focused: whoever is there is not in the middle of reading. In a frame
 * of another page nobody knows where the reader is.
 */
const notReading = () =>
  window.parent === window &&
  window.scrollY < 40 &&
  (document.activeElement === document.body || !document.activeElement) &&
  isNothingSelected()
const isNothingSelected = () => document.getSelection()?.isCollapsed !== false

async function look(): Promise<void> {
  if (document.hidden || paused()) return
  const answer = await fetch(location.pathname, { cache: 'no-cache', credentials: 'omit' })
  const seen = answer.headers.get('etag') ?? ''
  if (!answer.ok || seen === state.seen) return
  const first = state.seen === ''
  state.seen = seen
  const next = parse(await answer.text())
  mend(next)
  const here = new Set(ids(document))
  const count = ids(next).filter(id => !here.has(id)).length
  state.next = next
  if (count > 0 && !first && notReading()) show()
  else offer(count)
}

/** What is on the page and has changed or gone since: a correction or a withdrawal does not wait for a press. */
function mend(next: DocumentFragment): void {
  const fresh = new Map(findAll('.post', next).map(entry => [entry.id, entry]))
  const oldest = findAll('.entries .post', next).at(-1)?.id
  let within = true
  for (const entry of findAll('.post')) {
    const other = fresh.get(entry.id)
    if (!other && within) entry.closest('li')?.remove()
    else if (other && other.dataset.revision !== entry.dataset.revision) entry.replaceWith(other.cloneNode(true))
    // Below the oldest entry of the new page nothing is known: what stands there has only moved to the archive.
    if (entry.id === oldest) within = false
  }
}

function offer(count: number): void {
  if (!news) return
  news.hidden = count === 0
  if (count === 0) return
  const words = count === 1 ? '1 new post' : `${count} new posts`
  news.textContent = words
  if (!status || Date.now() - state.spokenAt < speakEvery) return
  state.spokenAt = Date.now()
  status.textContent = words
}

/** Puts the new page's lists and time in the place of the old ones; what was not there before is marked for a moment. */
function show(): void {
  const next = state.next
  if (!next) return
  const here = new Set(ids(document))
  for (const entry of findAll('.post', next)) if (!here.has(entry.id)) entry.classList.add('arrived')
  for (const part of ['[data-updated]', '.key-points', '[data-list="pins"]', '[data-list="entries"]']) {
    const [old, made] = [find(part), find(part, next)]
    if (old && made) old.replaceWith(made)
    else if (part === '[data-list="pins"]' && made) find('[data-list="entries"]')?.before(made)
    else if (part === '[data-list="pins"]') old?.remove()
  }
  find('.none')?.remove()
  state.next = null
  offer(0)
}

news?.addEventListener('click', () => {
  show()
  const latest = find('#latest')
  latest?.focus({ preventScroll: true })
  latest?.scrollIntoView({ block: 'start' })
})

pause?.addEventListener('click', () => {
  pause.setAttribute('aria-pressed', String(!paused()))
  if (!paused()) void run()
})

/** One look, then the next one later; a lost connection is only a later look. */
async function run(): Promise<void> {
  clearTimeout(state.timer)
  await look().catch(() => {})
  state.timer = window.setTimeout(run, pollEvery * (0.9 + Math.random() * 0.2))
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void run()
})

if (pause) pause.hidden = false
if (find('.live-mark')) void run()
