// Tests that need Chromium say "skipped" and why where it is missing; with CI=true they fail instead.
import { test } from '@jest/globals'
import { program } from './chromium.ts'

/** `test`, but skipped with its reason where there is no Chromium; in CI a missing Chromium is a failure. */
export const testWithChromium = (name: string, work: () => Promise<void>, within = 60_000): void => {
  if (program !== undefined) test(name, work, within)
  else if (process.env.CI === 'true')
    test(name, () => {
      throw new Error('cannot run: Chromium is not installed')
    })
  else test.skip(`${name} (skipped: Chromium is not installed)`, work)
}
