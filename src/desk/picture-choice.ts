// What a moderator chose of an email's pictures, and what it still lacks before it may be published.
import { cleanLine } from '../safe.ts'
import type { Aspect, ConsentAnswer, Sizes } from '../store/index.ts'
import { aspects, type Cut } from './pictures.ts'
import type { Why } from './refusal.ts'

export type Permission = 'found' | 'asked' | ''

export type PictureWish = Cut & { alt: string; credit: string; permission: Permission }
/** With the re-encoding that would be published. */
export type ChosenPicture = PictureWish & { sizes: Sizes }

/** How permission was given, in words of the consent ledger. */
export const permissions: Record<Exclude<Permission, ''>, string> = {
  found: 'Permission found in the email',
  asked: 'Permission asked for and given',
}

/** A picture needs words for those who do not see it, and a word of its owner; a written no outweighs both. */
export function pictureFault(picture: PictureWish, allowed: ConsentAnswer | null): Why | null {
  if (allowed === 'no') return 'picture-forbidden'
  if (cleanLine(picture.alt) === '') return 'no-alt'
  return picture.permission === '' ? 'no-permission' : null
}

/** As a draft keeps it. */
export const choiceToText = (wish: PictureWish): string =>
  JSON.stringify({ ...wish, alt: cleanLine(wish.alt, 500), credit: cleanLine(wish.credit, 120) })

/** Null: none, or one that nobody could have chosen. */
export function choiceFromText(text: string): PictureWish | null {
  if (text === '') return null
  const { position, aspect, focal, alt, credit, permission } = JSON.parse(text) as PictureWish
  return (aspect as Aspect) in aspects ? { position, aspect, focal, alt, credit, permission } : null
}
