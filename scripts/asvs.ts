// Prints the table of OWASP ASVS 5.0.0, levels 1 and 2, as Markdown: which test carries each item, or why none does.
import { carriers } from '../test/house/asvs-carriers.ts'
import { items, notApplicable, open } from '../test/house/asvs-items.ts'

const carried = carriers()
const rows = items.map(({ number, level, words }) => {
  const by = carried.get(number)?.join('<br>')
  const said =
    by ?? (number in notApplicable ? `not applicable because ${notApplicable[number]}` : `open: ${open[number]}`)
  return `| ${number} | ${level} | ${words} | ${said.replaceAll('|', '\\|')} |`
})
const count = (of: (number: string) => boolean) => items.filter(({ number }) => of(number)).length
process.stdout.write(`| item | level | asks | carried by |\n|---|---|---|---|\n${rows.join('\n')}\n
${count(number => carried.has(number))} carried by tests, ${count(number => !carried.has(number) && number in notApplicable)} not applicable, ${count(number => !carried.has(number) && number in open)} open, of ${items.length}.\n`)
