// Every threat of the table T1 to T34 is named by a test or a script that carries it.
import { expect, test } from '@jest/globals'
import { filesBelow, textOf } from './files.ts'

const itself = 'test/house/threats.test.ts'

/** Named where they are proved by something else than a test with a tag. */
const elsewhere: Record<number, string> = {
  20: 'scripts/scan/main.ts: sqlmap; and the rule below',
}

test('each of T1 to T34 has its test, or is proved elsewhere', () => {
  const text = filesBelow('test')
    .filter(file => file.endsWith('.test.ts') && file !== itself)
    .map(textOf)
    .join('\n')
  const named = new Set([...text.matchAll(/\[T(\d{1,2})\]/g)].map(match => Number(match[1])))
  const all = Array.from({ length: 34 }, (_, at) => at + 1)
  const without = all.filter(threat => !named.has(threat) && !(threat in elsewhere))
  expect(without).toEqual([])
})

test('no statement is built of text: raw fragments stand in the store alone, and none takes a value unbound [T20] [ASVS 1.2.4]', () => {
  const sources = filesBelow('src').filter(file => file.endsWith('.ts'))
  expect(sources.filter(file => /\bsql\.(?:raw|lit|id|table)\b/.test(textOf(file)))).toEqual([])
  const withSql = sources.filter(file => /import \{[^}]*\bsql\b[^}]*\} from 'kysely'/.test(textOf(file)))
  expect(withSql.filter(file => !file.startsWith('src/store/'))).toEqual([])
})
