// Writes the settings table of README.md and the file .env.example from the table in src/settings.ts.
// Run: node scripts/settings-table.ts. A test compares all three.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { settings } from '../src/settings.ts'

const begin = '<!-- settings: written by scripts/settings-table.ts -->'
const end = '<!-- end of settings -->'

/** The table in Markdown, a setting a line. */
export function settingsTable(): string {
  const rows = settings.map(({ name, default: value, meaning }) => {
    const shown = value === '' ? '' : `\`${value}\``
    return `| \`${name}\` | ${shown} | ${meaning.replaceAll('|', '\\|')} |`
  })
  return ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n')
}

/** `text` with the table between the two markers. Throws when a marker is missing. */
export function withSettings(text: string): string {
  const [head, rest] = text.split(begin)
  const tail = rest?.split(end)[1]
  if (head === undefined || tail === undefined) throw new Error('README.md has lost the markers of its settings table')
  return `${head}${begin}\n${settingsTable()}\n${end}${tail}`
}

/** Every setting with its default, commented out. */
export function envExample(): string {
  const blocks = settings.map(({ name, default: value, meaning }) => `# ${meaning}\n#${name}=${value}\n`)
  return ['# Copy to .env and take the # off the lines you change.\n', ...blocks].join('\n')
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..')
  writeFileSync(resolve(root, '.env.example'), envExample())
  writeFileSync(resolve(root, 'README.md'), withSettings(readFileSync(resolve(root, 'README.md'), 'utf8')))
}
