// What came with an email, as the pane shows it: pictures to look at, all else as a list.
import { size } from '../amount.ts'
import type { Submission } from '../desk/submission.ts'

export type StripPicture = {
  position: number
  filename: string
  size: string
  /** Our re-encodings; the file itself is only ever downloaded. */
  href: string
  src: string
  alt: string
  /** Why it cannot be shown, once somebody has tried. */
  parked: string
  placed: boolean
  seen: { number: number; href: string } | null
}

export type Strip = {
  pictures: StripPicture[]
  files: { position: number; filename: string; size: string; contentType: string; words: string; photo: boolean }[]
  /** Why the pictures stay folded until somebody asks for them; '' when they do not. */
  folded: string
  graphic: boolean
}

/** Findings that make a picture one that nobody should meet unasked. */
const sparing = new Set(['graphic', 'abuse', 'threat', 'danger', 'self-harm'])

export function stripOf(email: Submission, slug: string): Strip {
  const href = `/s/${slug}/submissions/${email.number}`
  const shown = email.attachments.filter(file => file.kind !== null)
  const pictures = shown.map((file, at) => {
    const seen = email.seenBefore.find(each => each.position === file.position)
    return {
      ...{ position: file.position, filename: file.filename, size: size(file.size), placed: file.placed },
      href: `${href}/pictures/${file.position}`,
      src: `${href}/pictures/${file.position}?size=small`,
      alt: `Picture ${at + 1} of ${shown.length}, not described yet`,
      parked: email.parkedPictures.find(each => each.position === file.position)?.why ?? '',
      seen: seen ? { number: seen.number, href: `/s/${slug}/submissions/${seen.number}` } : null,
    }
  })
  const files = email.attachments
    .filter(file => file.kind === null)
    .map(file => ({
      ...{ position: file.position, filename: file.filename, size: size(file.size), contentType: file.contentType },
      words: whyNot(file.contentType),
      photo: file.contentType.startsWith('image/'),
    }))
  return { pictures, files, folded: pictures.length > 0 ? foldedFor(email) : '', graphic: email.graphic }
}

function foldedFor(email: Submission): string {
  if (email.graphic) return 'a moderator marked this email as graphic'
  const finding = email.findings.find(each => sparing.has(each.check))
  return finding ? `the checks say “${finding.label}”` : ''
}

const whyNot = (type: string) =>
  type.startsWith('image/') ? 'This kind of picture can’t be shown here.' : 'Listed, not opened.'
