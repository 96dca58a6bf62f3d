// The towns of the gazetteer by their names. It is GeoNames', reduced by scripts/gazetteer.ts (CC BY 4.0).
import { readFileSync } from 'node:fs'

export type Town = { name: string; region: string; country: string; thousands: number }

/** Lower case, no accents, dots or apostrophes, blanks for hyphens: “King’s Lynn” and “kings lynn” are one. */
export const placeKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}.'’‘`*]/gu, '')
    .replace(/[-–\s]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^saint /, 'st ')

/** GeoNames writes “Berwick-Upon-Tweed”. */
const smallWords = (name: string): string =>
  name
    .replace('Blaenau-', 'Blaenau ')
    .replace('Barrow in Furness', 'Barrow-in-Furness')
    .replace(/(?<=-)(?:Upon|On|Under|Le|The|Of|In|By|Next|Super)(?=-)/g, word => word.toLowerCase())

export const towns: ReadonlyMap<string, Town[]> = (() => {
  const found = new Map<string, Town[]>()
  for (const line of readFileSync(new URL('./data/places.txt', import.meta.url), 'utf8').split('\n')) {
    const [name, region, country, thousands] = line.split('|')
    if (!name || !country) continue
    const town = { name: smallWords(name), region: region!, country, thousands: Number(thousands) }
    const key = placeKey(name)
    const list = found.get(key)
    if (list) list.push(town)
    else found.set(key, [town])
  }
  return found
})()

export const isBritish = (country: string): boolean => /^(?:GB|IE|IM|JE|GG)$/.test(country)
