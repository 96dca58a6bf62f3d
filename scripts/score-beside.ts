// The known libraries beside ours on the same labelled sets: how much of a letter each leaves exactly as it should.
import { readdirSync, readFileSync } from 'node:fs'
import EmailReplyParser from 'email-reply-parser'
import { simpleParser } from 'mailparser'
// @ts-expect-error planer brings no types.
import planer from 'planer'
import { readMessage } from '../src/mail/read.ts'
import { bare, type Expected, fixtures, line, missing, sets } from './score-sets.ts'

type Reader = (text: string, raw: Buffer) => string | Promise<string>

const own: Reader = async (_, raw) => (await readMessage(raw)).text
const readers: Record<string, Reader> = {
  'mailparser alone': text => text,
  planer: text => planer.extractFrom(text, 'text/plain'),
  'email-reply-parser': text => new EmailReplyParser().parseReply(text),
  'planer, then that': text => new EmailReplyParser().parseReply(planer.extractFrom(text, 'text/plain')),
  'this reader': own,
}

/** A table of one set, a line for each reader, of the letters that have words of their own. */
export async function beside(set: keyof typeof sets): Promise<string> {
  const folder = new URL(`${sets[set].folder}/`, fixtures)
  const tallies = Object.keys(readers).map(name => ({ name, all: 0, exact: 0, left: 0, cut: 0, failed: 0 }))
  for (const file of readdirSync(folder).filter(name => name.endsWith('.eml') && sets[set].keep(name))) {
    const expected: Expected = JSON.parse(readFileSync(new URL(file.replace(/eml$/, 'json'), folder), 'utf8'))
    if (expected.text === undefined) continue
    const raw = readFileSync(new URL(file, folder))
    const text = (await simpleParser(raw)).text ?? ''
    for (const tally of tallies) {
      tally.all++
      try {
        const got = await readers[tally.name]!(text, raw)
        if (bare(got) === bare(expected.text)) tally.exact++
        if (missing(got, expected.text) > 0) tally.left++
        if (missing(expected.text, got) > 0) tally.cut++
      } catch {
        tally.failed++
      }
    }
  }
  const rows = tallies.map(({ name, all, exact, left, cut, failed }) => line([name, all, exact, left, cut, failed]))
  return `${line([`${set}:`, 'all', 'exact', 'left', 'cut', 'failed'])}${rows.join('')}\n`
}
