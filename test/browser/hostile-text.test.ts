// Stored cross-site scripting: hostile text in every field, rendered in Chromium.
import { afterAll, beforeAll, expect, test as plain } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { program, startChromium } from './chromium.ts'
import { fields, parts, renderHostile } from './hostile-fields.ts'
import { payloads } from './payloads.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
beforeAll(async () => {
  if (program) browser = await startChromium()
})
afterAll(async () => browser?.close())

plain('there are at least three hundred payloads, no two alike, for fourteen fields', () => {
  const all = payloads('http://127.0.0.1:1')
  expect(all.length).toBeGreaterThanOrEqual(300)
  expect(new Set(all).size).toBe(all.length)
  expect(fields).toHaveLength(14)
})

for (const part of parts)
  test(`part ${part.from + 1} of ${part.step}: hostile text in fourteen fields: no dialog, nothing asked elsewhere, nothing for the policy to refuse [T1] [ASVS 1.2.1] [ASVS 1.3.1] [ASVS 1.2.3] [ASVS 1.3.6] [ASVS 14.2.3]`, async () => {
    const seen = await renderHostile(browser, part)
    expect(seen.payloads).toBeGreaterThanOrEqual(Math.floor(300 / part.step))
    expect({ ...seen, payloads: 0 }).toEqual({
      ...{ payloads: 0, dialogs: [], offOrigin: [], active: [] },
      refused: { page: [], frame: [] },
    })
  }, 900_000)
