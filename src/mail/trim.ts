// Ends of lines and words cut without patterns: `\s+$` costs the square of a long run of blanks.

/** Every line without the blanks at its end. */
export const trimLineEnds = (text: string): string =>
  text.includes(' \n') || text.includes('\t\n') || /[ \t]$/.test(text.slice(-1))
    ? text
        .split('\n')
        .map(line => line.trimEnd())
        .join('\n')
    : text

/** `text` without the letters of `drop` at its end. */
export function trimEndOf(text: string, drop: string): string {
  let end = text.length
  while (end > 0 && drop.includes(text[end - 1]!)) end--
  return text.slice(0, end)
}

/** `text` without the letters at its beginning that `before` matches, and those at its end that `behind` matches. */
export function trimBy(text: string, before: RegExp, behind: RegExp): string {
  let start = 0
  while (start < text.length && before.test(text[start]!)) start++
  let end = text.length
  while (end > start && behind.test(text[end - 1]!)) end--
  return text.slice(start, end)
}
