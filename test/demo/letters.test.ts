import { expect, test } from '@jest/globals'
import { compose } from '../../scripts/demo/compose.ts'
import { everyLetter, strikeDay } from '../../scripts/demo/day.ts'
import { arrivingLetter, seeded } from '../../scripts/demo/emails/arriving.ts'
import { machines } from '../../scripts/demo/emails/machines.ts'
import { drawPicture } from '../../scripts/demo/pictures.ts'
import { readMessage } from '../../src/mail/read.ts'
import { strikeDay as eightFortyFive } from '../context.ts'

const letters = everyLetter.flat()
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

test('the strike day has at least 150 letters, from all sorts of programs and in many character sets', () => {
  expect(letters.length).toBeGreaterThanOrEqual(150)
  expect(new Set(letters.map(letter => letter.by)).size).toBeGreaterThanOrEqual(14)
  expect(new Set(letters.flatMap(letter => letter.charset ?? [])).size).toBeGreaterThanOrEqual(10)
  expect(new Set(letters.map(letter => letter.body)).size).toBeGreaterThan(letters.length - 8)
})

test('addresses and telephone numbers are the ones reserved for drama', () => {
  for (const letter of letters) {
    const text = [letter.from, letter.body, letter.html, ...Object.values(letter.headers ?? {})].join('\n')
    for (const [, host] of text.matchAll(/@([\w.-]+\w)/g))
      if (host?.includes('.')) expect(host).toMatch(/(^|\.)example(\.org)?$/)
    for (const [number] of text.matchAll(/\b0\d{3,4} ?\d{6}\b/g))
      expect(number).toMatch(/^(07700 ?900|01632 ?960)\d{3}$/)
  }
})

test('the day is in order, fills three hours, and the second copy of a letter is the same to the byte', () => {
  const day = strikeDay(eightFortyFive)
  const times = day.map(({ at }) => at)
  expect([...times].sort((one, other) => one - other)).toEqual(times)
  expect(eightFortyFive - times[0]!).toBeGreaterThan(170 * 60_000)
  expect(eightFortyFive - times.at(-1)!).toBeLessThan(5 * 60_000)
  const twice = day.filter(({ letter }) => letter.twice)
  expect(twice.length).toBeGreaterThanOrEqual(4)
  for (const { letter } of twice) {
    const copies = twice.filter(each => each.letter === letter).map(each => compose(each.letter, each.at))
    expect(copies[0]).toEqual(copies[1])
  }
})

test('every letter can be read, in whatever character set, and only machines are taken for machines', async () => {
  const misjudged: string[] = []
  for (const letter of letters) {
    const { original, automatic, flags } = await readMessage(compose(letter, eightFortyFive))
    const machine = automatic !== null || flags.spam
    if (machine !== machines.includes(letter)) misjudged.push(`${letter.from}: ${JSON.stringify(automatic)}`)
    if (letter.headers?.['Content-Type']) continue
    const first = squeeze(letter.body.split('\n').find(line => line.trim() !== '' && !line.startsWith('>')) ?? '')
    expect({ from: letter.from, original: squeeze(original) }).toEqual({
      from: letter.from,
      original: expect.stringContaining(first.slice(0, 60).replace(/\*.*/, '').trim()),
    })
  }
  expect(misjudged).toEqual([])
})

test('pictures are real files of their kind', () => {
  const jpeg = drawPicture({ kind: 'picket', name: 'a.JPG', place: { latitude: 53.4, longitude: -2.99 } })
  expect(jpeg.type).toBe('image/jpeg')
  expect(jpeg.bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
  expect(jpeg.bytes.includes(Buffer.from('Exif\0\0'))).toBe(true)
  expect(jpeg.bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  const png = drawPicture({ kind: 'sky', name: 'b.png' })
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
})

test('mail that goes on arriving is varied, and the same for the same seed', () => {
  const some = (seed: number) => {
    const random = seeded(seed)
    return Array.from({ length: 200 }, () => arrivingLetter(random))
  }
  expect(new Set(some(1).map(letter => letter.body)).size).toBeGreaterThan(190)
  expect(some(2)).toEqual(some(2))
})
