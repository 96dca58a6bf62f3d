// JSON as it may stand anywhere, also inside a page's <script type="application/ld+json">.

const awkward: Record<string, string> = { '<': '\\u003c', '\u2028': '\\u2028', '\u2029': '\\u2029' }

/** JSON with `<`, U+2028 and U+2029 written as escapes. `undefined` values are left out, as ever. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<\u2028\u2029]/g, letter => awkward[letter]!)
