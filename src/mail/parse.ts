// The engine of the command `parse`: the Reading of every message in files, mbox files, folders and Maildirs.
import { createReadStream } from 'node:fs'
import { open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { looksLikeMbox, splitMbox } from './mbox.ts'
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
    for await (const file of filesUnder(path)) {
      if (typeof file !== 'string') yield file
      else yield* messagesOf(file)
    }
}

/** The files under a path, in name order; dot files are left out, as are a Maildir's `tmp` folders. */
async function* filesUnder(path: string): AsyncGenerator<string | UnreadablePath> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield path
      return
    }
    const entries = await readdir(path, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    const maildir = entries.some(entry => entry.name === 'cur' && entry.isDirectory())
    for (const entry of entries) {
      const inMaildirFolder = maildir && entry.isDirectory() && entry.name.startsWith('.')
      if ((entry.name.startsWith('.') && !inMaildirFolder) || (maildir && entry.name === 'tmp')) continue
      if (maildir && !entry.isDirectory()) continue
      yield* filesUnder(join(path, entry.name))
    }
  } catch (error) {
    yield { file: path, unreadable: describeFault(error) }
  }
}

async function* messagesOf(file: string): AsyncGenerator<Source> {
  try {
    const handle = await open(file)
    const start = Buffer.alloc(400)
    const { bytesRead } = await handle.read(start, 0, 400, 0)
    const size = (await handle.stat()).size
    await handle.close()
    if (looksLikeMbox(start.subarray(0, bytesRead))) {
      let index = 0
      for await (const raw of splitMbox(createReadStream(file), messageBytes + 1)) yield gate(file, index++, raw)
    } else if (size > messageBytes) yield { file, index: 0, why: tooLarge }
    else yield gate(file, 0, await readFile(file))
  } catch (error) {
    yield { file, unreadable: describeFault(error) }
  }
}

const tooLarge = 'The message is larger than 32 MB.'

const gate = (file: string, index: number, raw: Buffer): Source =>
  raw.length > messageBytes ? { file, index, why: tooLarge } : { file, index, raw }

const describeFault = (error: unknown): string => {
  const { code } = error as { code?: string }
  if (code === 'ENOENT') return 'there is no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read (permissions)'
  return `it could not be read (${code ?? String(error)})`
}
