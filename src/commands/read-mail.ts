// Hands the web what it may not import itself: kept mail, read when somebody asks for it.
import { rawOf } from '../intake/raw.ts'
import { attachmentAt } from '../mail/attachment.ts'
import { htmlView } from '../mail/html-view.ts'
import { pictureKind } from '../mail/picture.ts'
import type { PictureMaker } from '../picture/pool.ts'
import type { Context } from '../store/index.ts'
import type { ReadMail } from '../web/route.ts'

const notShown = 'It is not a JPEG, PNG, WebP or GIF.'

export const readMailOf = (context: Context, pictures: Pick<PictureMaker, 'make'>): ReadMail => ({
  source: number => rawOf(context, number),
  async html(number) {
    const raw = await rawOf(context, number)
    return raw && (await htmlView(raw))
  },
  async attachment(number, position) {
    const raw = await rawOf(context, number)
    return raw && (await attachmentAt(raw, position))
  },
  async picture(number, position, cut) {
    const raw = await rawOf(context, number)
    const file = raw && (await attachmentAt(raw, position))
    if (!file) return null
    return pictureKind(file.bytes) === null ? { parked: notShown } : pictures.make({ bytes: file.bytes, ...cut })
  },
})
