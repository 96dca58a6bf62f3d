// Who and where, from letters made for one rule each: how people tell their home without “I live in”, how they sign, and
// what they call themselves in a header. `told/homes.txt` and `told/elsewhere.txt` hold a phrasing a line.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { readMessage } from '../../src/mail/read.ts'

const lines = (name: string): string[] =>
  readFileSync(resolve(import.meta.dirname, 'told', name), 'utf8')
    .trim()
    .split('\n')

const word = (text: string) => (text ? `=?utf-8?b?${Buffer.from(text).toString('base64')}?=` : '')
async function byline(from: string, body: string, address = 'reader@example.com') {
  const raw = `From: ${word(from)} <${address}>\nSubject: Today\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`
  const { name, place } = await readMessage(Buffer.from(raw))
  return { name, place }
}
const signed = (from: string, signOff: string, address?: string) =>
  byline(from, `They have closed the library and nobody was asked.\n\n${signOff}`, address)

test('home is heard in what people write who do not say that they live there', async () => {
  const all = lines('homes.txt')
  const wrong: string[] = []
  let right = 0
  for (const line of all) {
    const [told, where] = line.split(' · ')
    const { place } = await byline('Kate Jones', `${told}\n\nKate Jones`)
    if (place.includes(where!)) right++
    else if (place !== '') wrong.push(`${told}: ${place}`)
  }
  expect(right / all.length).toBeGreaterThanOrEqual(0.85)
  expect(wrong.length <= all.length / 100 ? [] : wrong).toEqual([])
})

test('a town of the news, of a journey, of work, of long ago or of somebody else is no home', async () => {
  const all = lines('elsewhere.txt')
  const wrong: string[] = []
  for (const line of all) {
    const [told] = line.split(' · ')
    const { place } = await byline('Kate Jones', `${told}\n\nKate Jones`)
    if (place !== '') wrong.push(`${told}: ${place}`)
  }
  expect(wrong.length <= 0.04 * all.length ? [] : wrong).toEqual([])
})

test.each([
  ['north Leeds', 'Leeds'],
  ['Leeds 6', 'Leeds'],
  ['Birmingham B13', 'Birmingham'],
  ['sunny Rhyl', 'Rhyl in Denbighshire'],
  ['deepest Devon', 'Devon'],
  ['West Bromwich (for my sins)', 'West Bromwich in the West Midlands'],
  ['Co. Antrim', 'County Antrim'],
  ['North Berwick', 'North Berwick in East Lothian'],
  ['Surrey', 'Surrey'],
  ['Norfolk', 'Norfolk'],
  ['aged 7, Lincoln', 'Lincoln'],
])('what stands around the place is not printed: Kate Jones, %s', async (where, place) =>
  expect(await signed('Kate Jones', `Kate Jones, ${where}`)).toEqual({ name: 'Kate Jones', place }),
)

test('a house or a pub above the town is left out, and a home told in the letter counts more', async () => {
  expect((await signed('Kate Jones', 'Kate Jones\nThe Drovers Rest, Selby')).place).toBe('Selby in North Yorkshire')
  const letter = 'I run a pub but I live in Wakefield.\n\nKate Jones\nThe Drovers Rest, Selby'
  expect((await byline('Kate Jones', letter)).place).toBe('Wakefield')
})

test('a child is not taken for the town of the same name', async () =>
  expect(await signed('Hannah Wade', 'Florence, aged 7, Lincoln')).toEqual({ name: 'Florence', place: 'Lincoln' }))

test.each([
  ['Mary Bernadette Quill', 'Sr Mary Bernadette Quill OHP', 'Mary Bernadette Quill'],
  ['Geoff Bloxham', 'Geoff Bloxham CEng MICE (retd)', 'Geoff Bloxham'],
  ['Alan Pike', 'Wing Commander Alan Pike', 'Alan Pike'],
  ['Ruth Colley', 'The Venerable Ruth Colley', 'Ruth Colley'],
  ["Terry 'Tel' Maguire", "Terry 'Tel' Maguire", 'Terry Maguire'],
  ['Hattersley, Joan', 'J. Hattersley', 'Joan Hattersley'],
  ['FENWICK, Margaret', 'Margaret Fenwick', 'Margaret Fenwick'],
  ['R Singh', 'Ravinder Singh', 'Ravinder Singh'],
  ['Spud', 'Spud Murphy', 'Spud Murphy'],
  // Macleod and MacLeod are both written: capitals do not tell which.
  ['KIRSTY MACLEOD', 'KIRSTY MACLEOD', 'Kirsty Macleod'],
  ['The Robinsons', 'Pete, Lou, Jack and Edie Robinson', 'Pete, Lou, Jack and Edie Robinson'],
  ['Beryl Tait', 'Beryl Tait Exeter', 'Beryl Tait'],
  ['Beryl Tait', 'Warm regards from Nairobi, Beryl', 'Beryl'],
  ['Hugh Pym-Jones', 'Yours, etc., Hugh Pym-Jones, Godalming', 'Hugh Pym-Jones'],
  ['Joe Tolley', 'Joe Tolley (grandad of nine)', 'Joe Tolley'],
  ['', 'Kind regards\nYsolde', 'Ysolde'],
  ['', 'Ysolde Quayle-Finch\nRamsey', 'Ysolde Quayle-Finch'],
])('%s signs “%s”: %s', async (from, signOff, name) => expect((await signed(from, signOff)).name).toBe(name))

test('initials and a surname are a signature where the address spells the surname', async () =>
  expect((await signed('', 'N. Kimani', 'njorge.kimani@example.net')).name).toBe('N Kimani'))

test.each(['Night Owl', 'Frustrated Commuter', 'Kitchen Table', 'Hope Cottage', 'Yorkshire Lass', 'Fed up'])(
  'a header of “%s” names nobody',
  async from => expect((await byline(from, 'They have closed the library.')).name).toBe(''),
)

test.each(['Sarah Driver', 'Tom Fox', 'Helen Cross', 'Mary Rose Green'])('%s is somebody', async from =>
  expect((await byline(from, 'They have closed the library.')).name).toBe(from),
)

test('who asks for one name only is not offered with the rest of it, accents or not', async () => {
  const raw = `From: ${word('Siân Llwyd Parry')} <sian@example.com>\nSubject: Today\nContent-Type: text/plain; charset=utf-8\n\nIf you use this please just put Siân, I'm on the supply list.\n\nSiân\n`
  const { name, candidates } = await readMessage(Buffer.from(raw))
  expect([name, ...candidates.filter(({ field }) => field === 'name').map(({ value }) => value)]).toEqual(['Siân'])
})

test('a surname that a letter speaks of asks nothing', async () =>
  expect((await byline('Francis York', "I'd not swap it, whatever my surname.\n\nFrancis York")).name).toBe(
    'Francis York',
  ))

test('a letter without capitals tells its town', async () =>
  expect((await byline('kwame', 'good day, greetings from kumasi. we follow your election\n\nkwame')).place).toBe(
    'Kumasi, Ghana',
  ))
