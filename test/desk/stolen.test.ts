import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { dictionary } from '@zxcvbn-ts/language-common'
import { passwordFault } from '../../src/desk/password.ts'
import { addStaff } from '../../src/desk/staff.ts'
import { isStolen } from '../../src/desk/stolen.ts'
import { testContext } from '../context.ts'

const folder = mkdtempSync(join(tmpdir(), 'postbag-stolen-'))
afterAll(() => rmSync(folder, { recursive: true }))
const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase()

/** A file as Have I Been Pwned gives it out: counts of many lengths, so that no line is found by counting. */
function fileOf(name: string, passwords: string[], end = '\r\n'): string {
  const lines = passwords
    .map(hashOf)
    .sort()
    .map((hash, at) => `${hash}:${(at * 7919) % 30_000_000}`)
  const file = join(folder, name)
  writeFileSync(file, lines.length === 0 ? '' : lines.join(end) + end)
  return file
}

test('every password of a list of 3,000 is found in it, the first and the last too, and 3,000 others are not [ASVS 6.2.12]', () => {
  const stolen = Array.from({ length: 3000 }, (_, at) => `stolen password ${at}`)
  for (const end of ['\r\n', '\n']) {
    const file = fileOf('many.txt', stolen, end)
    expect(stolen.filter(each => !isStolen(file, each))).toEqual([])
    expect(stolen.filter(each => isStolen(file, `${each}!`))).toEqual([])
  }
  expect([isStolen(fileOf('one.txt', ['a']), 'a'), isStolen(fileOf('one.txt', ['a']), 'b')]).toEqual([true, false])
  expect(isStolen(fileOf('none.txt', []), 'a')).toBe(false)
})

test('a stolen password cannot be chosen, and neither can any of the fifty thousand commonest [ASVS 6.2.12]', async () => {
  const password = 'correct horse battery staple'
  const context = { ...(await testContext()), stolenPasswords: fileOf('few.txt', [password, 'x', 'y']) }
  const rob = { email: 'rob@example.org', name: 'Rob', role: 'moderator' as const }
  expect(await addStaff(context, 'system', { ...rob, password })).toMatchObject({
    ok: false,
    faults: { password: expect.stringContaining('stolen') },
  })
  expect((await addStaff(context, 'system', { ...rob, password: `${password}s` })).ok).toBe(true)
  const common = dictionary['passwords-common'].map(String).filter(each => each.length >= 8)
  expect(common.length).toBeGreaterThan(9_000)
  const faults = await Promise.all(common.map(each => passwordFault(each, [])))
  expect(common.filter((_, at) => faults[at] === null)).toEqual([])
  await context.close()
})
