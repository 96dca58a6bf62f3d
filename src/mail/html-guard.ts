// What is asked of HTML before any parser sees it: its size and the depth of its tags (RELIABILITY R5). Linear.
import { limits } from './limits.ts'

// Elements without an end tag, or whose end tag HTML lets writers leave out: they cannot nest by themselves.
const shallow = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option thead tbody tfoot o:p'.split(
    ' ',
  ),
)

/** Why this HTML must not be parsed, as a sentence, or null when it may. */
export function htmlTrouble(html: string): string | null {
  if (html.length > limits.htmlBytes) return 'The HTML of the message is longer than 512 kB.'
  let depth = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const closing = html[at + 1] === '/'
    const start = at + (closing ? 2 : 1)
    let end = start
    while (end < start + 12 && /[a-z0-9:]/i.test(html[end] ?? ' ')) end++
    if (end === start || shallow.has(html.slice(start, end).toLowerCase())) continue
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    if (depth > limits.htmlDepth) return `The HTML of the message is nested more than ${limits.htmlDepth} levels deep.`
  }
  return null
}
