// The words of a search, shown where they stand.
import { expect, test } from '@jest/globals'
import { excerptAround, hitsIn, piecesOf } from '../../src/desk/found-words.ts'

const found = (text: string, words: string) => hitsIn(text, words).map(({ start, end }) => text.slice(start, end))

test('words are found as the index finds them: in any case, without accents, in one number or the other', () => {
  expect(found('Nurses and a NURSE, at the Café.', 'nurse cafe')).toEqual(['Nurses', 'NURSE', 'Café'])
  expect(found('Two families, one family; the buses and a bus', 'family buses')).toEqual([
    ...['families', 'family', 'buses', 'bus'],
  ])
  expect(found('İstanbul is far', 'far')).toEqual(['far'])
})

test('the last word is a beginning only where it does not stand as a word', () => {
  expect(found('The strike and the strikers', 'strike')).toEqual(['strike'])
  expect(found('The strikers', 'stri')).toEqual(['strikers'])
  expect(found('The strikers', 'stri the')).toEqual(['The'])
})

test('signs alone find nothing, and no text is lost when it is cut at what was found', () => {
  expect(hitsIn('What?!', '?!')).toEqual([])
  const pieces = piecesOf('a strike, the strike', 'strike')
  expect(pieces.map(({ words }) => words).join('')).toBe('a strike, the strike')
  expect(pieces.filter(({ hit }) => hit)).toHaveLength(2)
})

test('an excerpt begins at the beginning, or shortly before what was found far behind it', () => {
  const long = `${'Many words before. '.repeat(40)}At last the consultant came.`
  expect(excerptAround('Short letter\nwith a consultant', 'consultant')).toBe('Short letter with a consultant')
  expect(excerptAround(long, 'nothing')).toHaveLength(240)
  const around = excerptAround(long, 'consultant')
  expect(around).toMatch(/^… \S.*the consultant came\.$/)
  expect(around.length).toBeLessThanOrEqual(240)
})
