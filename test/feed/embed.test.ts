import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { changeEmbed, readEmbed } from '../../src/feed/index.ts'
import { publicSite } from '../web/public-site.ts'
import { editor, type Strike, strike } from './strike.ts'

let context: Strike
beforeEach(async () => {
  context = await strike()
})
afterEach(() => context.close())

const change = (hosts: string[], theme: Parameters<typeof changeEmbed>[3]['theme'] = null) =>
  changeEmbed(context, editor, context.storyId, { hosts, theme })

test('hosts are kept as CSP knows them, however they were typed; nothing else gets into the policy', async () => {
  expect(await change(['https://WWW.Example.org/news', '*.example.net', 'bücher.example', 'localhost:8080'])).toEqual({
    ok: true,
  })
  const hosts = ['*.example.net', 'localhost:8080', 'www.example.org', 'xn--bcher-kva.example']
  expect((await readEmbed(context.db, context.storyId)).hosts).toEqual(hosts)
  const site = await publicSite(context)
  const policy = async () => (await site.get('/embed/junior-doctors')).headers.get('content-security-policy')
  expect(await policy()).toContain(`frame-ancestors 'self' ${hosts.join(' ')};`)
  for (const bad of ["'unsafe-inline'", 'a.example;', 'a b', 'javascript:alert(1)', 'data:', '*.*', 'exa_mple.org', ''])
    expect([bad, await change([bad])]).toMatchObject([bad, { ok: false }])
  expect((await readEmbed(context.db, context.storyId)).hosts).toEqual(hosts)
  await change([])
  expect(await policy()).toContain("frame-ancestors 'self';")
  await site.close()
})

test('colours that cannot be read are refused with a sentence; readable ones make a style sheet and nothing else', async () => {
  const dark = { ground: '#101010', ink: '#FFFFFF', accent: '#ffcf5c' }
  expect(await change([], { ...dark, ink: '#555555' })).toMatchObject({
    faults: { ink: expect.stringContaining('7:1') },
  })
  expect(await change([], { ...dark, accent: '#333333' })).toMatchObject({
    faults: { accent: expect.stringContaining('4.5:1') },
  })
  expect(await change([], { ...dark, ground: 'red' })).toMatchObject({ faults: { ground: expect.any(String) } })
  expect(await change([], { ...dark, ground: '#101010;}' })).toMatchObject({ ok: false })
  const site = await publicSite(context)
  const css = async () => (await site.get('/embed/junior-doctors/theme.css')).text()
  expect(await css()).toBe('')
  expect(await (await site.get('/embed/junior-doctors')).text()).not.toContain('theme.css')
  expect(await change([], dark)).toEqual({ ok: true })
  expect(await css()).toMatch(/^:root \{\n {2}color-scheme: dark;\n {2}--paper: #101010;/)
  expect(await (await site.get('/embed/junior-doctors')).text()).toContain('/embed/junior-doctors/theme.css')
  await site.close()
})
