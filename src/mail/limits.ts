// How much of a message one reading may cost (RELIABILITY R5). Beyond these it is parked with its reason.

export const limits = {
  headerBytes: 256 * 1024,
  headerFields: 2_000,
  parts: 200,
  depth: 20,
  attachments: 20,
  htmlBytes: 512 * 1024,
  htmlDepth: 500,
  /** UTF-16 units of text kept; the rest is cut and said so in the defects. */
  text: 200 * 1024,
  addresses: 200,
} as const

/** The message is beyond the limits: `message` is the sentence a moderator reads. */
export class BeyondLimits extends Error {}
