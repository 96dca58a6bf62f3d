// Where Dovecot cannot run, its tests say "skipped" and why; with CI=true they fail instead.
import { test } from '@jest/globals'
import { missing } from './dovecot.ts'

/** `test`, but skipped with its reason where there is no Dovecot; in CI a missing Dovecot is a failure. */
export const testWithDovecot = (name: string, work: () => Promise<void>, within?: number): void => {
  if (missing === null) test(name, work, within)
  else if (process.env.CI === 'true')
    test(name, () => {
      throw new Error(`cannot run: ${missing}`)
    })
  else test.skip(`${name} (skipped: ${missing})`, work)
}
