// Folds put back and cut again, and the marked original.
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Submission } from '../../src/desk/submission.ts'
import { cutAgain, putBack } from '../../src/web/browser/fold.ts'
import { segmentsOf } from '../../src/web/marked-text.ts'

test('a fold goes back where the words before it end, even when the text was edited elsewhere', () => {
  const text = 'An edited beginning.\n\nThe middle stands as it was.\n\nThe end.'
  expect(putBack(text, { before: 'The middle stands as it was.', words: '> a quotation' })).toBe(
    'An edited beginning.\n\nThe middle stands as it was.\n\n> a quotation\n\nThe end.',
  )
})

test('a fold whose place is gone is put at the end; one from the very beginning at the beginning', () => {
  expect(putBack('Other words.', { before: 'Words that were cut.', words: 'Tom' })).toBe('Other words.\n\nTom')
  expect(putBack('Words.', { before: '', words: 'Fwd:' })).toBe('Fwd:\n\nWords.')
})

test('a sign-off is cut again as a line of its own, never out of a sentence', () => {
  expect(cutAgain('Tom is my name.\n\nTom', 'Tom')).toBe('Tom is my name.')
  expect(cutAgain('Tom is my name.', 'Tom')).toBe(null)
})

test('what was put back can always be cut again, and leaves the text as it was', () => {
  const words = fc.stringMatching(/^[a-z]+( [a-z]+){2,5}$/)
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), words, (paragraphs, fold) => {
      fc.pre(!paragraphs.includes(fold))
      const text = paragraphs.join('\n\n')
      expect(cutAgain(putBack(text, { before: paragraphs[0]!, words: fold }), fold)).toBe(text)
    }),
  )
})

const submission = (facts: Partial<Submission>) =>
  ({ original: '', folds: [], findings: [], nameFrom: null, placeFrom: null, ...facts }) as Submission

const finding = (words: string) => ({ check: 'phone', level: 'warn' as const, label: '', sentence: '', words })

test('what a check found is marked each time it stands there, and the first mark can be linked to', () => {
  const [segment] = segmentsOf(
    submission({ original: 'Ring 07700 900417.\n\nAgain: 07700 900417', findings: [finding('07700 900417')] }),
  )
  const pieces = segment!.paragraphs.flat()
  expect(pieces.filter(piece => piece.mark === 'phone').map(piece => piece.id)).toEqual(['found-0', null])
})

test('every word of the original is in a segment once, whatever the folds, marks and evidence', () => {
  const text = fc.stringMatching(/^[ab \n]{0,60}$/)
  const span = fc.tuple(fc.nat(60), fc.nat(60))
  fc.assert(
    fc.property(
      text,
      fc.array(span, { maxLength: 3 }),
      fc.stringMatching(/^[ab]{2,3}$/),
      span,
      (original, spans, words, [start, end]) => {
        const inside = (at: number) => Math.min(at, original.length)
        const folds = spans.map(([one, other], position) => ({
          position,
          kind: 'quote' as const,
          start: inside(Math.min(one, other)),
          end: inside(Math.max(one, other)),
          words: '',
          label: '',
        }))
        const nameFrom = {
          kind: 'text' as const,
          start: inside(Math.min(start, end)),
          end: inside(Math.max(start, end)),
          words: '',
          confidence: 'sure' as const,
        }
        const segments = segmentsOf(submission({ original, folds, findings: [finding(words)], nameFrom }))
        const shown = segments
          .flatMap(segment => segment.paragraphs)
          .map(paragraph => paragraph.map(piece => piece.text).join(''))
        expect(shown.join('').replace(/\s/g, '')).toBe(original.replace(/\s/g, ''))
      },
    ),
  )
})
