// Which tests carry which item: the tags in their names.
import { filesBelow, textOf } from './files.ts'

/** By number of the item: `file: name of the test`, each. */
export function carriers(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of filesBelow('test').filter(each => each.endsWith('.test.ts') && each !== 'test/house/asvs.test.ts'))
    for (const line of textOf(file).split('\n'))
      for (const [, number] of line.matchAll(/\[ASVS (\d+\.\d+\.\d+)\]/g)) {
        const name = line.replace(/^[^'`]*['`]|['`][^'`]*$|\s*\[(?:ASVS [\d.]+|T\d+)\]/g, '')
        found.set(number!, [...(found.get(number!) ?? []), `${file}: ${name}`])
      }
  return found
}
