// `Z` beyond what this page did, such as after a reload: the server knows my decisions of this session.
import type { Path } from './decide.ts'
import type { Desk } from './desk-state.ts'
import type { Kit } from './kit.ts'

type Earlier = {
  seq: number
  number: number
  decision: Path
  version: number
  live: boolean
  overtaken: { by: string } | null
}

/** Answers what takes back one more. */
export function serveEarlier(desk: Desk, kit: Kit): () => Promise<void> {
  const { banner, find, hideToast, say, send, statesOf, whoOf } = kit
  let before = ''
  let busy = false

  async function undo(): Promise<void> {
    const response = await fetch(`${desk.base}/decisions${before}`).catch(() => null)
    if (!response?.ok) return say('Your earlier decisions could not be read. Try again.')
    const { decision } = (await response.json()) as { decision: Earlier | null }
    if (!decision) return say('Nothing to undo.')
    if (decision.overtaken) {
      before = `?before=${decision.seq}`
      const words = `${decision.overtaken.by} has decided #${decision.number} since. Nothing was changed.`
      const href = `${desk.base}/submissions/${decision.number}`
      return banner({ id: 'overtaken', words, offers: [{ label: 'See it', href }] })
    }
    if (decision.live) return askToWithdraw(decision)
    await takeBack(decision)
  }

  function askToWithdraw(decision: Earlier): void {
    banner({
      id: 'withdraw',
      words: `#${decision.number}: this is on the live page. Withdraw it?`,
      offers: [{ label: 'Withdraw it', act: () => void takeBack(decision) }],
    })
    find('[data-banner=withdraw] .link')?.focus()
  }

  async function takeBack({ number, decision, version, live }: Earlier): Promise<void> {
    const url = `${desk.base}/submissions/${number}/${decision}/undo`
    // Until the answer is here the server's counts may hold it already, and the page would count it twice.
    desk.pending.add(number)
    const answer = await send(url, { version, withdraw: live || undefined, key: crypto.randomUUID() })
    desk.pending.delete(number)
    if (!answer.ok) return banner({ id: `failed-${number}`, words: `Undo: ${answer.problem.detail}`, bad: true })
    hideToast()
    desk.panes.forget(number)
    desk.tally(statesOf[decision], -1)
    const row = await desk.rows.read(number)
    if (row?.dataset.state !== desk.view) return say(`Undone: #${number} is ${row?.dataset.state ?? 'open'} again.`)
    desk.rows.putBack(row, null)
    desk.open(row)
    say(`Undone. ${whoOf(row)} is ${desk.state} again. ${desk.left()}.`)
  }

  return async () => {
    if (busy) return
    busy = true
    await undo()
    busy = false
  }
}
