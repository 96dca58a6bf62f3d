// The only file that knows mailparser: it reads addresses, dates and encoded words. Bodies never reach it, because it
// throws on deep or long ones and gives no bytes back from which a wrong charset could be mended (RELIABILITY section 3).
import { type AddressObject, type EmailAddress, type HeaderValue, MailParser } from 'mailparser'
import { cleanLine } from '../safe.ts'
import { type Field, fieldValue, fieldValues } from './fields.ts'
import { limits } from './limits.ts'

export type Head = {
  messageId: string | null
  date: string | null
  from: { name: string; address: string }
  to: string[]
  subject: string
  replyTo: string
}

const wanted = new Set(['from', 'to', 'cc', 'subject', 'reply-to', 'sender'])

/**
 * The step of mailparser that reads a header. A whole parser, with its three streams, is made for a message and costs
 * eight times as much as reading its header; nothing of what it keeps is touched by this step, so one does for all.
 */
const parser = new MailParser() as unknown as {
  processHeaders: (lines: { key: string; line: string }[]) => Map<string, HeaderValue>
}

/** Bytes as letters, as mailparser takes a line. */
const asBytes = (text: string): string => Buffer.from(text).toString('latin1')

function headersOf(fields: Field[]): Map<string, HeaderValue> {
  const lines = fields
    .filter(field => wanted.has(field.key))
    .map(({ key, value }) => ({ key, line: asBytes(`${key}: ${asWord(key, mendWords(value.slice(0, 20_000)))}`) }))
  try {
    return parser.processHeaders(lines)
  } catch {
    return new Map()
  }
}

/** The facts of a header. Never throws: what mailparser cannot read is left empty. */
export function readHead(fields: Field[]): Head {
  const headers = headersOf(fields)
  const named = (key: string) => addresses(headers.get(key) as AddressObject | AddressObject[] | undefined)
  const sender = named('from')[0] ?? named('sender')[0]
  return {
    messageId: messageId(fieldValue(fields, 'message-id')),
    date: dateOf(fieldValue(fields, 'date')),
    from: { name: cleanLine(sender?.name ?? '', 200), address: cleanAddress(sender?.address ?? '') },
    to: recipients(fields, [...named('to'), ...named('cc')]),
    subject: cleanLine((headers.get('subject') as string | undefined) ?? ''),
    replyTo: cleanAddress(named('reply-to')[0]?.address ?? ''),
  }
}

function addresses(given: AddressObject | AddressObject[] | undefined): EmailAddress[] {
  const lists = given === undefined ? [] : Array.isArray(given) ? given : [given]
  const all = lists.flatMap(list => list.value ?? []).slice(0, limits.addresses)
  return all.flatMap(entry => (entry.group ? entry.group : [entry])).slice(0, limits.addresses)
}

/** Lower case, one line, something on both sides of one `@`; else ''. */
function cleanAddress(raw: string): string {
  const address = cleanLine(raw, 320).toLowerCase()
  return /^[^\s@<>"(),;]+@[^\s@<>"(),;]+$/.test(address) ? address : ''
}

/** Delivered-To and X-Original-To first: they name the box that took the mail, To may be a list or a friend. */
function recipients(fields: Field[], named: EmailAddress[]): string[] {
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to']
    .flatMap(key => fieldValues(fields, key))
    .slice(0, 20)
    .map(value => value.replace(/[<>]/g, '').trim())
  const all = [...named.map(entry => entry.address ?? ''), ...delivered].map(cleanAddress)
  return [...new Set(all.filter(Boolean))]
}

/** Without its angle brackets; null when missing or empty. Identity never depends on it. */
function messageId(raw: string): string | null {
  const inner = /<([^<>]{1,998})>/.exec(raw)?.[1] ?? raw
  return cleanLine(inner, 250).replace(/\s/g, '') || null
}

const months = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** A date as RFC 5322 section 3.3 writes it, which nearly all are: many times quicker than Date.parse. */
function standardDate(raw: string): number | null {
  const match =
    /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)(?: \([^()]*\))?$/.exec(
      raw,
    )
  if (!match) return null
  const month = months.indexOf(match[2]!.toLowerCase()) / 3
  const [day, , year, hour, minute, second, , zoneHours, zoneMinutes] = match.slice(1).map(Number)
  if (!Number.isInteger(month) || month < 0 || day! > 31 || hour! > 23 || minute! > 59 || second! > 60) return null
  const zone = (zoneHours! * 60 + zoneMinutes!) * (match[7] === '-' ? -1 : 1)
  return Date.UTC(year!, month, day!, hour!, minute!, second!) - zone * 60_000
}

/** mailparser answers *now* for a nonsense date (observed, 3.9.31), so we judge for ourselves. */
function dateOf(raw: string): string | null {
  const at =
    standardDate(raw) ??
    Date.parse(
      raw
        .replace(/\([^()]*\)/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 100),
    )
  if (Number.isNaN(at) || !/\d{4}|\d\d:\d\d/.test(raw)) return null
  const date = new Date(at)
  return date.getUTCFullYear() < 1970 || date.getUTCFullYear() > 9999 ? null : date.toISOString()
}

/** mailparser trims bytes, so a bare subject that ends in “à” or “신” (…A0) would lose its last letter: it goes as a word. */
const asWord = (key: string, value: string): string =>
  key === 'subject' && /[^\x00-\x7f]$/.test(value) && !value.includes('=?')
    ? `=?utf-8?B?${Buffer.from(value).toString('base64')}?=`
    : value

/** An encoded word that says UTF-8 and is not is mostly windows-1252: told so, mailparser reads it right. */
function mendWords(value: string): string {
  if (!value.includes('=?')) return value
  return value.replace(/=\?(utf-8|us-ascii)\?q\?([^?]{0,200})\?=/gi, (word, _charset, text: string) => {
    const bytes = Buffer.from(
      text.replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    )
    return bytes.toString('utf8').includes('\ufffd') ? `=?windows-1252?Q?${text}?=` : word
  })
}
