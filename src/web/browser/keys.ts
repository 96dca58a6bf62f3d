// Single keys, as the person has them: on, with Alt, or off (WCAG 2.1.4). A key with another modifier is the browser's.
import { dialogOpen } from './dialogs.ts'

export type Act =
  | 'approve'
  | 'reject'
  | 'reject-for'
  | 'hold'
  | 'send'
  | 'spam'
  | 'edit'
  | 'undo'
  | 'keys'
  | 'next'
  | 'previous'
  | 'extend-down'
  | 'extend-up'
  | 'fresh'
  | 'search'
  | 'pick'
  | 'group'
  | 'for'
  | 'against'
  | 'mixed'
  | 'changes'
  | 'photo'
  | 'move'
  | 'leave'
  | 'approve-now'
  | 'go-queue'
  | 'go-live'
  | 'go-stories'
  | 'go-people'
  | 'go-stats'

const map: Record<string, Act> = {
  a: 'approve',
  r: 'reject',
  'shift r': 'reject-for',
  h: 'hold',
  s: 'send',
  '!': 'spam',
  e: 'edit',
  z: 'undo',
  '?': 'keys',
  j: 'next',
  k: 'previous',
  'shift j': 'extend-down',
  'shift k': 'extend-up',
  n: 'fresh',
  '/': 'search',
  x: 'pick',
  u: 'group',
  '1': 'for',
  '2': 'against',
  '3': 'mixed',
  d: 'changes',
  p: 'photo',
  m: 'move',
}

/** After `G`: where to. While it waits no key is a decision. */
const places: Record<string, Act> = { q: 'go-queue', l: 'go-live', c: 'go-stories', p: 'go-people', s: 'go-stats' }
const goPatience = 1500

/** Only stepping may repeat while a key is held: a decision never does. */
const repeating = new Set<Act>(['next', 'previous', 'extend-down', 'extend-up'])

const fields =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]'

/** Calls `act` for each key that is one; it answers whether it took it. */
export function serveKeys(act: (name: Act, event: KeyboardEvent) => boolean): void {
  let goUntil = 0
  document.addEventListener('keydown', event => {
    // A dialog has its own keys; what is pressed while it closes is nobody's.
    if (event.defaultPrevented || event.isComposing || dialogOpen() || (event.target as Element).closest('dialog'))
      return
    const name = nameOf(event)
    if (!name || (event.repeat && !repeating.has(name))) return
    if (act(name, event)) event.preventDefault()
  })

  function nameOf(event: KeyboardEvent): Act | null {
    const target = event.target as Element
    const inField = target.closest(fields) !== null
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey)
      return 'approve-now'
    if (event.key === 'Escape' && !event.ctrlKey && !event.metaKey && !event.altKey) return 'leave'
    if (inField || event.ctrlKey || event.metaKey) return null
    if (!event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      return target.closest('[data-rows]') ? (event.key === 'ArrowDown' ? 'next' : 'previous') : null
    const mode = document.body.dataset.keys
    if (mode === 'off' || event.altKey !== (mode === 'alt')) return null
    const key = keyOf(event)
    if (event.timeStamp < goUntil) {
      goUntil = 0
      return places[key] ?? null
    }
    if (key === 'g' && !event.repeat) {
      goUntil = event.timeStamp + goPatience
      return null
    }
    return map[key] ?? null
  }
}

/** A letter by what it types; with Alt, which types other letters on some systems, by where it is. */
function keyOf(event: KeyboardEvent): string {
  const letter = event.altKey ? (/^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? event.key) : event.key
  if (event.altKey && event.shiftKey && event.code === 'Digit1') return '!'
  if (event.altKey && event.shiftKey && event.code === 'Slash') return '?'
  if (!/^\p{L}$/u.test(letter)) return letter
  return event.shiftKey ? `shift ${letter.toLowerCase()}` : letter.toLowerCase()
}
