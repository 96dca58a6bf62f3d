// Hands the web what it may not import itself: kept mail, read when somebody asks for it.
import { rawOf } from '../intake/raw.ts'
import { attachmentAt } from '../mail/attachment.ts'
import { htmlView } from '../mail/html-view.ts'
import type { Context } from '../store/index.ts'
import type { ReadMail } from '../web/route.ts'

export const readMailOf = (context: Context): ReadMail => ({
  source: number => rawOf(context, number),
  async html(number) {
    const raw = await rawOf(context, number)
    return raw && (await htmlView(raw))
  },
  async attachment(number, position) {
    const raw = await rawOf(context, number)
    return raw && (await attachmentAt(raw, position))
  },
})
