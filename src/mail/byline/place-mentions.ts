// Every place of the gazetteer that a letter names, with what stands around it in its sentence.

import { isFirstName } from '../names/first-names.ts'
import { trimBy } from '../trim.ts'
import { counties, nations } from './counties.ts'
import { countryCodes, states } from './countries.ts'
import { isKnownPlace, readPlace } from './places.ts'
import { placeKey } from './towns.ts'

export type Mention = {
  /** As printed. */
  value: string
  /** As written. */
  words: string
  start: number
  /** Of the same sentence, at most 160 letters. */
  before: string
  after: string
  /** A nation or a country: nobody says by it where they are. */
  country: boolean
  county: boolean
}

/** More places than a reader's letter names; an essay about the world is no way to tell where its writer is. */
const most = 40
const run =
  /(?<![\p{L}\p{N}@#/&’'-])\p{Lu}[\p{L}’'-]*(?:[ \n-](?:(?:upon|on|in|under|le|the|next|by|sur|de|la|am)[ -]){0,2}\p{Lu}[\p{L}’'-]*){0,5}/gu
const wider = /^(?:,? \(?(?:in )?|\n|,\n)((?:Co\.? |the )?\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2})/u
/** Words that open a sentence before a place without being part of its name. */
const opening = /^(?:In|At|From|Near|Here|Outside|To|Of|On|Around|Round|Dear|And|But|Even|Only|Poor|Sunny|Wet|Rainy)$/
/** Months, days and words that are also the names of towns. */
const otherwise =
  /^(?:March|May|August|Sunday|Monday|Nice|Reading|Bath|Sale|Deal|Battle|Street|Bridge|Green|Law|Stone|Wells|Rugby|Hope|Flint|Mold|Send|Ware|Hook|Eye|Beer|Over|Ash|Ham|Settle|Diss|Barking|Tower|Church|Ford|Wick|Nelson|Wellington|Victoria|Lord|King|Queen|Prince|Mary|Union|Liberty|Post|Down|Well|Police|Best|Good|English|Wood|Hill|Park|Sandwich|Beaulieu|Page|Come|Look|Rest|Ness|Dent|Boot|Tongue|Clun|Hayes|Looe|Rye)$/i
/** Whether a place has the name of a word, so that it is a place only where it must be one. */
export const isCommonWord = (words: string): boolean => otherwise.test(words)
const afterPreposition = /\b(?:in|at|near|outside|to|from|of|around|round) $/

/** The places named, in the order of the text. */
export function placeMentions(text: string): Mention[] {
  const found: Mention[] = []
  for (const match of text.matchAll(run)) {
    if (found.length === most) break
    const words = match[0].split(/(?<=[ \n-])/)
    for (let first = 0; first < words.length; ) {
      const start = match.index + words.slice(0, first).join('').length
      const size = placeAt(words.slice(first), text.slice(Math.max(0, start - 12), start))
      if (size === 0) {
        first++
        continue
      }
      const alone = bare(words.slice(first, first + size).join(''))
      const last = found.at(-1)
      // The county of the town before it is a part of that.
      const told = last !== undefined && start < last.start + last.words.length
      if (!told && !partOfName(words, first, size)) found.push(mentioned(text, start, alone))
      first += size
    }
  }
  return found
}

const bare = (words: string): string => trimBy(words, /[ \n-]/, /[ \n-]/).replace(/[’']s?$/, '')

/** How many of the words, from the first on, are a place. */
function placeAt(words: string[], before: string): number {
  for (let size = Math.min(words.length, 4); size > 0; size--) {
    const phrase = bare(words.slice(0, size).join(''))
    if (
      phrase.length < 3 ||
      phrase === phrase.toUpperCase() ||
      /(?:^|[ -])\p{Ll}+$/u.test(phrase) ||
      /\s(?:in|near)\s/.test(phrase)
    )
      continue
    if (!isKnownPlace(phrase) && !counties.has(placeKey(phrase))) continue
    // “I got it in March”: a month without its county.
    if (/^(?:March|May|August|April|June)$/.test(phrase) && words.length === size) return 0
    return isCommonWord(phrase) && !afterPreposition.test(before) ? 0 : size
  }
  return 0
}

/** “Leeds United”, “Royal Stoke”, “Alan Derby”: a capital beside it makes another name of it. */
function partOfName(words: string[], first: number, size: number): boolean {
  const before = first > 0 ? bare(words[first - 1]!) : ''
  const after = words[first + size]
  const county = after && isWider(bare(words.slice(first + size).join('')))
  return (
    (before !== '' && !opening.test(before) && !/^\p{Ll}/u.test(before)) ||
    (after !== undefined && !county && /^\p{Lu}/u.test(after)) ||
    (first === 0 && size === words.length && isFirstName(bare(words.join(''))))
  )
}

const isWider = (words: string): boolean => {
  const key = placeKey(words)
  return counties.has(key) || countryCodes.has(key) || states.has(key) || nations.has(key)
}

function mentioned(text: string, start: number, alone: string): Mention {
  const behind = text.slice(start + alone.length, start + alone.length + 40)
  const county = wider.exec(behind)
  const long = county && isWider(county[1]!) ? `${alone}, ${county[1]!.replace(/\n/g, ' ')}` : alone
  const place = readPlace(long) ?? readPlace(alone)
  const words = place && long !== alone ? alone + behind.slice(0, county![0].length) : alone
  return {
    value: place?.value ?? '',
    words,
    start,
    before: text.slice(Math.max(0, start - 160), start).replace(/^[\s\S]*(?:[.!?…]["”’)]*\s|\n\n)/, ''),
    county: counties.has(placeKey(alone)),
    country: nations.has(placeKey(alone)) || (countryCodes.has(placeKey(alone)) && !isKnownPlace(alone)),
    after: /^[^.!?\n]{0,160}/.exec(text.slice(start + words.length))![0],
  }
}
