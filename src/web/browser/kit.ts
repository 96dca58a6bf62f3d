// What the bundles that come later are given of the page's script, so that nothing is sent twice.
import { statesOf } from './decide.ts'
import { count, find, made, parse, post } from './dom.ts'
import { banner, clearBanner, hideToast, say, toast } from './notice.ts'
import { isGone, linkOf, numberOf, tag, tickOf, whoOf } from './rows.ts'
import { send, signIn } from './send.ts'

export const kit = {
  ...{ banner, clearBanner, count, find, hideToast, isGone, linkOf, made, numberOf, parse, post },
  ...{ say, send, signIn, statesOf, tag, tickOf, toast, whoOf },
}
export type Kit = typeof kit
