// Views that staff named after a reader who is to be forgotten, or that search for one: in doubt a view goes, since it is
// quickly made again.
import type { Trx } from '../store/index.ts'
import type { Found } from './erase-find.ts'

/** A statement takes some thirty thousand values. */
const most = 5_000

/** Takes them away; answers how many. To be called while the emails still hold their senders' names. */
export async function eraseViews(trx: Trx, found: Found, address: string): Promise<number> {
  const views = await trx.selectFrom('saved_view').select(['id', 'name', 'query']).execute()
  if (views.length === 0) return 0
  const names = [...(await namesOf(trx, found)), address]
  const gone = views.filter(({ name, query }) => {
    const asked = new URLSearchParams(query)
    if (found.contributors.includes(asked.get('from') ?? '')) return true
    const words = `${name} ${asked.get('q') ?? ''}`
    return names.some(each => holds(words, each))
  })
  for (const { id } of gone) await trx.deleteFrom('saved_view').where('id', '=', id).execute()
  return gone.length
}

/** Whether a text has every word of a name or an address, in whatever order. */
function holds(text: string, name: string): boolean {
  const among = new Set(wordsIn(text))
  const words = wordsIn(name)
  return words.length > 0 && words.every(word => among.has(word))
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** What the reader was called, and written from: in the From field, and as the reader signed. */
async function namesOf(trx: Trx, found: Found): Promise<string[]> {
  const names = new Set<string>()
  const people = await trx
    .selectFrom('contributor')
    .select(['name', 'address'])
    .where('id', 'in', found.contributors)
    .execute()
  for (const { name, address } of people) for (const each of [name, address]) names.add(each)
  for (let start = 0; start < found.numbers.length; start += most) {
    const rows = await trx
      .selectFrom('submission')
      .select(['name', 'from_name', 'from_address'])
      .distinct()
      .where('number', 'in', found.numbers.slice(start, start + most))
      .execute()
    for (const row of rows) for (const each of [row.name, row.from_name, row.from_address]) names.add(each)
  }
  return [...names]
}
