// `verify`: proves that what is stored is what was received, decided and published.
import type { Command } from 'commander'
import { length } from '../amount.ts'
import type { House, Open } from './house.ts'
import { Fault, say } from './say.ts'

export function verifyCommand(program: Command, open: Open): void {
  program
    .command('verify')
    .description(
      'prove the stored data: database, messages, ledger sums, event chain, feeds; exit 1 when something is wrong',
    )
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => open(house => verify(json, house), 'existing'))
}

async function verify(json: boolean | undefined, house: House): Promise<void> {
  const { existsSync } = await import('node:fs')
  const { verifyStore } = await import('../store/index.ts')
  const start = performance.now()
  const checks = await verifyStore(house.store, existsSync(house.config.keyFile) ? house.keys() : null)
  const ms = Math.round(performance.now() - start)
  const faults = checks.reduce((sum, check) => sum + check.faults.length, 0)
  const lines = checks.map(({ name, found, faults }) =>
    faults.length === 0 ? `✓ ${name}: ${found}` : `✗ ${name}: ${faults.join('; ')}`,
  )
  const facts = checks.map(({ name, found, faults }) => ({ check: name, ok: faults.length === 0, found, faults }))
  say(json, { ok: faults === 0, ms, checks: facts }, faults === 0 ? [...lines, `All is well (${length(ms)}).`] : lines)
  if (faults > 0)
    throw new Fault(
      `${faults} ${faults === 1 ? 'thing is' : 'things are'} wrong with ${house.config.database}. Keep the file as it is and restore the last backup elsewhere.`,
    )
}
