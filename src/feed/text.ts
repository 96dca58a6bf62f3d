// Text is the published form: paragraphs, *emphasis*, **strong** and [words](https://…), and nothing else of Markdown.
import MarkdownIt from 'markdown-it'
import { cleanHtml, type SafeHtml, safeUrl } from '../safe.ts'
import { runsOn } from './line.ts'

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

/**
 * A whole entry as HTML: the line, then the reader's words as a quotation. A reported line runs on into the first
 * paragraph as one sentence, and then nothing is a quotation but what the text itself puts in marks.
 */
export function entryHtml(line: string, text: string): SafeHtml {
  const escaped = markdown.utils.escapeHtml(line)
  if (!runsOn(line)) return cleanHtml(`<p>${escaped}</p>\n<blockquote>\n${markdown.render(text).trim()}\n</blockquote>`)
  return cleanHtml(
    markdown
      .render(text)
      .trim()
      .replace(/^<p>/, () => `<p>${escaped} `),
  )
}

/** A whole entry as plain paragraphs: the line first, or run into the first paragraph when it is reported. */
export function entryParagraphs(line: string, text: string): string[] {
  const [first = '', ...rest] = textToParagraphs(text)
  return runsOn(line) ? [`${line} ${first}`.trim(), ...rest] : [line, first, ...rest].filter(each => each !== '')
}
