// A story that was taken down: one sentence at every public address and in the export folder, and everything back after.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.ts'
import { publishDue, resumePublishing, stopPublishing } from '../../src/feed/index.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import { type SiteState, writeSite } from '../../src/web/static-site.ts'
import { approveLetter, editor, strike } from '../feed/strike.ts'
import { publicSite } from './public-site.ts'

const story = '/live/junior-doctors'
const feeds = ['.atom', '.rss', '.json', '.ninjs.json', '.txt', '.csv'].map(ending => `/feeds/junior-doctors${ending}`)

test('taken down, every public address and every exported file holds one sentence and no word; lifted, all is back', async () => {
  const context = await strike()
  const site = await publicSite(context)
  const folder = mkdtempSync(join(tmpdir(), 'postbag-stop-'))
  const config = readConfig({ POSTBAG_BASE_URL: 'https://live.example.org' })
  const parts = { context, config, assets: await bundleAssets(), dev: false }
  let state: SiteState | null = null
  const write = async () => {
    state = (await writeSite(parts, 'junior-doctors', folder, state))!.state
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => !file.startsWith('assets') && statSync(join(folder, file)).isFile())
      .sort()
  }
  const { id } = await approveLetter(context, { name: 'Katherine', text: 'Marmalade.' }, 0)
  await publishDue(context)
  const addresses = [story, `${story}/entries/${id}`, '/embed/junior-doctors', ...feeds, '/feeds/junior-doctors/events']
  const changes = '/feeds/junior-doctors/changes.json?since=0'
  const before = await write()
  const page = await (await site.get(story)).text()
  await stopPublishing(context, editor, context.storyId, { how: 'down', words: 'This page is being checked.' })
  for (const address of [...addresses, changes]) {
    const answer = await site.get(address)
    const text = await answer.text()
    expect([address, answer.status, answer.headers.get('cache-control')]).toEqual([address, 503, 'no-store'])
    expect([address, text.includes('This page is being checked.'), text.includes('Marmalade')]).toEqual([
      address,
      true,
      false,
    ])
  }
  const left = await write()
  for (const file of left)
    expect([file, readFileSync(join(folder, file), 'utf8').includes('Marmalade')]).toEqual([file, false])
  expect(left.filter(file => file.startsWith('feeds'))).toEqual([])
  expect(readFileSync(join(folder, 'live/junior-doctors/index.html'), 'utf8')).toContain('This page is being checked.')
  await resumePublishing(context, editor, context.storyId)
  expect(await (await site.get(story)).text()).toBe(page)
  expect((await site.get(changes)).status).toBe(200)
  expect(await write()).toEqual(before)
  expect(readFileSync(join(folder, 'live/junior-doctors/index.html'), 'utf8')).toBe(page)
  await site.close()
  await context.close()
  rmSync(folder, { recursive: true })
})
