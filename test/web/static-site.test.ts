import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.ts'
import { amendEntry, changePageTop, publishDue, readPageTop, setPinned, withdrawEntry } from '../../src/feed/index.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import { type SiteState, writeSite } from '../../src/web/static-site.ts'
import { approveLetter, editor, type Strike, strike } from '../feed/strike.ts'
import { publicSite } from './public-site.ts'

let context: Strike
let site: Awaited<ReturnType<typeof publicSite>>
let folder: string
let state: SiteState | null
beforeEach(async () => {
  context = await strike()
  site = await publicSite(context)
  folder = mkdtempSync(join(tmpdir(), 'postbag-site-'))
  state = null
})
afterEach(async () => {
  await site.close()
  await context.close()
  rmSync(folder, { recursive: true, force: true })
})

async function publish(name: string): Promise<string> {
  context.clock.at += 1_000
  const { id } = await approveLetter(context, { name, text: `Marmalade of ${name}.` }, 0)
  await publishDue(context)
  return id
}

const config = readConfig({ POSTBAG_BASE_URL: 'https://live.example.org' })
async function write(from: SiteState | null = state) {
  const round = await writeSite(
    { context, config, assets: await bundleAssets(), dev: false },
    'junior-doctors',
    folder,
    from,
  )
  state = round!.state
  return round!
}

const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => statSync(join(folder, file)).isFile())
    .sort()

/** Every page and feed in the folder holds the bytes that the same address answers. */
async function expectSame() {
  for (const file of files().filter(each => !each.startsWith('assets/') && each !== 'embed.js')) {
    const served = await site.get(`/${file.replace(/\/index\.html$/, '')}`)
    expect([file, readFileSync(join(folder, file), 'utf8')]).toEqual([file, await served.text()])
  }
}

test('the folder holds what is served, byte for byte: page, entries, archives, feeds, styles and script', async () => {
  for (let at = 0; at < 52; at++) await publish(`Reader ${at}`)
  await write()
  await expectSame()
  expect(files().filter(file => file.includes('/entries/'))).toHaveLength(52)
  for (const file of [
    'live/junior-doctors/index.html',
    'live/junior-doctors/archive/1/index.html',
    'feeds/junior-doctors/archive/1.atom',
    'feeds/junior-doctors.atom',
  ])
    expect(files()).toContain(file)
  expect(files().filter(file => /^assets\/live-page-\w+\.(css|js)$/.test(file))).toHaveLength(2)
})

test('a second round writes what changed and nothing else; a withdrawal leaves no word behind', async () => {
  const ids: string[] = []
  for (const name of ['Ann', 'Bob', 'Cat', 'Dan']) ids.push(await publish(name))
  await write()
  expect(await write()).toMatchObject({ written: 0, removed: 0 })
  await amendEntry(context, editor, ids[0]!, { revision: 1, text: 'Better of Ann.' })
  await setPinned(context, editor, ids[2]!, true)
  await withdrawEntry(context, editor, ids[1]!, 'legal')
  await publish('Eve')
  expect(await write()).toMatchObject({ removed: 1 })
  await expectSame()
  const all = files()
    .map(file => readFileSync(join(folder, file), 'utf8'))
    .join('')
  expect(all).not.toContain('Marmalade of Bob')
  expect(all).not.toContain('Marmalade of Ann')
  expect(all).toContain('Marmalade of Eve')
  expect(files().filter(file => file.endsWith('.new'))).toEqual([])
})

test('another headline is written everywhere', async () => {
  await publish('Ann')
  await write()
  await changePageTop(context, editor, context.storyId, {
    ...(await readPageTop(context, context.storyId)),
    headline: 'New headline',
  })
  await write()
  await expectSame()
})
