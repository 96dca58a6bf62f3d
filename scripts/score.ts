// `npm run score`: how well the mail room reads its labelled sets, by kind of message. `--wrong` prints each miss.
import { beside } from './score-beside.ts'
import { bylineTable } from './score-bylines.ts'
import { personalTable } from './score-personal.ts'
import { columns, line, score, sets, total } from './score-sets.ts'

for (const set of Object.keys(sets) as (keyof typeof sets)[]) {
  const { tallies, misses } = await score(set)
  process.stdout.write(line([`${set}: kind`, ...columns]))
  for (const [kind, tally] of [...tallies, ['TOTAL', total(tallies)] as const])
    process.stdout.write(line([kind, ...columns.map(column => tally[column])]))
  // What the unseen cases got wrong stays unseen, or they would be tuned on as well.
  if (process.argv.includes('--wrong') && set !== 'unseen') process.stdout.write(`${misses.join('\n')}\n`)
  process.stdout.write('\n')
}
process.stdout.write(await personalTable(process.argv.includes('--wrong')))
process.stdout.write(await bylineTable(process.argv.includes('--wrong')))
for (const set of Object.keys(sets) as (keyof typeof sets)[]) process.stdout.write(await beside(set))
