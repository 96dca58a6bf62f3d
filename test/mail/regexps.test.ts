// Readers' words come from strangers, so no pattern of the room may take longer than in proportion to what it reads. A
// checker that turns each pattern into an automaton proves it; where a pattern looks around itself, or has more states
// than can be followed in a moment, it says so, and the bench `linear` measures the whole room on long texts instead.
import { globSync, readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { resolve } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { parseSync } from 'oxc-parser'
import type { checkSync } from 'recheck'

type Pattern = { where: string; source: string; flags: string }

const root = resolve(import.meta.dirname, '../..')
// Files that run something when they are loaded have no pattern of their own.
const files = globSync('src/mail/**/*.ts', { cwd: root }).filter(file => !file.endsWith('worker.ts'))
// In this process: its other ways start programs of their own.
process.env.RECHECK_SYNC_BACKEND = 'pure'
const check: typeof checkSync = createRequire(import.meta.url)('recheck').checkSync
const Original = RegExp

afterAll(() => {
  globalThis.RegExp = Original
})

/** The patterns that are written as literals. */
function written(file: string): Pattern[] {
  const found: Pattern[] = []
  const { program } = parseSync(file, stripTypeScriptTypes(readFileSync(resolve(root, file), 'utf8')), { lang: 'js' })
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (node === null || typeof node !== 'object') return
    const { regex } = node as { regex?: { pattern: string; flags: string } }
    if (regex) found.push({ where: file, source: regex.pattern, flags: regex.flags })
    else Object.values(node).forEach(visit)
  }
  visit(program)
  return found
}

/** Those that the room puts together from parts while it is loaded. */
async function made(): Promise<Pattern[]> {
  const found: Pattern[] = []
  globalThis.RegExp = new Proxy(Original, {
    construct(target, words, self) {
      const { source, flags } = Reflect.construct(target, words, self) as RegExp
      const by = /src\/mail\/[\w/-]+\.ts/.exec(new Error().stack?.split('\n')[2] ?? '')
      if (by) found.push({ where: by[0], source, flags })
      return new Original(source, flags)
    },
  })
  for (const file of files) await import(`../../${file}`)
  globalThis.RegExp = Original
  return found
}

test('the patterns of the room are linear, as far as an automaton can prove it', async () => {
  const patterns = [...files.flatMap(written), ...(await made())]
  expect(patterns.length).toBeGreaterThan(600)
  const judged = { safe: 0, unknown: 0 }
  const slow: string[] = []
  for (const { where, source, flags } of patterns) {
    const found = check(source, flags, { checker: 'automaton', timeout: 100 })
    if (found.status === 'vulnerable') slow.push(`${where}: ${found.complexity.summary}: /${source}/${flags}`)
    else judged[found.status]++
  }
  expect(slow).toEqual([])
  expect(judged.safe).toBeGreaterThan(400)
}, 240_000)

test('the checker finds a pattern that grows with the square', () => {
  expect(check('\\s+$', '', { checker: 'automaton' })).toMatchObject({
    status: 'vulnerable',
    complexity: { type: 'polynomial', degree: 2 },
  })
})
