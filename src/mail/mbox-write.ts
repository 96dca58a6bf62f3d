// Messages written into an mbox file (RFC 4155, mboxrd quoting): the other direction of `splitMbox`.

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A message as its part of an mbox file: separator, quoted lines, blank line. `at`: epoch milliseconds of its arrival. */
export function mboxPart(raw: Uint8Array, at: number): Buffer {
  const text = Buffer.from(raw)
    .toString('latin1')
    .replace(/^>*From /gm, '>$&')
  const end = text.endsWith('\n') ? '\n' : '\n\n'
  return Buffer.from(`From MAILER-DAEMON ${asctime(at)}\n${text}${end}`, 'latin1')
}

/** `Tue Apr 26 07:45:00 2016`, in UTC, as C's asctime writes it. */
function asctime(at: number): string {
  const date = new Date(at)
  const day = String(date.getUTCDate()).padStart(2, ' ')
  const time = date.toISOString().slice(11, 19)
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${day} ${time} ${date.getUTCFullYear()}`
}
