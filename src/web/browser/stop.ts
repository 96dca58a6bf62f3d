// The stop button, pressed or lifted while a queue is open: what is approved meanwhile waits, and everybody is told.
import type { Desk } from './desk-state.ts'
import type { Kit } from './kit.ts'

export const tellStop =
  (desk: Desk, { banner, clearBanner, find, say }: Kit) =>
  ({ stopped, by }: { stopped: boolean; by: string }): void => {
    desk.main.toggleAttribute('data-stopped', stopped)
    clearBanner('stopped')
    if (!stopped) {
      find('[data-stop-notice]')?.remove()
      return say(`${by} has lifted the stop: what waited goes live after its grace.`)
    }
    banner({
      id: 'stopped',
      words: `${by} has stopped publishing. What is approved waits until the stop is lifted.`,
      bad: true,
      offers: [{ label: 'See the live page', href: `${desk.base}/live` }],
    })
  }
