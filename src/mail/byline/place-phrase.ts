// What people put around a place when they sign: a side of the town, the weather, a district, an aside.

/** “near”, “sunny”, “somewhere in”, “the outskirts of”: before a place, and no part of it. */
const qualified =
  /^(?:(?:(?:just )?(?:from|in|near|nr\.?|by|outside|around)|(?:an? |the )?(?:(?:very |not so |still |usually )?(?:sunny|rainy|rural|wet|cold|grey|gr[ae]y|snowy|windy|foggy|frozen|soggy|freezing|chilly|damp|lovely|beautiful|bonny|leafy|sleepy|quiet|deepest|darkest|drizzly|gloomy|glorious|dear old|good old|little old|downtown))|somewhere (?:in|near)|(?:the )?(?:outskirts|edge|heart|middle|centre|wilds|depths|far north|north|south) of|an? [\p{L}-]+ (?:exiled |lost |stuck |marooned )in) (?=(?:the )?\p{L}))+/iu
/** “north Leeds” is Leeds; “north London” and “North Berwick” are themselves. */
const side =
  /^(?:(?:north|south)(?:[ -](?:east|west))?|east|west|inner|central) (?=\p{Lu}(?!ondon\b|ales\b|ngland\b|reland\b))|^A \p{Lu}\p{Ll}+ in (?=\p{Lu})/u
/** “(for my sins)”, “(ex Leeds)”, “, CI”, “, by way of Dacca” */
const asides =
  /(?: \((?:for my sins|sadly|alas|still|at last|again|now|currently|for now|ex|formerly|originally|via|not|yes|born)\b[^()]{0,30}\)?|, (?:CI|by way of [^,]{2,30}|via [^,]{2,30}|for my sins|alas|at last))$/i

/** The phrase without a postal district, and without what stands around the place. */
export function barePlace(phrase: string): string {
  const bare = phrase
    .replace(/\b[A-Z]{1,2}\d[A-Z\d]?(?:\s?\d[A-Z]{2})?\b/g, '')
    .replace(/^[\s,(]+|(?<![\s,.)!])[\s,.)!]+$/g, '')
  // One word is a place or none: most phrases that are asked are.
  if (!bare.includes(' ')) return bare
  const place = bare.replace(qualified, '').replace(side, '')
  return /[(,\d]/.test(place) ? place.replace(asides, '').replace(/(?<=\p{L}{3}) \d{1,2}$/u, '') : place
}
