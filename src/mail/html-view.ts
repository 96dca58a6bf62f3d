// A reader's own HTML for the sandboxed frame: guarded, then through the allow-list. Made when a moderator asks for it.
import { cleanHtml, type SafeHtml } from '../safe.ts'
import { isBody } from './attachment.ts'
import { decodeText } from './charset.ts'
import { decodeBody } from './decode.ts'
import { htmlTrouble } from './html-guard.ts'
import { readStructure } from './structure.ts'

/** The message's HTML form as safe HTML; null when it has none or it is beyond the limits. Never throws. */
export async function htmlView(raw: Uint8Array): Promise<SafeHtml | null> {
  try {
    const structure = readStructure(raw)
    const parts = structure.leaves.filter(part => part.type === 'text/html' && isBody(part))
    const pages = parts.map(
      part =>
        decodeText(decodeBody(structure.raw.subarray(part.start, part.end), part.encoding), part.params.charset ?? '')
          .text,
    )
    const html = pages.join('\n')
    return html.trim() === '' || htmlTrouble(html) ? null : cleanHtml(html)
  } catch {
    return null
  }
}
