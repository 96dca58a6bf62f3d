// A fold and the text: put back where it stood, or cut again. Pure; the server and the script both use it.

/** The text with `words` after the place where `before` ends; at the end (or the beginning) where that is gone. */
export function putBack(text: string, { before, words }: { before: string; words: string }): string {
  const piece = words.trim()
  if (before === '') return join('', piece, text)
  for (let length = before.length; length >= 12; length = Math.floor(length / 2)) {
    const at = text.lastIndexOf(before.slice(-length))
    if (at !== -1) return join(text.slice(0, at + length), piece, text.slice(at + length))
  }
  return join(text, piece, '')
}

/** The text without `words`; null when they do not stand in it as lines of their own. */
export function cutAgain(text: string, words: string): string | null {
  const piece = words.trim()
  for (
    let at = text.lastIndexOf(piece);
    piece !== '' && at !== -1;
    at = at === 0 ? -1 : text.lastIndexOf(piece, at - 1)
  ) {
    // Only as paragraphs of their own: a sign-off's “Tom” may stand in a sentence too.
    const [before, after] = [text.slice(0, at), text.slice(at + piece.length)]
    if (/(^|\n)[ \t]*$/.test(before) && /^[ \t]*(\n|$)/.test(after)) return join(before, after)
  }
  return null
}

const join = (...parts: string[]) =>
  parts
    .map(part => part.trim())
    .filter(part => part !== '')
    .join('\n\n')
