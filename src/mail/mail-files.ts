// Mail on disk: which files under a path are mail, and the messages in each (.eml files, mbox files, Maildir folders).
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { looksLikeMbox, splitMbox } from './mbox.ts'

/** `passedOver`: its name says that it is something else; `error`: it cannot be looked at. */
export type MailFile = { file: string; modifiedAt: number } | { file: string; passedOver: true } | UnreadableFile

export type UnreadableFile = { file: string; error: NodeJS.ErrnoException }

/** Its bytes, at most so many as were asked for, and how many there are in all. */
export type FileMessage = { raw: Buffer; size: number }

/** What lies beside mail in people's folders. Everything else is taken for mail, however it begins: a damaged email is one, too. */
const foreign = /\.(?:json|jsonl|md|csv|pdf|docx?|xlsx?|png|jpe?g|gif|webp|zip|gz|html?|xml|ya?ml|js|ts|py|sh|log)$/i

/**
 * The files under a path, folders in the order of their names. A file that was named itself is always mail, and so is
 * whatever stands in a Maildir's `cur` and `new`; what is in `tmp` is not mail yet, and hidden files are nobody's.
 */
export async function* mailFiles(path: string): AsyncGenerator<MailFile> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) yield* filesIn(path)
    else yield { file: path, modifiedAt: facts.mtimeMs }
  } catch (error) {
    yield { file: path, error: error as NodeJS.ErrnoException }
  }
}

async function* filesIn(folder: string): AsyncGenerator<MailFile> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )
  const isMaildir = ['cur', 'new'].every(name => entries.some(entry => entry.name === name && entry.isDirectory()))
  const delivered = /(?:^|[/\\])(?:cur|new)$/.test(folder)
  for (const entry of entries) {
    const file = join(folder, entry.name)
    const hidden = entry.name.startsWith('.')
    // A Maildir keeps notes of its own beside cur and new, and its further folders behind a dot (Maildir++).
    if (isMaildir) {
      if (entry.isDirectory() && (hidden || entry.name === 'cur' || entry.name === 'new')) yield* mailFiles(file)
    } else if (hidden) continue
    else if (!delivered && !entry.isDirectory() && foreign.test(entry.name)) yield { file, passedOver: true }
    else yield* mailFiles(file)
  }
}

/** The messages of a file in order, one at a time; of each at most `most` bytes. Throws when it cannot be read. */
export async function* messagesIn(file: string, most: number): AsyncGenerator<FileMessage> {
  const handle = await open(file)
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) {
      // A pipe: it has no size and can be read once.
      const raw = await handle.readFile()
      yield { raw: raw.subarray(0, most), size: raw.length }
      return
    }
    const { size } = facts
    if (looksLikeMbox(await readStart(handle, Math.min(size, 1024))))
      for await (const raw of splitMbox(createReadStream(file), most)) yield { raw, size: raw.length }
    else yield { raw: await readStart(handle, Math.min(size, most)), size }
  } finally {
    await handle.close()
  }
}

async function readStart(handle: Awaited<ReturnType<typeof open>>, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0)
  return buffer.subarray(0, bytesRead)
}
