// `Z` beyond what this page did, such as after a reload: the server knows my decisions of this session.
import type { Path } from './decide.ts'
import type { Desk } from './desk-state.ts'
import type { Kit } from './kit.ts'
import type { Result } from './pick-assignment.ts'

type Earlier = {
  seq: number
  number: number
  decision: Path
  version: number
  /** What was decided in the same go, this email first. */
  together: { number: number; version: number }[]
  live: boolean
  overtaken: { by: string } | null
}

/** As many rows as a list begins with. */
const windowLength = 50

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
    const { number, together } = decision
    const words =
      together.length === 1
        ? `#${number}: this is on the live page. Withdraw it?`
        : `Some of these ${together.length} emails are on the live page. Withdraw them?`
    const label = together.length === 1 ? 'Withdraw it' : 'Withdraw them'
    banner({ id: 'withdraw', words, offers: [{ label, act: () => void takeBack(decision) }] })
    find('[data-banner=withdraw] .link')?.focus()
  }

  async function takeBack({ number, decision, version, together, live }: Earlier): Promise<void> {
    const numbers = together.map(each => each.number)
    // Until the rows are back the stream may tell of them already, and the page would take each for an arrival.
    for (const each of numbers) desk.pending.add(each)
    const withdraw = live || undefined
    const pick = together.map(each => `${each.number}:${each.version}`)
    const answer =
      together.length === 1
        ? await send<Partial<Result>>(`${desk.base}/submissions/${number}/${decision}/undo`, {
            ...{ version, withdraw, key: crypto.randomUUID() },
          })
        : await send<Partial<Result>>(`${desk.base}/bulk/undo`, { decision, pick, withdraw })
    if (answer.ok) {
      hideToast()
      const many = answer.data.done?.map(each => each.number)
      await (many ? show(decision, many, answer.data.words) : show(decision, [number]))
    } else banner({ id: `failed-${number}`, words: `Undo: ${answer.problem.detail}`, bad: true })
    for (const each of numbers) desk.pending.delete(each)
  }

  /** The rows of what was taken back stand again where they stood, and the first is open. */
  async function show(decision: Path, done: number[], words = ''): Promise<void> {
    for (const number of done) desk.panes.forget(number)
    desk.tally(statesOf[decision], -done.length)
    const read = await Promise.all(
      done
        .toSorted((one, other) => one - other)
        .slice(0, windowLength)
        .map(number => desk.rows.read(number)),
    )
    const rows = read.filter(row => row !== null)
    const back = rows.filter(row => row.dataset.state === desk.view)
    if (back.length === 0) return say(words || `Undone: #${done[0]} is ${rows[0]?.dataset.state ?? 'open'} again.`)
    for (const row of back) desk.rows.putBack(row, null)
    const first = desk.rows.all().find(row => back.includes(row))!
    desk.open(first)
    say(words ? `${words} ${desk.left()}.` : `Undone. ${whoOf(first)} is ${desk.state} again. ${desk.left()}.`)
  }

  return async () => {
    if (busy) return
    busy = true
    await undo()
    busy = false
  }
}
