// What a letter of the demo mailbox is made of. `compose.ts` turns one into the bytes a mail server would hold.
import type { Picture } from '../pictures.ts'

/** The program it was written with: decides the form of the message, its headers and its telltale last line. */
export type Device =
  | 'iphone'
  | 'ipad'
  | 'samsung'
  | 'blackberry'
  | 'windows-phone'
  | 'gmail'
  | 'gmail-phone'
  | 'outlook'
  | 'outlook-com'
  | 'yahoo'
  | 'apple-mail'
  | 'thunderbird'
  | 'webmail'
  | 'plain'
  | 'none'

export type Letter = {
  /** As in the From header: `Katherine Sefton <k.sefton@post.example>`, or a bare address. */
  from: string
  subject: string
  body: string
  /** `plain` when left out. */
  by?: Device
  /** The character set of the text part; the device's own when left out. */
  charset?: string
  /** What the Content-Type says when that is not the truth. */
  declares?: string
  to?: string
  /** Further headers, or others in place of the ordinary ones; null leaves one out. */
  headers?: Record<string, string | null>
  pictures?: Picture[]
  files?: { name: string; type: string; body: string }[]
  /** The HTML part, where it is not simply the body in paragraphs. */
  html?: string
  /** Sent again without any change: the same bytes twice. */
  twice?: boolean
}

export const callOut = 'haveyoursay@example.org'
