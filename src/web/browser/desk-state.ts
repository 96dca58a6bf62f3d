// What the modules of the queue share: the page's parts, and opening an email.
import { find, made, painted } from './dom.ts'
import { flush, freshen } from './entry.ts'
import { createPanes, type Panes } from './panes.ts'
import { createRows, isGone, linkOf, numberOf, type Row, type Rows, tickOf } from './rows.ts'

export type Desk = {
  main: HTMLElement
  base: string
  view: string
  sort: string
  rows: Rows
  panes: Panes
  /** Numbers whose decision has not been answered yet. */
  pending: Set<number>
  /** What I did, in order: one email, many together, or something beside deciding with its way back. */
  did: ('one' | 'many' | (() => void))[]
  open: (row: Row, options?: { focus?: boolean }) => void
  /** Opens nothing: the words for an empty list take the pane and the focus. */
  showEmpty: () => void
  count: (view: string, change: number) => void
  setCounts: (counts: Record<string, number>) => void
  /** `23 waiting`: how many are left in this view. */
  left: () => string
  /** The lower-case name of this view. */
  state: string
  /** So many emails have gone from this view to another. */
  tally: (to: string, change: number) => void
  /** The version the next decision on this email will be made against. */
  remember: (row: Row, version: number) => void
  preload: (row: Row) => Promise<void>
  /** The row to open after this one leaves: one that nobody else has open, if there is such a one. */
  next: (row: Row) => Row | null
  /** Called whenever another email is on screen. */
  opened: () => void
  /** What is told to the bundle beside deciding; until it is here, it is kept in `early`. */
  heard: (name: string, data: unknown) => void
  early: [name: string, data: unknown][]
  /** Whether the step after a decision may stop at this row. */
  free: (row: Row) => boolean
}

/** How many panes wait below the open one. */
const ahead = 3

export function createDesk(main: HTMLElement): Desk {
  const { base = '', query = '', view = '', viewLabel = '', sort = '' } = main.dataset
  const place = find('[data-pane-place]', main)!
  const bar = find('[data-bar]')!
  const rows = createRows(main)
  const panes = createPanes(place, bar, { base, query })
  const pending = new Set<number>()
  // What is on its way would be lost with the page: the browser asks first.
  addEventListener('beforeunload', event => pending.size > 0 && event.preventDefault())
  const state = viewLabel.toLowerCase()

  function open(row: Row, { focus = true } = {}): void {
    flush()
    for (const each of rows.all()) if (isGone(each) && each !== row) each.remove()
    rows.select(row)
    document.body.dataset.showing = 'item'
    const number = numberOf(row)
    if (panes.show(number)) freshen()
    else void fetchAndShow(row)
    desk.opened()
    // From here on nothing is written: the page is laid out once.
    linkOf(row).scrollIntoView({ block: 'nearest' })
    find('.pane', main)!.scrollTop = 0
    if (focus) focusOn(row)
    // What the eye does not wait for comes after the frame.
    void painted().then(() => {
      if (rows.current() !== row) return
      history.replaceState(history.state, '', linkOf(row).href)
      void preload(row)
    })
  }

  /** The row's link, or the email's heading where the list is hidden. */
  function focusOn(row: Row): void {
    const link = linkOf(row)
    const target = link.offsetParent ? link : find('h2', place)
    target?.focus({ preventScroll: link.offsetParent !== null })
  }

  async function fetchAndShow(row: Row): Promise<void> {
    const number = numberOf(row)
    // Old words beside a new row would be decided by mistake: nothing can be pressed until the email is there.
    place.setAttribute('aria-busy', 'true')
    bar.replaceChildren()
    place.replaceChildren()
    const slow = setTimeout(() => {
      const words = made('p', { className: 'muted', textContent: 'Opening…' })
      if (rows.current() === row) place.replaceChildren(words)
    }, 300)
    await panes.fetch([number])
    clearTimeout(slow)
    place.removeAttribute('aria-busy')
    if (rows.current() !== row) return
    if (panes.show(number)) freshen()
    else place.replaceChildren(made('p', { textContent: 'This email could not be opened.' }))
  }

  /** Sees to it that the emails below this one wait in the page. */
  async function preload(row: Row): Promise<void> {
    const all = rows.all()
    const at = all.indexOf(row) + 1
    await panes.fetch(all.slice(at, at + ahead).map(numberOf))
  }

  function shown(name: string): HTMLElement | null {
    return find(`[data-count="${name}"]`)
  }

  function put(name: string, count: number): void {
    const place = shown(name)
    if (place) place.textContent = String(Math.max(0, count))
    if (name === view) void painted().then(retitle)
  }

  function retitle(): void {
    document.title = document.title.replace(/\(\d+\)/, `(${shown(view)?.textContent})`)
  }

  const desk: Desk = {
    main,
    base,
    view,
    sort,
    rows,
    panes,
    pending,
    did: [],
    open,
    showEmpty() {
      const template = find<HTMLTemplateElement>('template[data-empty]')
      place.replaceChildren(template?.content.cloneNode(true) ?? '')
      bar.replaceChildren()
      document.body.dataset.showing = 'item'
      find('h2', place)?.focus()
    },
    count(name, change) {
      const place = shown(name)
      if (place) put(name, Number(place.textContent) + change)
    },
    setCounts(counts) {
      // While a decision of ours is on its way the server's counts lag behind what the page already shows.
      if (pending.size === 0) for (const [name, count] of Object.entries(counts)) put(name, count)
    },
    state,
    left: () => `${Number(shown(view)?.textContent ?? 0)} ${state}`,
    tally(to, change) {
      desk.count(view, -change)
      if (to !== view) desk.count(to, change)
    },
    remember(row, version) {
      row.dataset.version = String(version)
      const pane = panes.get(numberOf(row))?.body
      const field = pane && find<HTMLInputElement>('[name=version]', pane)
      if (field) field.value = String(version)
      const tick = tickOf(row)
      if (tick) tick.value = `${numberOf(row)}:${version}`
    },
    preload,
    next: row => rows.after(row, desk.free) ?? rows.after(row, each => !isGone(each)),
    opened() {},
    heard: (...told) => void desk.early.push(told),
    early: [],
    free: row => !isGone(row) && !row.matches('[data-taken], [data-others]'),
  }
  return desk
}
