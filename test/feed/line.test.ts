import { expect, test } from '@jest/globals'
import { attributionLine, lineAsTitle, runsOn } from '../../src/feed/index.ts'

const forms: [name: string, place: string, verb: string, line: string][] = [
  ['Katherine', 'Ruislip in Middlesex', 'emails', 'Katherine, from Ruislip in Middlesex, emails:'],
  ['Chris Boshell', 'Birmingham', 'writes', 'Chris Boshell, from Birmingham, writes:'],
  ['Alan Kinghorn', 'Northumberland', 'emails', 'Alan Kinghorn, from Northumberland, emails:'],
  ['Katherine', '', 'emails', 'Katherine emails:'],
  ['', 'Leeds', 'emails', 'A reader in Leeds emails:'],
  ['', '', 'emails', 'One reader emails:'],
  ['Name withheld', 'Northumberland', 'emails', 'Name withheld, from Northumberland, emails:'],
  ['Peter Wallace', 'Liverpool', 'told us that', 'Peter Wallace, from Liverpool, told us that'],
  ['Katherine', '', '', 'Katherine emails:'],
]

test.each(forms)('name “%s”, place “%s”, verb “%s” make the line “%s”', (name, place, verb, line) => {
  expect(attributionLine({ name, place, verb })).toBe(line)
})

test('a comma or colon typed into a field is not printed twice', () => {
  const line = attributionLine({ name: ' Katherine,', place: 'Ruislip  in\nMiddlesex,', verb: 'emails:' })
  expect(line).toBe('Katherine, from Ruislip in Middlesex, emails:')
})

test('a name with apostrophes, accents or an initial’s full stop stays as it is', () => {
  expect(attributionLine({ name: 'Siân O’Brien-Ré J.', place: '', verb: 'says' })).toBe('Siân O’Brien-Ré J. says:')
})

test('only reported speech runs on, and its title says that more follows', () => {
  expect(runsOn('Peter Wallace, from Liverpool, told us that')).toBe(true)
  expect(runsOn('Katherine emails:')).toBe(false)
  expect(lineAsTitle('Peter Wallace told us that')).toBe('Peter Wallace told us that …')
  expect(lineAsTitle('Katherine emails:')).toBe('Katherine emails')
})
