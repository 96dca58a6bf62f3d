// Passwords that were stolen elsewhere, looked up in a file on this computer: no part of a password is sent to anybody.
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Longer than any line: forty signs of the hash, a colon, a count. */
const lineRoom = 128

/**
 * Whether a password stands in a file of SHA-1 hashes in ascending order, `HASH:COUNT` a line: the form in which Have I
 * Been Pwned gives its list out. About thirty short reads for a thousand million lines. Throws when it cannot be read.
 */
export function isStolen(file: string, password: string): boolean {
  // The list has the hashes that it has; nothing of ours rests on SHA-1.
  const wanted = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase()
  const handle = openSync(file, 'r')
  try {
    let [low, high] = [0, fstatSync(handle).size]
    // The line that is looked for, if there is one, begins at `low` or after it, and before `high`.
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const line = lineFrom(handle, middle)
      if (line === null || line.start >= high || line.hash > wanted) high = middle
      else if (line.hash === wanted) return true
      else low = line.end
    }
    return false
  } finally {
    closeSync(handle)
  }
}

/** The first line that begins at a place or after it; null: none does. */
function lineFrom(handle: number, place: number): { start: number; end: number; hash: string } | null {
  const from = Math.max(0, place - 1)
  const room = Buffer.alloc(2 * lineRoom)
  const text = room.toString('latin1', 0, readSync(handle, room, 0, room.length, from))
  const start = place === 0 ? 0 : text.indexOf('\n') + 1
  if (start >= text.length || (place > 0 && start === 0)) return null
  const end = text.indexOf('\n', start)
  return {
    start: from + start,
    end: from + (end < 0 ? text.length : end + 1),
    hash: text.slice(start, start + 40).toUpperCase(),
  }
}
