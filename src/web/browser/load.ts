// Bundles that come when they are first asked for: most of a shift is one email after the other, and waits for nothing
// else.
import type { beside } from './beside.ts'
import type { Decisions } from './decide.ts'
import type { Desk } from './desk-state.ts'
import { painted } from './dom.ts'
import { kit } from './kit.ts'
import { say } from './notice.ts'
import type { Picks } from './pick.ts'

export function loadPicks(desk: Desk) {
  let coming: Promise<Picks | null> | null = null
  let ready: Picks | null = null

  /** Does it now, or as soon as the bundle is here: what is pressed meanwhile keeps its order. */
  function use(work: (picks: Picks) => void): void {
    if (ready) return work(ready)
    coming ??= (import(desk.main.dataset.bulk!) as Promise<typeof import('./pick.ts')>).then(
      module => {
        ready = module.createPicks(desk, kit)
        return ready
      },
      () => {
        coming = null
        say('Selecting could not be loaded. Try again.')
        return null
      },
    )
    void coming.then(picks => picks && work(picks))
  }

  desk.main.addEventListener('change', event => {
    const box = event.target as HTMLInputElement
    if (box.matches('.pick, [data-pick-all]')) use(picks => picks.changed(box))
  })
  return {
    use,
    /** Whether bulk work was ever asked for on this page: before, nothing can be ticked. */
    asked: () => coming !== null,
  }
}

/** What stands beside deciding comes once the page is painted; forms work without it. */
export function loadBeside(desk: Desk, decisions: Decisions): void {
  void painted()
    .then(() => import(desk.main.dataset.beside!) as Promise<{ beside: typeof beside }>)
    .then(module => module.beside(desk, decisions, kit))
    .catch(() => {})
}
