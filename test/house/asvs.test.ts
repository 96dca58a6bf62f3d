// The items of OWASP ASVS 5.0 that shape code most, each carried by a test with its tag, or with the reason why none is.
// A beginning of the table of levels 1 and 2, not the whole of it.
import { expect, test } from '@jest/globals'
import { filesBelow, textOf } from './files.ts'

const items =
  '1.2.1 1.3.1 2.3.3 2.3.4 3.3.1 3.3.3 3.4.1 3.4.3 3.4.6 3.5.1 3.5.3 3.5.4 3.7.2 5.2.1 5.2.2 5.2.3 5.3.2 5.4.1 5.4.2 5.4.3 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.2.9 6.2.10 6.2.11 6.2.12 6.3.3 6.4.3 6.5.1 6.5.5 7.2.3 7.2.4 7.3.1 7.3.2 7.4.2 7.4.5 7.5.1 7.5.2 8.2.1 8.3.1 12.3.1 12.3.2 13.2.4 14.2.1 14.3.1 14.3.2 15.3.3 16.4.1 16.5.1'.split(
    ' ',
  )

const notApplicable: Record<string, string> = {
  '5.2.3': 'archives are never opened',
  '6.2.10': 'nothing makes a password end: there is no code that could',
}

/** Applicable, and without a test of its own. */
const open: Record<string, string> = {
  '3.5.4': 'attachments come from the desk’s own host, as sandboxed downloads',
  '6.2.6': 'fields of passwords are of that type, by the eye only',
  '6.2.7': 'nothing keeps anybody from pasting, by the eye only',
  '6.2.12': 'the ten thousand commonest passwords are refused, not every one that was ever stolen',
  '7.2.3': 'ids of sessions are 256 random bits, by the eye only',
  '12.3.2': 'certificates are checked by the platform; no test provokes a bad one',
  '13.2.4': 'where the house may call is set by administrators; no list is enforced',
}

test('each item has a test that carries its tag, or a reason', () => {
  const text = filesBelow('test')
    .filter(file => file.endsWith('.test.ts') && file !== 'test/house/asvs.test.ts')
    .map(textOf)
    .join('\n')
  const carried = new Set([...text.matchAll(/\[ASVS (\d+\.\d+\.\d+)\]/g)].map(match => match[1]!))
  expect(items.filter(item => !carried.has(item) && !(item in notApplicable) && !(item in open))).toEqual([])
  // A reason for what has a test by now is out of date, and a tag of no item is a slip.
  expect([...carried].filter(item => item in open || item in notApplicable || !items.includes(item))).toEqual([])
})
