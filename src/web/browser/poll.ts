// Asks again once a second while the page waits for something, and loads it anew when it is there.
import { find } from './dom.ts'

export function pollForArrival(): void {
  const address = find('[data-poll]')?.dataset.poll
  if (!address) return
  const look = async () => {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null)
    const found = answer?.ok ? ((await answer.json()) as { arrived: boolean }) : null
    if (found?.arrived) location.reload()
    else setTimeout(look, 1000)
  }
  setTimeout(look, 1000)
}

/** A value to be copied is selected when it takes focus. */
export function selectOnFocus(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-select]'))
    field.addEventListener('focus', () => field.select())
}
