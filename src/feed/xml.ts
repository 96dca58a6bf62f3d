// XML is only written, never parsed, and only by the library.
import { create } from 'xmlbuilder2'

/** An element of a document: attributes begin with `@`, text is `#`, a list repeats the element. */
export type XmlTree = { [name: string]: unknown }

/** The tree as an XML 1.0 document; what XML cannot hold (section 2.2: most control characters) is dropped. */
export const toXml = (tree: XmlTree): string =>
  create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' }, escaped(tree) as XmlTree).end()

/**
 * xmlbuilder2 (seen with 4.0.3) decodes entities in the text it is given, numbers after names, and then leaves every
 * ampersand that looks like one alone: the text `&lt;script&gt;` would be read back as `<script>`, and `&#x110000;`
 * would throw. Written out twice, an ampersand comes through as it was.
 */
function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('&', '&amp;amp;')
  if (Array.isArray(value)) return value.map(escaped)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escaped(inner)]))
}
