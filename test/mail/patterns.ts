// Every pattern of the reading room: those written as literals, and those put together while it is loaded.
import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { resolve } from 'node:path'
import { parseSync } from 'oxc-parser'

export type Pattern = { where: string; source: string; flags: string }

const root = resolve(import.meta.dirname, '../..')
// Files that run something when they are loaded have no pattern of their own.
const files = globSync('src/mail/**/*.ts', { cwd: root }).filter(file => !file.endsWith('worker.ts'))
const Original = RegExp

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
  try {
    for (const file of files) await import(`../../${file}`)
  } finally {
    globalThis.RegExp = Original
  }
  return found
}

/** All of them. To be asked before anything else of the room is loaded, or those made at loading are not seen. */
export const patternsOfTheRoom = async (): Promise<Pattern[]> => [...files.flatMap(written), ...(await made())]
