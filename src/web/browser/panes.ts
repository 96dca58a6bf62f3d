// Panes of the emails ahead wait in memory, so that the next one is on screen in the frame of the key press.
import { find, findAll, parse } from './dom.ts'

export type Pane = { number: number; body: HTMLElement; bar: Node[] }

/** So many panes are kept; what was typed in an older one is safe as a draft. */
const most = 24

export type Panes = ReturnType<typeof createPanes>

/** `base` is `/s/SLUG`, `query` the queue's own query string. */
export function createPanes(place: HTMLElement, bar: HTMLElement, { base, query }: { base: string; query: string }) {
  const kept = new Map<number, Pane>()
  const fetching = new Map<number, Promise<unknown>>()

  function keep(pane: Pane): void {
    kept.delete(pane.number)
    kept.set(pane.number, pane)
    const [oldest] = kept.keys()
    if (kept.size > most) kept.delete(oldest!)
  }

  function take(template: HTMLTemplateElement): void {
    const body = find('[data-part=body]', template.content)?.firstElementChild as HTMLElement | null
    const buttons = find('[data-part=bar]', template.content)
    // They become the page's own nodes now: at the key press there is no time for it.
    const bar = [...(buttons?.childNodes ?? [])].map(node => document.adoptNode(node))
    if (body) keep({ number: Number(template.dataset.paneFor), body: document.adoptNode(body), bar })
    template.remove()
  }

  const shown = find('[data-pane]', place)
  if (shown) keep({ number: Number(shown.dataset.pane), body: shown, bar: [...bar.childNodes] })
  findAll<HTMLTemplateElement>('template[data-pane-for]').forEach(take)

  return {
    has: (number: number) => kept.has(number),
    get: (number: number) => kept.get(number),
    forget: (number: number) => void kept.delete(number),
    /** Puts a kept pane on screen. */
    show(number: number): Pane | null {
      const pane = kept.get(number)
      if (!pane) return null
      keep(pane)
      if (place.firstElementChild !== pane.body || place.childElementCount > 1) place.replaceChildren(pane.body)
      bar.replaceChildren(...pane.bar)
      return pane
    },
    /** Sees to it that these are kept; fetches the missing ones in one request. */
    async fetch(numbers: number[]): Promise<void> {
      const wanted = numbers.filter(number => !kept.has(number))
      const missing = wanted.filter(number => !fetching.has(number))
      if (missing.length > 0) {
        const url = `${base}/panes${query}${query ? '&' : '?'}numbers=${missing.join(',')}`
        const work = fetch(url)
          .then(response => (response.ok ? response.text() : ''))
          .then(html => findAll<HTMLTemplateElement>('template', parse(html)).forEach(take))
          .catch(() => {})
          .finally(() => {
            for (const number of missing) fetching.delete(number)
          })
        for (const number of missing) fetching.set(number, work)
      }
      await Promise.all(wanted.map(number => fetching.get(number)))
    },
  }
}
