// The list: a window of rows in which nothing moves under the reader's eyes.
import { find, findAll, made, parse } from './dom.ts'

export type Row = HTMLLIElement
export type Rows = ReturnType<typeof createRows>

const windowLength = 50

export const numberOf = (row: Row) => Number(row.dataset.number)
export const linkOf = (row: Row) => find<HTMLAnchorElement>('a', row)!
export const tickOf = (row: Row) => find<HTMLInputElement>('.pick', row)
/** “David Renshaw, Leeds”. */
export const whoOf = (row: Row) =>
  [find('.who', row)?.textContent, find('.where', row)?.textContent].filter(Boolean).join(', ')
export const isGone = (row: Row) => row.classList.contains('gone')

/** Marks a row with a few words, in place of those of the same kind before. */
export function tag(row: Row, kind: string, words: string, tone: string): void {
  const link = linkOf(row)
  const before = find(`[data-tag=${kind}]`, link)
  if (before?.textContent === words && before.className === `tag ${tone}`) return
  before?.remove()
  if (words === '') return
  const tags = find('.tags', link) ?? link.appendChild(made('span', { className: 'tags' }))
  const shown = made('span', { className: `tag ${tone}`, textContent: words })
  shown.dataset.tag = kind
  tags.append(shown)
}

export const note = (row: Row, words: string) => tag(row, 'note', words, 'quiet')

export function createRows(main: HTMLElement) {
  const list = find<HTMLOListElement>('[data-rows]', main)!
  const { base = '', query = '', sort } = main.dataset
  const all = () => [...list.children] as Row[]
  const get = (number: number) => find<Row>(`[data-number="${number}"]`, list)
  let more = main.dataset.next !== ''
  let tail = all().map(numberOf).at(-1) ?? (Number(main.dataset.next) || null)
  let busy: Promise<number> | null = null

  async function load(limit: number): Promise<number> {
    const after = tail === null ? '' : `&after=${tail}`
    const response = await fetch(`${base}/rows${query || '?'}&limit=${limit}${after}`).catch(() => null)
    if (!response?.ok) return 0
    const fresh = findAll<Row>('.row', parse(await response.text())).filter(row => !get(numberOf(row)))
    list.append(...fresh)
    tail = fresh.map(numberOf).at(-1) ?? tail
    more = response.headers.get('X-Next') !== ''
    const link = find('[data-more]', main)
    if (link) link.hidden = !more
    return fresh.length
  }

  return {
    list,
    all,
    get,
    /** Whether the server has rows beyond the window. */
    hasMore: () => more,
    current: () => (find('[aria-current]', list)?.closest('li') as Row | null) ?? null,
    select(row: Row): void {
      // More than one after an undo: a row that left while it was open comes back as it was.
      for (const link of findAll('[aria-current]', list)) link.removeAttribute('aria-current')
      linkOf(row).setAttribute('aria-current', 'true')
    },
    /** The row to open after this one: the next that may be taken, else one before it. */
    after(row: Row, free: (row: Row) => boolean): Row | null {
      const rows = all()
      const at = rows.indexOf(row)
      return rows.slice(at + 1).find(free) ?? rows.slice(0, at).findLast(free) ?? null
    },
    /** Puts a row where it stood, or where its time of arrival belongs. */
    putBack(row: Row, before: Row | null): void {
      const there = get(numberOf(row))
      if (there && there !== row) there.remove()
      if (before?.isConnected) return void list.insertBefore(row, before)
      const at = Number(row.dataset.at)
      const newest = sort === 'newest'
      const next = all().find(each => (newest ? Number(each.dataset.at) < at : Number(each.dataset.at) > at))
      list.insertBefore(row, next ?? null)
    },
    /** Fills the window from the server, at the end of the list. Answers how many rows came. */
    topUp(): Promise<number> {
      const room = windowLength - list.childElementCount
      if (room <= 0) return Promise.resolve(0)
      busy ??= load(room).finally(() => {
        busy = null
      })
      return busy
    },
    /** One row as the server has it now; null when it is gone. */
    async read(number: number): Promise<Row | null> {
      const response = await fetch(`${base}/rows/${number}${query}`).catch(() => null)
      return response?.ok ? find<Row>('.row', parse(await response.text())) : null
    },
  }
}
