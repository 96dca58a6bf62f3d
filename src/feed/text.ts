// Text is the published form: paragraphs, *emphasis*, **strong** and [words](https://…), and nothing else of Markdown.
import MarkdownIt from 'markdown-it'
import { cleanHtml, type SafeHtml, safeUrl } from '../safe.ts'

const markdown = new MarkdownIt('zero').enable(['emphasis', 'link'])
// The library passes any scheme it does not fear; a published link goes to a web page and nowhere else.
markdown.validateLink = (url: string) => /^https?:/i.test(url) && safeUrl(url) !== null
// In our subset only the asterisk means something: a reader's `_` or `snake_case` stays as it was typed.
markdown.inline.ruler.before('emphasis', 'underscore', (state, silent) => {
  if (state.src[state.pos] !== '_') return false
  if (!silent) state.pending += '_'
  state.pos++
  return true
})

/** Published text as HTML through the allow-list: `<p>` elements with `em`, `strong` and `a` inside. */
export const textToHtml = (text: string): SafeHtml => cleanHtml(markdown.render(text))

/** Published text as plain paragraphs: the marks are gone, the words stay. */
export function textToParagraphs(text: string): string[] {
  return markdown
    .parse(text, {})
    .filter(token => token.type === 'inline')
    .map(token => (token.children ?? []).map(child => (child.type === 'softbreak' ? ' ' : child.content)).join(''))
    .map(paragraph => paragraph.replace(/[ \t]*\n[ \t]*/g, ' ').trim())
    .filter(paragraph => paragraph !== '')
}

/** Plain text for use inside HTML. */
export const escapeHtml = (text: string): string => markdown.utils.escapeHtml(text)

/**
 * Reported speech: the line, where one is given, runs on into the first paragraph; the paragraphs after it that begin
 * with a quotation mark are quotations, those that follow each other one quotation.
 */
export function reportedHtml(text: string, line = ''): SafeHtml {
  const [first = '', ...rest] = markdown
    .render(text)
    .trim()
    .split(/\n(?=<p>)/)
  const begun = line === '' ? first : first.replace(/^<p>/, () => `<p>${escapeHtml(line)} `)
  const quoted = rest
    .map(paragraph =>
      /^<p>(<(em|strong)>)*(“|‘|«|„|&quot;|')/.test(paragraph)
        ? `<blockquote>\n${paragraph}\n</blockquote>`
        : paragraph,
    )
    .join('\n')
    .replaceAll('\n</blockquote>\n<blockquote>\n', '\n')
  return cleanHtml(quoted === '' ? begun : `${begun}\n${quoted}`)
}
