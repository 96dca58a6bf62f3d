// Who else is here: quiet while they read, amber while they write. Nobody is locked out.
import type { Desk } from './desk-state.ts'
import type { Kit } from './kit.ts'
import type { Row } from './rows.ts'

type Person = { id: string; name: string; mode: 'view' | 'edit' }
export type Present = { number: number; users: Person[] }

/** A glance is not presence (ms). */
const dwell = 1000
const renewEvery = 10_000
const writesFor = 15_000

export function servePresence(
  desk: Desk,
  { find, made, post, tag }: Kit,
): { told: (event: Present) => void; show: () => void } {
  const page = crypto.randomUUID()
  const me = document.body.dataset.staff
  const skip = desk.main.dataset.skip === '1'
  const here = new Map<number, Person[]>()
  let wrote = 0
  let timer = 0

  const tell = (number: number | null) => {
    const mode = Date.now() - wrote < writesFor ? 'edit' : 'view'
    void post(`${desk.base}/presence`, { page, number, mode }, { keepalive: true })
  }
  const number = () => Number(desk.rows.current()?.dataset.number) || null
  const renew = () => {
    if (!document.hidden) tell(number())
  }

  /** Marks the rows, the open email and the head of the page. */
  function show(): void {
    if (here.size > 0) desk.rows.all().forEach(mark)
    const open = here.get(number() ?? 0) ?? []
    const notice = find('[data-presence]')
    const editing = open.some(each => each.mode === 'edit')
    if (notice) {
      notice.hidden = open.length === 0
      notice.className = `notice${editing ? ' warn' : ''}`
      notice.textContent = `${words(open)}. You can still decide; the first decision stands.`
    }
    find('[data-team]')?.replaceChildren(...others().map(avatar))
  }

  function mark(row: Row): void {
    const users = here.get(Number(row.dataset.number)) ?? []
    row.toggleAttribute('data-taken', skip && users.length > 0)
    tag(row, 'here', users.length > 0 ? words(users) : '', users[0]?.mode === 'edit' ? 'warn' : 'quiet')
  }

  const words = (users: Person[]) =>
    users.map(({ name, mode }) => `${name.split(' ')[0]} is ${mode === 'edit' ? 'editing' : 'here'}`).join(', ')
  const others = () => [...new Map([...here.values()].flat().map(each => [each.id, each])).values()]

  function avatar({ name }: Person): HTMLLIElement {
    const letters = name
      .replace(/(\S)\S*\s*/gu, '$1')
      .slice(0, 2)
      .toUpperCase()
    const item = made('li', {})
    item.append(made('abbr', { className: 'avatar', title: name, textContent: letters }))
    return item
  }

  document.addEventListener('input', event => {
    if (!(event.target as Element).closest('[data-entry]')) return
    const before = Date.now() - wrote < writesFor
    wrote = Date.now()
    if (!before) tell(number())
  })
  document.addEventListener('visibilitychange', () => tell(document.hidden ? null : number()))
  addEventListener('pagehide', () => tell(null))
  setInterval(renew, renewEvery)
  setTimeout(renew, dwell)

  return {
    told({ number, users }) {
      here.set(
        number,
        users.filter(each => each.id !== me),
      )
      show()
    },
    show() {
      wrote = 0
      clearTimeout(timer)
      timer = setTimeout(renew, dwell) as unknown as number
      show()
    },
  }
}
