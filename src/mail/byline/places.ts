// A place as a reader writes it → a place as a newsroom prints it.
import { isJobLine } from '../folds/contact-lines.ts'
import { nameShape } from '../names/shape.ts'
import type { Confidence } from '../reading.ts'
import { counties, famous, nations } from './counties.ts'
import { countryCodes, countryNames, states } from './countries.ts'
import { barePlace } from './place-phrase.ts'
import { isBritish, placeKey, type Town, towns } from './towns.ts'

export type Place = { value: string; confidence: Confidence }

const aliases: Record<string, string> = {
  newcastle: 'Newcastle',
  'newcastle upon tyne': 'Newcastle upon Tyne',
  hull: 'Hull',
  'kingston upon hull': 'Hull',
  stoke: 'Stoke-on-Trent',
  'stoke on trent': 'Stoke-on-Trent',
  nyc: 'New York',
  'new york city': 'New York',
}
const london =
  /^(?:(?:central|inner|outer|greater|north|south|east|west|n|s|e|w|nw|sw|se|ne|north west|south west|south east|north east)\s)?london(?:\s(?:n|s|e|w|nw|sw|se|ec|wc)\d{0,2}[a-z]?)?$/

/** Reads a whole phrase as a place; null when any part of it is something else. */
export function readPlace(phrase: string): Place | null {
  if (phrase.length > 120) return null
  // “Ashford (the Kent one)”, “Perth (the cold one)”: readers tell two towns apart in their own words.
  const told = /(?<!\s)\s*\(?\bthe (\p{L}[\p{L} ]{1,24}?) one\)?$/iu.exec(phrase)
  if (told) return readTold(phrase.slice(0, told.index), told[1]!)
  const text = barePlace(phrase)
  if (text.length < 2 || text.length > 70) return null
  if (/^Washington,? D\.?C\.?(?:,? USA?)?$/.test(text)) return { value: 'Washington DC, US', confidence: 'sure' }
  // “Llanfair-ym-Muallt (Builth Wells)”, “Y Bala”: one place in two languages.
  const other = /^(\p{Lu}[^,()]{2,30}?) ?\(([^,()]{3,30})\)?$/u.exec(text)
  if (other && !knownTown(other[1]!) && (towns.get(placeKey(other[2]!))?.[0]?.thousands ?? 99) < 50)
    return readAlone(other[2]!, true)
  if (/^Yr? \p{Lu}/u.test(text) && !knownTown(text)) return readPlace(text.replace(/^Yr? /, ''))
  const parts = text.split(/(?<!\s)(?:\s*,\s*|\s+in\s+(?=\p{Lu})|\s+-\s+|\s*\(\s*|\s*\)\s*)/u).filter(Boolean)
  if (parts.length === 0 || parts.length > 4) return null
  // “Marple, nr Stockport” is Marple; a village that no gazetteer knows is near somewhere.
  const near = parts.findIndex((part, index) => index > 0 && /^(?:near|nr\.?|close to|outside)\s+\p{Lu}/u.test(part))
  if (near > 0) {
    const town = parts[near]!.replace(/^(?:near|nr\.?|close to|outside)\s+/, '')
    const rest = parts.filter((_, index) => index !== near)
    const place = readParts(rest)
    if (place) return place
    return isTitle(rest[0]!) && knownTown(town) && nameShape(rest[0]!) !== 'known'
      ? { value: `${print(rest[0]!)}, near ${print(town)}`, confidence: 'likely' }
      : null
  }
  // “Leeds UK”, “Ruislip Middlesex”: the last words of the last part may be the wider place.
  return readParts(parts) ?? (parts.length === 1 ? readSpaced(parts[0]!) : null)
}

const atHome =
  /^(?:cold|cool|wet|rainy|damp|scottish|english|welsh|british|irish|original|real|proper|old|small|little|uk)$/i

/** Which of two towns is meant, where the words say it: a county or a country, or the kind of weather at home. */
function readTold(town: string, words: string): Place | null {
  if (atHome.test(words)) return readParts([town.trim(), 'UK'])
  const key = placeKey(words)
  return counties.has(key) || countryCodes.has(key) ? readParts([town.trim(), words]) : null
}

function readSpaced(text: string): Place | null {
  const words = text.split(/\s+/)
  for (let cut = 1; cut < words.length && words.length <= 6; cut++) {
    const wider = words.slice(cut).join(' ')
    const key = placeKey(wider)
    const state = wider === wider.toUpperCase() && states.has(key)
    if (!counties.has(key) && !nations.has(key) && !countryCodes.has(key) && !state) continue
    const head = words.slice(0, cut).join(' ')
    if (towns.has(placeKey(head))) return readParts([head, wider])
  }
  return null
}

function readParts(given: string[]): Place | null {
  const parts = given.filter((part, index) => index === 0 || !nations.has(placeKey(part)))
  const nation = given.find((part, index) => index > 0 && nations.has(placeKey(part)))
  const [first, ...wider] = parts
  if (first === undefined) return null
  if (wider.length > 0 && !knownTown(first) && nameShape(first) === 'known') return null
  // “GP, Frome” and “retired nurse, Frome”: what the writer does, then where.
  if (wider.length > 0 && !knownTown(first) && (/^[A-Z]{2,4}$/.test(first) || isJobLine(first))) return readParts(wider)
  if (wider.length === 0) return readAlone(first, nation !== undefined)
  const last = wider.at(-1)!
  const key = placeKey(last)
  const country = countryCodes.get(key)
  const state = stateOf(first, last)
  const county = counties.get(key)
  if (county)
    return wider.length > 2
      ? null
      : inCounty(wider.length === 2 && towns.has(placeKey(wider[0]!)) && !knownTown(first) ? wider[0]! : first, county)
  if (country && country !== 'GB') return abroad(first, wider.slice(0, -1), country)
  if (state && (key.length > 3 || last === last.toUpperCase()))
    return knownTown(first) || isTitle(first) ? { value: `${print(first)}, ${state.name}`, confidence: 'sure' } : null
  return inTown(first, wider)
}

/** WA is Washington and Western Australia: the one that has the town. */
function stateOf(town: string, last: string): { name: string; country: string } | undefined {
  const key = placeKey(last)
  const other = key === 'wa' ? { name: 'Western Australia', country: 'AU' } : undefined
  const regions = (towns.get(placeKey(town)) ?? []).map(({ region }) => region)
  return other && regions.includes(other.name) ? other : states.get(key)
}

/** Whether the gazetteer has a town of that name, without anything wider. */
export const isKnownPlace = (text: string): boolean => knownTown(text) || london.test(placeKey(text))

const knownTown = (text: string): boolean =>
  towns.has(placeKey(text)) || placeKey(text) in aliases || famous.has(placeKey(text))

/** “Hackney, London”, “Didsbury, Manchester”: part of a town, or a town with another name for its county. */
function inTown(first: string, wider: string[]): Place | null {
  const last = wider.at(-1)!
  if (wider.length > 2 || !(knownTown(last) || london.test(placeKey(last)))) return null
  if (counties.has(placeKey(first))) return null
  if (!knownTown(first) && !isTitle(first)) return null
  if (/\d/.test(first)) return readAlone(last, true)
  const town = print(last)
  return print(first) === town
    ? { value: town, confidence: 'sure' }
    : { value: `${print(first)} in ${town}`, confidence: knownTown(first) ? 'sure' : 'likely' }
}

function inCounty(first: string, county: string): Place | null {
  if (/\d/.test(first) || (!knownTown(first) && !isTitle(first))) return null
  if (counties.get(placeKey(first)) === county) return { value: county, confidence: 'sure' }
  const town = print(first)
  // “Leeds, West Yorkshire” is Leeds; Truro keeps the Cornwall that its reader gave it.
  const large =
    famous.has(placeKey(first)) &&
    (holds(county, town) ||
      (towns.get(placeKey(first)) ?? []).some(
        other => other.thousands >= 150 && isBritish(other.country) && sameRegion(other.region, county),
      ))
  return { value: large ? town : `${town} ${within(county)}`, confidence: knownTown(first) ? 'sure' : 'likely' }
}

/** “in Devon”, “in the West Midlands”, “on the Isle of Skye”. */
const within = (county: string): string =>
  county === 'West Midlands' ? `in the ${county}` : `${/^the Isles? of/.test(county) ? 'on' : 'in'} ${county}`

const sameRegion = (region: string, county: string): boolean =>
  region === county ||
  region.endsWith(county) ||
  county.endsWith(region) ||
  !counties.has(placeKey(region)) ||
  /Yorkshire|Sussex|Glamorgan|Midlands|Merseyside|Manchester|Tyne|Middlesex|London/.test(region)

function abroad(first: string, middle: string[], country: string): Place | null {
  const name = countryNames.get(country)!
  if (/\d/.test(first) || (!knownTown(first) && !isTitle(first))) return null
  const state = middle.length ? states.get(placeKey(middle[0]!)) : undefined
  const region = counties.get(placeKey(middle[0] ?? ''))
  if (country === 'IE')
    return {
      value: region
        ? `${print(first)} in ${region}`
        : famous.has(placeKey(first))
          ? print(first)
          : `${print(first)}, ${name}`,
      confidence: 'sure',
    }
  if (country === 'US')
    return { value: state ? `${print(first)}, ${state.name}` : `${print(first)}, US`, confidence: 'sure' }
  return { value: `${print(first)}, ${name}`, confidence: knownTown(first) ? 'sure' : 'likely' }
}

/** “London”, “south London”, “north-west London”; postal districts are left out. */
function printLondon(key: string): string {
  const side = /^(central|inner|outer|greater|(?:north|south)(?: (?:west|east))?|east|west) london/.exec(key)?.[1]
  if (!side) return 'London'
  return side === 'greater' ? 'Greater London' : `${side.replace(' ', '-')} London`
}

/** A place without anything wider: its county or country is added only where there is no doubt which one it is. */
function readAlone(text: string, british: boolean): Place | null {
  const key = placeKey(text)
  if (london.test(key)) return { value: printLondon(key), confidence: 'sure' }
  const alias = aliases[key]
  if (alias) return { value: key === 'new york city' || key === 'nyc' ? 'New York, US' : alias, confidence: 'sure' }
  const county = counties.get(key)
  const known = towns.get(key) ?? []
  if (county && !known.some(town => isBritish(town.country) && town.thousands > 200))
    return { value: county, confidence: 'sure' }
  const country = countryCodes.get(key)
  if (country && key.length > 3 && country !== 'GB')
    return { value: countryNames.get(country)!.replace(/^the US$/, 'the US'), confidence: 'sure' }
  if (country === 'US' && /^(?:USA|US|U\.S\.A?\.)$/.test(text.trim())) return { value: 'the US', confidence: 'sure' }
  const nation = nations.get(key)
  if (nation && (key.length > 3 || text === text.toUpperCase())) return { value: nation, confidence: 'likely' }
  const state = states.get(key)
  if (state && key.length > 3 && known.every(town => !isBritish(town.country) && town.thousands < 200))
    return {
      value: `${state.name}${state.country === 'US' ? ', US' : `, ${countryNames.get(state.country)}`}`,
      confidence: 'sure',
    }
  return known.length ? spelt(townAlone(key, known, british), known, text.trim()) : null
}

/** As the reader spells it, where that is the gazetteer's name with another apostrophe, with accents or without a hyphen. */
function spelt(place: Place, known: Town[], text: string): Place {
  const name = known.find(town => place.value.startsWith(town.name))?.name
  const own = /\p{Ll}/u.test(text) && /^\p{Lu}/u.test(text) && (/[’'-]/.test(text) || /[^\x00-\x7f]/.test(text))
  return own && name !== undefined && name !== text && placeKey(name) === placeKey(text) && name.length === text.length
    ? { ...place, value: text + place.value.slice(name.length) }
    : place
}

function townAlone(key: string, known: Town[], british: boolean): Place {
  const here = known.filter(town => isBritish(town.country)).sort((a, b) => b.thousands - a.thousands)
  const away = british ? [] : known.filter(town => !isBritish(town.country)).sort((a, b) => b.thousands - a.thousands)
  const [home, next] = here
  const [far] = away
  if (!home) return foreign(far ?? known[0]!)
  // Boston and Cambridge may be either; a village that shares the name of a great city abroad is not meant.
  if (far && !famous.has(key) && far.thousands > 500 && home.thousands < 20) return foreign(far)
  if (famous.has(key)) return { value: home.name === 'Derry' ? 'Derry' : home.name, confidence: 'sure' }
  const doubtful =
    (next !== undefined && next.region !== home.region && next.thousands * 8 >= home.thousands) ||
    (far !== undefined && far.thousands > home.thousands * 3)
  // A village may not be the best known of its name: whoever means it says where it is.
  if (home.thousands < 0 && (here.length > 1 || away.length > 0)) return { value: home.name, confidence: 'likely' }
  if (
    doubtful ||
    home.thousands >= 150 ||
    home.region === '' ||
    bygoneCounty.test(home.region) ||
    holds(home.region, home.name)
  )
    return { value: home.name, confidence: doubtful ? 'likely' : 'sure' }
  return { value: `${home.name} ${within(home.region)}`, confidence: 'sure' }
}

/** No newsroom prints these of its own accord; a reader's own “West Glamorgan” stays. */
const bygoneCounty = /^(?:(?:West|Mid|South) Glamorgan|Gwent|Clwyd|Dyfed)$/

function foreign(town: Town): Place {
  if (/^(?:US|CA|AU)$/.test(town.country) && town.region && town.thousands < 400 && town.region !== town.name)
    return { value: `${town.name}, ${town.region}`, confidence: 'likely' }
  const name = countryNames
    .get(town.country)
    ?.replace(/^the US$/, 'US')
    .replace(/^the United Arab Emirates$/, 'UAE')
  return { value: name && name !== town.name ? `${town.name}, ${name}` : town.name, confidence: 'sure' }
}

/** Bedford needs no Bedfordshire. */
const holds = (region: string, town: string): boolean =>
  placeKey(region)
    .replace(/^county /, '')
    .startsWith(placeKey(town).slice(0, 6))

const isTitle = (text: string): boolean =>
  /^(?:(?:\p{Lu}[\p{L}’'.-]*|on|upon|under|le|the|of|in|by|next|with|cum|and|&|sur|de|la|am|an|der|del)\s?){1,5}$/u.test(
    text.trim(),
  ) && /^\p{Lu}/u.test(text.trim())

/** The name as the gazetteer spells it, else in capitals and small letters as a place is written. */
function print(text: string): string {
  const trimmed = text.trim()
  const key = placeKey(trimmed)
  if (aliases[key]) return aliases[key]
  if (london.test(key)) return printLondon(key)
  const known = towns.get(key)
  const exact = known?.find(town => town.name === trimmed) ?? known?.[0]
  if (exact)
    return trimmed === trimmed.toUpperCase() || trimmed === trimmed.toLowerCase() || placeKey(exact.name) !== key
      ? exact.name
      : trimmed
  if (trimmed !== trimmed.toUpperCase() && trimmed !== trimmed.toLowerCase()) return trimmed
  return trimmed
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
    .replace(/\b(?:Upon|On|Under|Le|The|Of|In|By|And)\b(?!$)/g, (small, at: number) =>
      at === 0 ? small : small.toLowerCase(),
    )
}
