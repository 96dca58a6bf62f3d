import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { linePlot, size } from '../../src/web/plot.ts'
import { inWords } from '../../src/web/statistics.ts'
import { createCaller } from './queue-caller.ts'
import { openQueueDesk, type QueueDesk } from './queue-desk.ts'

let desk: QueueDesk
const caller = createCaller(() => desk)
beforeEach(async () => {
  desk = await openQueueDesk({ emails: 8 })
  await caller.signInAll()
})
afterEach(() => desk.close())

const page = async (range: string, who = 'rob') => (await caller.get(`/s/strike/stats?range=${range}`, who)).text()

test('the page of statistics has plots with a name and their table, links for ranges, and neither script nor style of its own', async () => {
  await caller.submit('/s/strike/submissions/1/rejection', { version: '1', reason: 'Abusive' })
  const html = await page('hour')
  const plots = html.match(/<svg class="plot"[^>]*>/g)!
  expect(plots).toHaveLength(3)
  for (const plot of plots) {
    expect(plot).toContain('role="img"')
    const id = /aria-labelledby="([^"]+)"/.exec(plot)![1]
    expect(html).toMatch(new RegExp(`<title id="${id}">[^<]{10,}</title>`))
  }
  expect(html.match(/<details><summary>The same as a table/g)).toHaveLength(3)
  for (const range of ['hour', 'three-hours', 'day', 'week', 'all'])
    expect(html).toContain(`href="/s/strike/stats?range=${range}"`)
  expect(html).not.toContain('style=')
  expect(html.match(/<script/g)).toHaveLength(1)
  expect((await caller.get('/s/strike/stats?range=century')).status).toBe(400)
})

test('every range answers, also where nothing has happened', async () => {
  for (const range of ['hour', 'three-hours', 'day', 'week', 'all']) expect(await page(range)).toContain('Received')
  const empty = await caller.get('/s/storm/stats?range=all')
  expect(await empty.text()).toContain('Nothing arrived and nothing was decided')
})

test('a table comes as CSV with the page’s own rights, and no cell of it is a formula', async () => {
  await desk.context.db.updateTable('submission').set({ place: '=1+1' }).where('number', '=', 2).execute()
  await caller.submit('/s/strike/submissions/1/rejection', { version: '1' }, 'ann')
  const table = (name: string, who = 'rob') => caller.get(`/s/strike/stats.csv?range=all&table=${name}`, who)
  const places = await table('places')
  expect(places.headers.get('content-type')).toMatch(/^text\/csv/)
  const text = await places.text()
  expect(text).toMatch(/^place,received,approved\r\n/)
  expect(text).toContain(`'=1+1`)
  expect(await (await table('moderators')).text()).not.toContain('Ann Corley')
  expect(await (await table('moderators', 'edith')).text()).toContain('Ann Corley,1,')
  for (const name of ['minutes', 'points-of-view', 'reasons', 'summary']) expect((await table(name)).status).toBe(200)
  expect((await table('addresses')).status).toBe(400)
})

test('lengths of time are said as people say them', () => {
  expect([40_000, 12 * 60_000, 3 * 3_600_000 + 5 * 60_000, 72 * 3_600_000].map(inWords)).toEqual([
    '40 s',
    '12 min',
    '3 h 05 min',
    '3 days',
  ])
})

test('a plot stays inside its frame, whatever the numbers', () => {
  const at = Array.from({ length: 60 }, (_each, index) => index * 60_000)
  for (const top of [0, 1, 7, 1e6]) {
    const plot = linePlot(
      at,
      [{ name: 'received', className: 'x', values: at.map((_each, i) => (top * i) / 59) }],
      'UTC',
    )
    const numbers = [...plot.lines[0]!.path.matchAll(/([\d.]+),([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
    for (const [x, y] of numbers) {
      expect(x).toBeLessThanOrEqual(size.width)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(size.height)
    }
  }
})
