// The project's own files, as the house tests read them.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** What running and testing leave behind at the top: the folders of .gitignore. */
export const made = new Set(['node_modules', '.git', 'data', '.demo', '.test', '.bench', 'coverage'])

/** Paths of all files below a folder, relative to the project, with `/`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => folder !== '.' || !made.has(entry.name))
    .flatMap(entry => {
      const path = relative(root, join(root, folder, entry.name)).replaceAll('\\', '/')
      return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : []
    })
    .sort()
}

export const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

export const sizeOf = (path: string) => statSync(join(root, path)).size
