// What several steps ask of the same text, one after the other.

/** The last answer of a function of one text is kept: many checks ask it of the same letter. */
export function remembering<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  let last: { text: string; answer: Answer } | null = null
  return text => {
    if (last === null || last.text !== text) last = { text, answer: ask(text) }
    return last.answer
  }
}
