// Whether every item of the ASVS table and every threat was carried by a test that ran and passed: the table of
// scripts/asvs.ts counts tags, this counts results.
import { items, notApplicable } from '../test/house/asvs-items.ts'

/** As jest writes it with --json. */
export type Ran = { testResults: { assertionResults: { title: string; status: string }[] }[] }

const threats = Array.from({ length: 34 }, (_, at) => `T${at + 1}`)
const wanted = [...items.map(({ number }) => number).filter(number => !(number in notApplicable)), ...threats]

/** `bare`: carried by no test that passed. `failed`: by one that failed. `skipped`: bare, because its tests were skipped. */
export function carried({ testResults }: Ran): { count: number; bare: string[]; skipped: string[]; failed: string[] } {
  const by = new Map<string, Set<string>>(wanted.map(each => [each, new Set()]))
  for (const { title, status } of testResults.flatMap(each => each.assertionResults))
    for (const [, tag] of title.matchAll(/\[(?:ASVS )?(T\d+|\d+\.\d+\.\d+)\]/g)) by.get(tag!)?.add(status)
  const which = (test: (statuses: Set<string>) => boolean) => wanted.filter(each => test(by.get(each)!))
  const skipped = which(statuses => !statuses.has('passed') && (statuses.has('pending') || statuses.has('skipped')))
  return {
    count: which(statuses => statuses.has('passed') && !statuses.has('failed')).length,
    bare: which(statuses => !statuses.has('passed')).filter(each => !skipped.includes(each)),
    skipped,
    failed: which(statuses => statuses.has('failed')),
  }
}
