// The engine of the command `parse`: the Reading of every message in files, mbox files, folders and Maildirs.
import { mailFiles, messagesIn } from './mail-files.ts'
import type { Reader } from './pool.ts'
import type { ParkedReading, Reading } from './reading.ts'

/** A message's line: the Reading (DESIGN's contract) with the file it stands in and its number in an mbox, from 0. */
export type ParsedLine = { file: string; index: number } & (Reading | ParkedReading)

/** A path that cannot be read: the one fault for which `parse` ends with exit code 2. */
export type UnreadablePath = { file: string; unreadable: string }

/** Above this a message is parked unread (RELIABILITY R6 takes 25 MB whole). */
const messageBytes = 32 * 1024 * 1024
const ahead = 64
const bytesAhead = 32 * 1024 * 1024

type Source =
  | { file: string; index: number; raw: Buffer }
  | { file: string; index: number; why: string }
  | UnreadablePath

/** Reads every message under `paths`, answering in order; a bounded number of them is in memory at any time. */
export async function* parsePaths(reader: Reader, paths: string[]): AsyncGenerator<ParsedLine | UnreadablePath> {
  const pending: { line: Promise<ParsedLine | UnreadablePath>; size: number }[] = []
  let bytes = 0
  for await (const source of sources(paths)) {
    const size = 'raw' in source ? source.raw.length : 0
    pending.push({ line: readSource(reader, source), size })
    bytes += size
    while (pending.length > ahead || bytes > bytesAhead) {
      const first = pending.shift()
      if (!first) break
      bytes -= first.size
      yield await first.line
    }
  }
  for (const { line } of pending) yield await line
}

async function readSource(reader: Reader, source: Source): Promise<ParsedLine | UnreadablePath> {
  if ('unreadable' in source) return source
  const { file, index } = source
  if ('why' in source) return { file, index, parked: { why: source.why } }
  return { file, index, ...(await reader.read(source.raw)) }
}

async function* sources(paths: string[]): AsyncGenerator<Source> {
  for (const path of paths)
    for await (const found of mailFiles(path)) {
      if ('error' in found) yield { file: found.file, unreadable: describeFault(found.error) }
      else if (!('passedOver' in found)) yield* messagesOf(found.file)
    }
}

async function* messagesOf(file: string): AsyncGenerator<Source> {
  try {
    let index = 0
    for await (const { raw, size } of messagesIn(file, messageBytes + 1)) yield gate(file, index++, raw, size)
  } catch (error) {
    yield { file, unreadable: describeFault(error) }
  }
}

const tooLarge = 'The message is larger than 32 MB.'

const gate = (file: string, index: number, raw: Buffer, size: number): Source =>
  size > messageBytes ? { file, index, why: tooLarge } : { file, index, raw }

const describeFault = (error: unknown): string => {
  const { code } = error as { code?: string }
  if (code === 'ENOENT') return 'there is no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read (permissions)'
  return `it could not be read (${code ?? String(error)})`
}
