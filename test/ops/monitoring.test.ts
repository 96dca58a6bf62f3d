// The alert rules and the dashboard name figures that Postbag really gives, and the unit and settings name real things.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.ts'
import { settings } from '../../src/settings.ts'
import { watchLoop } from '../../src/web/health.ts'
import { metricsText } from '../../src/web/metrics.ts'
import type { WebParts } from '../../src/web/route.ts'
import { testContext } from '../context.ts'

const ops = resolve(import.meta.dirname, '../../scripts/ops')
const read = (name: string) => readFileSync(join(ops, name), 'utf8')
const context = await testContext()
afterAll(() => context.close())

async function figures(): Promise<Set<string>> {
  const loop = watchLoop()
  const text = await metricsText({ context, config: readConfig({}) } as unknown as WebParts, loop)
  loop.disable()
  return new Set(text.match(/(?<=^# TYPE )\S+/gm))
}

const named = (text: string) => [...new Set(text.match(/postbag_[a-z0-9_]+/g))]

test('every figure in an alert rule is one that /metrics gives', async () => {
  const given = await figures()
  const asked = named(read('alerts.yml'))
  expect(asked.length).toBeGreaterThan(8)
  expect(asked.filter(name => !given.has(name))).toEqual([])
})

test('the dashboard is JSON, its panels lie beside each other, and it shows every figure', async () => {
  const dashboard = JSON.parse(read('dashboard.json')) as {
    panels: { id: number; gridPos: Record<'x' | 'y' | 'w' | 'h', number> }[]
  }
  const given = await figures()
  const shown = named(JSON.stringify(dashboard))
  expect(shown.filter(name => !given.has(name))).toEqual([])
  expect([...given].filter(name => !shown.includes(name) && name !== 'postbag_backup_failed')).toEqual([])
  const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
  )
  expect(new Set(cells).size).toBe(cells.length)
  expect(new Set(dashboard.panels.map(panel => panel.id)).size).toBe(dashboard.panels.length)
})

test('each alert has its row in the table of what to do', () => {
  const alerts = [...read('alerts.yml').matchAll(/- alert: (\w+)/g)].map(match => match[1]!)
  const rows = [...read('README.md').matchAll(/^\| (Postbag\w+) +\|/gm)].map(match => match[1]!)
  expect(rows.sort()).toEqual(alerts.sort())
})

test('the settings of an installation are settings of Postbag, and good ones', () => {
  const lines = read('postbag.env')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
  const given = Object.fromEntries(lines.map(line => line.split(/=(.*)/s).slice(0, 2) as [string, string]))
  expect(Object.keys(given).filter(name => !settings.some(setting => setting.name === name))).toEqual([])
  expect(readConfig(given)).toMatchObject({ baseUrl: 'https://postbag.example.org', trustProxy: ['127.0.0.1', '::1'] })
})

test('the unit runs a file that is there, and writes only where the layout says [ASVS 13.2.2]', () => {
  const unit = read('postbag.service')
  const [, program, file] = /ExecStart=\/opt\/postbag\/(\S+) (\S+) serve/.exec(unit)!
  for (const each of [program!, file!]) expect([each, existsSync(resolve(ops, '../..', each))]).toEqual([each, true])
  expect(unit).toContain('StateDirectory=postbag')
  expect(unit).toContain('ReadWritePaths=/var/backups/postbag')
})
