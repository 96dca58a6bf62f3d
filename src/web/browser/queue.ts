// The queue page's script: keys and clicks become acts. Every act is also a form or a link that works without it.
import { createDecisions } from './decide.ts'
import { createDesk, type Desk } from './desk-state.ts'
import { openKeys } from './dialogs.ts'
import { find, findAll } from './dom.ts'
import { entryAct, serveEntry } from './entry.ts'
import { type Act, serveKeys } from './keys.ts'
import { serveLive } from './live.ts'
import { loadBeside, loadPicks } from './load.ts'
import { linkOf, type Row } from './rows.ts'

const minute = 60_000

export function serveQueue(main: HTMLElement): void {
  const desk = createDesk(main)
  const decisions = createDecisions(desk)
  const { use, asked } = loadPicks(desk)
  const live = serveLive(desk, decisions, () => use(picks => picks.tone()))

  const decideOr = (act: string, path: 'approval' | 'rejection' | 'hold' | 'spam') =>
    asked() ? use(picks => (picks.picking() ? picks.decideAll(path) : decisions.decide(act))) : decisions.decide(act)
  function undo(): void {
    const last = desk.did.pop()
    if (typeof last === 'function') last()
    else if (last === 'many') use(picks => picks.undoBatch())
    else void decisions.undo()
  }
  const acts: Record<string, () => void> = {
    approve: () => decideOr('approve', 'approval'),
    'approve-now': () => decisions.decide('approve'),
    reject: () => decideOr('reject', 'rejection'),
    'reject-for': () => void decisions.rejectForReason(),
    hold: () => decideOr('hold', 'hold'),
    spam: () => decideOr('spam', 'spam'),
    send: () => decisions.decide('send'),
    undo,
    keys: openKeys,
    next: () => step(desk, true),
    previous: () => step(desk, false),
    pick: () => use(picks => picks.pickAndStep()),
    'extend-down': () => use(picks => picks.extend(true)),
    'extend-up': () => use(picks => picks.extend(false)),
    search: () => find('#find')?.focus(),
    group: () => use(picks => picks.group()),
    move: openMove,
    fresh: live.showFresh,
    leave: () => leave(desk, () => asked() && use(picks => picks.clear())),
  }
  const run = (name: string, button: HTMLElement | null): boolean => {
    if (acts[name]) acts[name]()
    else if (name.startsWith('go-')) goTo(name.slice(3))
    else if (!entryAct(name, button)) return false
    return true
  }

  loadBeside(desk, decisions)
  serveEntry()
  serveKeys((name: Act) => run(name, null))
  serveClicks(desk, run)
  serveHistory(desk)
  setInterval(tellAges, minute)
  const open = desk.rows.current()
  if (open && !location.hash) void desk.preload(open)
  document.body.dataset.showing ??= 'list'
  // In a narrow window the last views lie beyond the edge.
  find('.views [aria-current]')?.scrollIntoView({ block: 'nearest' })
}

function step(desk: Desk, down: boolean): void {
  const rows = desk.rows.all()
  const row = desk.rows.current()
  if (row && !down) rows.reverse()
  // Without an open row this is the whole list, from its top.
  const ahead = row ? rows.slice(rows.indexOf(row) + 1) : rows
  const to = ahead.find(desk.free) ?? ahead[0]
  if (to) desk.open(to)
}

/** Escape: out of a field to the row; then the selection goes; on a phone, back to the list. */
function leave(desk: Desk, clearPicks: () => unknown): void {
  const active = document.activeElement as HTMLElement | null
  const menu = active?.closest<HTMLDetailsElement>('details[open].more, details[open].narrowing')
  if (menu) {
    menu.open = false
    find('summary', menu)?.focus()
    return
  }
  const row = desk.rows.current()
  if (active?.matches('input, textarea, select') && row) {
    const link = linkOf(row)
    ;(link.offsetParent ? link : find('.pane h2'))?.focus()
  } else clearPicks()
}

function openMove(): void {
  const menu = find<HTMLDetailsElement>('details.more')
  const select = find<HTMLSelectElement>('[data-move] select')
  if (!menu || !select) return
  menu.open = true
  select.focus()
  // With its button: the menu is longer than it is high.
  select.form?.scrollIntoView({ block: 'nearest' })
}

/** `G` and a letter: the places of the main navigation. */
const goTo = (place: string) => find(`.top nav a[href$="/${place}"]`)?.click()

function serveClicks(desk: Desk, run: (name: string, button: HTMLElement | null) => boolean): void {
  document.addEventListener('click', event => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
    const target = event.target as Element
    const button = target.closest<HTMLElement>('[data-act]')
    // A form whose button has no act here (move, retry, undo of an older decision) goes the plain way.
    if (button && !button.closest('form:not([data-entry])') && run(button.dataset.act!, button))
      return event.preventDefault()
    if (button?.dataset.act === 'undo' && !find('[data-toast] form')) return void run('undo', button)
    const link = target.closest<HTMLAnchorElement>('.row > a')
    const row = link?.closest<Row>('.row')
    if (row) {
      event.preventDefault()
      if (document.body.dataset.showing === 'list' && innerWidth < 768)
        history.pushState({ item: true }, '', link!.href)
      desk.open(row)
    } else if (target.closest('[data-back]') && innerWidth < 768) {
      event.preventDefault()
      showList(desk)
    }
  })
}

function showList(desk: Desk): void {
  document.body.dataset.showing = 'list'
  const row = desk.rows.current()
  if (row) linkOf(row).focus()
  history.replaceState(null, '', find<HTMLAnchorElement>('[data-back]')!.href)
}

/** Back leads from an email to the list on a phone. */
function serveHistory(desk: Desk): void {
  addEventListener('popstate', () => {
    const number = new URLSearchParams(location.search).get('item')
    const row = number ? desk.rows.get(Number(number)) : null
    if (row) desk.open(row)
    else document.body.dataset.showing = 'list'
  })
}

function tellAges(): void {
  for (const time of findAll<HTMLTimeElement>('[data-age]')) {
    const minutes = (Date.now() - Date.parse(time.dateTime)) / minute
    const [unit, name] = minutes < 60 ? [1, 'm'] : minutes < 1440 ? [60, 'h'] : ([1440, 'd'] as const)
    time.textContent = minutes < 1 ? 'now' : `${Math.floor(minutes / unit)}${name}`
  }
}
