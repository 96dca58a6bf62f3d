// XML is only written, never parsed, and only by the library.
import { create } from 'xmlbuilder2'

/** An element of a document: attributes begin with `@`, text is `#`, a list repeats the element. */
export type XmlTree = { [name: string]: unknown }

/** The tree as an XML 1.0 document; what XML cannot hold (section 2.2: most control characters) is dropped. */
export const toXml = (tree: XmlTree): string =>
  create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: '' }, tree).end()
