// Letters that came through a web form: labelled lines (“Name: Jane Poole”, “Location: Poole”) and then the message.
import type { Line } from './lines.ts'

const field =
  /^[*_]?(?:your |full |first |last |sender'?s? )?(?:name|surname|forename|location|town|town\/city|city|place|county|country|region|e-?mail|e-?mail address|phone|telephone|tel|mobile|phone number|contact number|telephone number|age|postcode|post code|address|subject|topic|story|date|time|ip|ip address|page|url|referrer|user agent|submitted|form|permission to (?:publish|use)|happy to be contacted)[*_]?\s?:[*_]?(?:\s|$)/i
const message =
  /^[*_]?(?:your )?(?:message|comments?|view|views|question|story|opinion|details|text|feedback)[*_]?\s?:[*_]?\s*/i

/** Marks the labels of a form when two or more of them stand together. What follows “Message:” stays the reader's. */
export function markForm(lines: Line[]): void {
  const labelled = lines.filter(line => line.fold === null && line.depth === 0 && field.test(line.text))
  if (labelled.length < 2 || !labelled.some(line => /name|e-?mail/i.test(line.text.split(':')[0]!))) return
  for (const line of labelled) line.fold = 'signature'
  const at = lines.findIndex(line => line.fold === null && message.test(line.text))
  if (at < 0) return
  const line = lines[at]!
  const label = message.exec(line.text)![0]
  if (label.length === line.text.length) line.fold = 'signature'
  else {
    const middle = line.end - (line.text.length - label.length)
    lines.splice(at, 0, { ...line, end: middle, text: label.trim(), fold: 'signature' })
    line.start = middle
    line.text = line.text.slice(label.length)
  }
}
