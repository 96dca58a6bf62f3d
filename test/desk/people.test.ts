import { expect, test } from '@jest/globals'
import { hashPassword, isOutdated, matchesHash, passwordFault, TooBusy } from '../../src/desk/password.ts'
import { inScope, mayAct } from '../../src/desk/policy.ts'
import { addStaff, changeStaff, findStaff, hasStaff, verifyPassword } from '../../src/desk/staff.ts'
import { addStory, changeStory, findStory, listStories } from '../../src/desk/stories.ts'
import { addToken, findToken, listTokens, revokeToken } from '../../src/desk/tokens.ts'
import { testContext } from '../context.ts'

const rob = { email: 'Rob@Example.org', name: 'Rob', role: 'moderator' as const, password: 'three green teapots' }

test('a password is kept as argon2id with its parameters, and only the right one matches [ASVS 6.2.8] [ASVS 11.4.2]', async () => {
  const phc = await hashPassword('three green teapots')
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await matchesHash('three green teapots', phc)).toBe(true)
  expect(await matchesHash('three green teapot', phc)).toBe(false)
  expect(await matchesHash('three green teapots', null)).toBe(false)
  expect(isOutdated(phc)).toBe(false)
  expect(isOutdated(phc.replace('t=3', 't=2'))).toBe(true)
})

test('a password typed composed or decomposed is the same', async () => {
  const phc = await hashPassword('caf\u00e9 au lait')
  expect(await matchesHash('cafe\u0301 au lait', phc)).toBe(true)
})

test('too many passwords at once are sent away instead of piling up', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 40 }, () => matchesHash('x', null)))
  const refused = answers.filter(answer => answer.status === 'rejected')
  expect(refused.length).toBeGreaterThanOrEqual(10)
  expect(refused.every(answer => answer.reason instanceof TooBusy)).toBe(true)
}, 180_000)

test('weak passwords are refused with a sentence, long plain ones are not [ASVS 6.2.1] [ASVS 6.2.4] [ASVS 6.2.5] [ASVS 6.2.9] [ASVS 6.2.11]', async () => {
  expect(await passwordFault('short', [])).toContain('at least 8')
  expect(await passwordFault('password1', [])).toContain('commonest')
  expect(await passwordFault('Postbag2016', ['rob@example.org'])).toContain('your name or address')
  expect(await passwordFault('guardian99', ['The Guardian'])).toContain('your name or address')
  expect(await passwordFault('a blue bicycle', [])).toBeNull()
})

test('a person is added once, signs in whatever the case of the address, and not after being disabled', async () => {
  const context = await testContext()
  expect(await hasStaff(context)).toBe(false)
  const added = await addStaff(context, 'system', rob)
  if (!added.ok) throw new Error()
  expect(await addStaff(context, 'system', rob)).toMatchObject({ ok: false, faults: { email: expect.any(String) } })
  expect(await verifyPassword(context, ' ROB@example.org ', rob.password)).toMatchObject({ name: 'Rob' })
  expect(await verifyPassword(context, rob.email, 'wrong')).toBeNull()
  expect(await verifyPassword(context, 'nobody@example.org', rob.password)).toBeNull()
  await changeStaff(context, 'system', added.staff.id, { disabled: true })
  expect(await verifyPassword(context, rob.email, rob.password)).toBeNull()
  await context.close()
})

test('a hash made with less work is made anew at sign-in [ASVS 11.2.2]', async () => {
  const context = await testContext()
  await addStaff(context, 'system', rob)
  const { argon2Sync } = await import('node:crypto')
  const nonce = Buffer.alloc(16, 1)
  const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
  const tag = argon2Sync('argon2id', { message: rob.password, nonce, ...cost })
  const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  const old = `$argon2id$v=19$m=19456,t=2,p=1$${base64(nonce)}$${base64(tag)}`
  await context.db.updateTable('staff').set({ password: old }).execute()
  expect(await verifyPassword(context, rob.email, rob.password)).toMatchObject({ name: 'Rob' })
  const row = await context.db.selectFrom('staff').select('password').executeTakeFirstOrThrow()
  expect(isOutdated(row.password)).toBe(false)
  await context.close()
})

test('a new role ends the person’s sessions, and the last administrator stays one', async () => {
  const context = await testContext()
  const added = await addStaff(context, 'system', { ...rob, role: 'admin' })
  if (!added.ok) throw new Error()
  const { id } = added.staff
  const session = { key: 'k', staff_id: id, data: '{}', created_at: 0, seen_at: 0, expires_at: 9e15 }
  await context.db.insertInto('session').values(session).execute()
  expect(await changeStaff(context, 'system', id, { role: 'viewer' })).toMatchObject({ ok: false })
  await addStaff(context, 'system', { ...rob, email: 'ann@example.org', role: 'admin' })
  expect(await changeStaff(context, 'system', id, { role: 'viewer' })).toMatchObject({ ok: true })
  expect(await context.db.selectFrom('session').selectAll().execute()).toEqual([])
  expect((await findStaff(context, id))!.role).toBe('viewer')
  await context.close()
})

test('a token works until it is revoked, and the database does not hold it', async () => {
  const context = await testContext()
  const made = await addToken(context, 'system', { name: 'cms', role: 'editor' })
  if (!made.ok) throw new Error()
  expect(await findToken(context, made.secret)).toMatchObject({ kind: 'token', name: 'cms', role: 'editor' })
  expect(JSON.stringify(await context.db.selectFrom('token').selectAll().execute())).not.toContain(made.secret)
  expect(await addToken(context, 'system', { name: 'cms', role: 'viewer' })).toMatchObject({ ok: false })
  expect(await findToken(context, 'pb_wrong')).toBeNull()
  expect(await revokeToken(context, 'system', 'cms')).toBe(true)
  expect(await revokeToken(context, 'system', 'cms')).toBe(false)
  expect(await findToken(context, made.secret)).toBeNull()
  expect((await listTokens(context))[0]!.revokedAt).not.toBeNull()
  await context.close()
})

test('a story’s old slug redirects for ever, and no other story may take it', async () => {
  const context = await testContext()
  const added = await addStory(context, 'system', { slug: 'strike', title: 'Strike', addresses: ['A@Example.org'] })
  if (!added.ok) throw new Error()
  const { id } = added.story
  await changeStory(context, 'system', id, { slug: 'doctors' })
  await changeStory(context, 'system', id, { slug: 'junior-doctors' })
  expect(await findStory(context, 'strike')).toEqual({ moved: 'junior-doctors' })
  expect(await findStory(context, 'doctors')).toEqual({ moved: 'junior-doctors' })
  expect(await findStory(context, 'nothing')).toBeNull()
  expect(await addStory(context, 'system', { slug: 'strike', title: 'Other' })).toMatchObject({ ok: false })
  await changeStory(context, 'system', id, { slug: 'strike' })
  expect((await findStory(context, 'strike'))!.story!.addresses).toEqual(['a@example.org'])
  await context.close()
})

test('a story with faults is refused with a sentence for each field', async () => {
  const context = await testContext()
  await addStory(context, 'system', { slug: 'one', title: 'One', addresses: ['a@example.org'] })
  const faulty = { slug: 'Two.html', title: ' ', zone: 'Mars', graceSeconds: 61, addresses: ['A@example.org'] }
  const result = await addStory(context, 'system', faulty)
  expect(result.ok ? [] : Object.keys(result.faults).sort()).toEqual([
    'addresses',
    'graceSeconds',
    'slug',
    'title',
    'zone',
  ])
  expect(await listStories(context)).toHaveLength(1)
  await context.close()
})

test('one story is the default: the first, until another is', async () => {
  const context = await testContext()
  await addStory(context, 'system', { slug: 'one', title: 'One' })
  await addStory(context, 'system', { slug: 'two', title: 'Two', isDefault: true })
  const stories = await listStories(context)
  expect(stories.filter(story => story.isDefault).map(story => story.slug)).toEqual(['two'])
  await context.close()
})

test('a token works until its day, and only for its scopes, whatever its role', async () => {
  const context = await testContext()
  const wish = { name: 'archive', role: 'editor' as const, scopes: ['read', 'receipts'], days: 30 }
  expect(await addToken(context, 'system', { ...wish, scopes: ['everything'] })).toMatchObject({ ok: false })
  expect(await addToken(context, 'system', { ...wish, days: 0 })).toMatchObject({ ok: false })
  const made = await addToken(context, 'system', wish)
  if (!made.ok) throw new Error()
  const program = (await findToken(context, made.secret))!
  expect([mayAct(program, 'read-queue'), mayAct(program, 'decide'), mayAct(program, 'approve')]).toEqual([
    true,
    false,
    false,
  ])
  expect([inScope(program, 'receipts'), inScope(program, 'metrics')]).toEqual([true, false])
  expect(mayAct(program, 'change-staff')).toBe(false)
  context.clock.at += 30 * 86_400_000 - 1
  expect(await findToken(context, made.secret)).not.toBeNull()
  context.clock.at += 1
  expect(await findToken(context, made.secret)).toBeNull()
  await context.close()
})
