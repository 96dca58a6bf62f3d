// What the mail room makes of a message. Plain data that can cross a thread; offsets are UTF-16 into `original`.

export type Confidence = 'sure' | 'likely' | 'guess'

/** `bad` blocks until an editor looks, `warn` and `info` tell, `ok` reassures. */
export type Level = 'bad' | 'warn' | 'info' | 'ok'

/** Why a stretch of the original was cut from the proposed text. */
export const foldKinds = {
  quote: 'Quoted text',
  forwarded: 'Forwarded message',
  'sign-off': 'Sign-off',
  signature: 'Signature',
  disclaimer: 'Disclaimer',
  footer: 'Footer',
  'call-out': 'Our call-out',
} as const
export type FoldKind = keyof typeof foldKinds
export type Fold = { kind: FoldKind; start: number; end: number }

/** Where a proposal came from. For `header` and `earlier` there is no place in the original: start and end are 0. */
export type Evidence = {
  kind: 'sign-off' | 'text' | 'header' | 'subject' | 'earlier'
  start: number
  end: number
  /** The exact words. */
  words: string
  confidence: Confidence
}

export type Candidate = { field: 'name' | 'place'; value: string; from: Evidence }

export type Finding = { check: string; level: Level; words: string }

export type Attachment = { filename: string; contentType: string; size: number }

export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif'

/** An attachment whose first bytes are a picture's. `placed`: it says where it was taken. */
export type AttachedPicture = { position: number; kind: PictureKind; sha256: string; placed: boolean }

/** Why a machine, not a reader, wrote it; `words` are the header or subject that say so. */
export type Automatic = { why: 'auto-reply' | 'bounce' | 'list' | 'receipt' | 'own'; words: string }

export type Reading = {
  parked: null
  messageId: string | null
  /** RFC 3339, as the Date header says; null when missing or nonsense. */
  date: string | null
  from: { name: string; address: string }
  /** Lower-case addresses of To, Cc, Delivered-To and X-Original-To, in the order routing asks them. */
  to: string[]
  subject: string
  /** The reader's own words: `original` without its folds. */
  text: string
  /** `text` without phone numbers, addresses and the like: what the entry's text begins as. */
  proposed: string
  /** The whole message as text. */
  original: string
  folded: Fold[]
  /** As a newsroom would print it; '' when not found. */
  name: string
  nameFrom: Evidence | null
  place: string
  placeFrom: Evidence | null
  candidates: Candidate[]
  /** The reader asked not to be named. */
  anonymous: boolean
  flags: { autoReply: boolean; bounce: boolean; list: boolean; spam: boolean }
  /** Not null: filed aside, never in the waiting queue. */
  automatic: Automatic | null
  checks: Finding[]
  attachments: Attachment[]
  /** Those of the attachments that can be shown; `position` counts `attachments` from 0. */
  pictures: AttachedPicture[]
  /** Authentication-Results as they stood, the first first: anybody may have written them. */
  authentication: string[]
  /** What was wrong with the message, in words. */
  defects: string[]
}

/** A message beyond the limits: its bytes are kept, and this says why no machine could read it. */
export type ParkedReading = { parked: { why: string } }
