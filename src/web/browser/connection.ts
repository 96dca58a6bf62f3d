// Whether the desk is reached: one amber bar, for a stream that was lost and for decisions that wait here.
import { find } from './dom.ts'
import { banner, clearBanner } from './notice.ts'

let streamLost = false
let waiting = 0
let lostAt = ''

export function tellStream(lost: boolean): void {
  streamLost = lost
  tell()
}

/** A decision waits to be sent again (1), or no longer (-1). */
export function tellWaiting(change: 1 | -1): void {
  waiting += change
  tell()
}

/** Since when, and how many decisions wait. Who has closed the bar is not shown the same one again. */
function tell(): void {
  if (waiting === 0 && !streamLost) {
    lostAt = ''
    return clearBanner('offline')
  }
  const count = waiting > 0 ? ` (${waiting})` : ''
  const begins = lostAt === ''
  lostAt ||= new Date().toLocaleTimeString('en-GB')
  const words = `Connection lost ${lostAt}. Decisions are kept here and sent when it’s back${count}.`
  const shown = find('[data-banner=offline] p')
  if (!shown && begins) banner({ id: 'offline', words })
  else if (shown && shown.textContent !== words) shown.textContent = words
}
