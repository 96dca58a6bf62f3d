// The fields of the entry's form that are about its picture: what they send, and what they show.
import { z } from 'zod'
import type { ChosenPicture, PictureWish } from '../desk/picture-choice.ts'
import { aspects, centre, renditionOf } from '../desk/pictures.ts'
import type { Submission } from '../desk/submission.ts'
import { nameWithheld } from '../feed/index.ts'
import type { Aspect } from '../store/index.ts'
import type { PictureView } from './live-entry.ts'
import { aspectField, focalField } from './pictures.ts'
import type { Web } from './route.ts'
import type { Strip } from './strip.ts'

export const photoFields = {
  photo: z
    .string()
    .regex(/^\d{0,4}$/)
    .optional(),
  aspect: aspectField.optional(),
  focal: focalField.optional(),
  alt: z.string().max(2000).optional(),
  credit: z.string().max(500).optional(),
  permission: z.enum(['found', 'asked', '']).optional(),
}
type PhotoBody = z.infer<z.ZodObject<typeof photoFields>>

/** What was chosen: null no picture, undefined the form has none to choose from. */
export const pictureWishOf = ({ photo, ...body }: PhotoBody): PictureWish | null | undefined =>
  photo === undefined
    ? undefined
    : photo === ''
      ? null
      : {
          position: Number(photo),
          aspect: body.aspect ?? 'original',
          focal: body.focal ?? centre,
          ...{ alt: body.alt ?? '', credit: body.credit ?? '', permission: body.permission ?? '' },
        }

/** With its re-encoding, made now unless the preview has had it made; null when it cannot be shown. */
export async function chosenPicture(web: Web, number: number, wish: PictureWish): Promise<ChosenPicture | null> {
  const { position, aspect, focal } = wish
  const rendition = await renditionOf(web.context, web.readMail.picture, number, { position, aspect, focal })
  return rendition === null || 'parked' in rendition ? null : { ...wish, sizes: rendition }
}

const points = [
  ...['Top left', 'Top', 'Top right'],
  ...['Left', 'Middle', 'Right'],
  ...['Bottom left', 'Bottom', 'Bottom right'],
]

/** Null where the email has no picture that can be shown. */
export function photoForm(email: Submission, strip: Strip, wish: PictureWish | null) {
  const choices = strip.pictures.filter(picture => picture.parked === '')
  if (choices.length === 0) return null
  const name = email.proposal.name === nameWithheld ? '' : email.proposal.name
  return {
    choices: choices.map((picture, at) => ({
      position: picture.position,
      label: choices.length === 1 ? 'Use it' : `Picture ${at + 1}`,
    })),
    used: wish?.position ?? null,
    aspects: (Object.keys(aspects) as Aspect[]).map(aspect => [aspect, aspect === 'original' ? 'As it is' : aspect]),
    points,
    aspect: wish?.aspect ?? 'original',
    focal: wish?.focal ?? centre,
    alt: wish?.alt ?? '',
    credit: wish?.credit ?? name,
    permission: wish?.permission ?? '',
  }
}

/** The picture in the preview: the very cut that would be published. */
export function photoPreview(href: string, wish: PictureWish): PictureView {
  const ratio = aspects[wish.aspect] ?? 4 / 3
  const src = `${href}/pictures/${wish.position}?aspect=${wish.aspect}&focal=${wish.focal}`
  return { src, srcset: '', width: 1280, height: Math.round(1280 / ratio), alt: wish.alt, credit: wish.credit }
}
