// What the gazetteer knows of places that lists of towns leave out, and how it prints them.
import { expect, test } from '@jest/globals'
import { readPlace } from '../../src/mail/byline/places.ts'

const printed = (text: string) => readPlace(text)?.value ?? null

test.each([
  ['Malvern', 'Malvern in Worcestershire'],
  ['Bexhill', 'Bexhill in East Sussex'],
  ['Bognor', 'Bognor in West Sussex'],
  ['Frinton', 'Frinton in Essex'],
  ['Saltburn', 'Saltburn in North Yorkshire'],
])('a town by its short name: %s', (given, want) => expect(printed(given)).toBe(want))

test.each([
  ['Lochboisdale', 'Lochboisdale in the Western Isles'],
  ['Mallaig', 'Mallaig in the Highlands'],
  ['Braemar', 'Braemar in Aberdeenshire'],
  ['Grasmere', 'Grasmere in Cumbria'],
  ['Hawes', 'Hawes in North Yorkshire'],
  ['Mousehole', 'Mousehole in Cornwall'],
  ['Hay-on-Wye', 'Hay-on-Wye in Powys'],
  ['Strangford', 'Strangford in County Down'],
  ['Wymondham', 'Wymondham in Norfolk'],
])('a small place that everybody knows: %s', (given, want) => expect(printed(given)).toBe(want))

test.each([
  ['Islay', 'the Isle of Islay'],
  ['Mull', 'the Isle of Mull'],
  ['South Uist', 'South Uist'],
])('an island: %s', (given, want) => expect(printed(given)).toBe(want))

test.each(['Henley', 'Boston', 'Richmond', 'Newport'])('%s may be several towns: no county is added', name =>
  expect(printed(name)).toBe(name),
)

test.each(['Lewis', 'Harris', 'Iona'])('%s alone is somebody, not an island', name => expect(printed(name)).toBeNull())

test.each([
  ['Berwick-upon-Tweed', 'Berwick-upon-Tweed in Northumberland'],
  ['Hội An', 'Hội An, Vietnam'],
  ['Conakry', 'Conakry, Guinea'],
  ['Tower Hamlets', 'Tower Hamlets in London'],
  ['Port Talbot', 'Port Talbot'],
  ['Port Talbot, West Glamorgan', 'Port Talbot in West Glamorgan'],
  ['Surrey', 'Surrey'],
  ['Ontario', 'Ontario, Canada'],
  ['Keflavík', 'Keflavík, Iceland'],
])('%s is printed as %s', (given, want) => expect(printed(given)).toBe(want))
