// What the bundle of bulk work is given of the page's script, so that nothing is sent twice.
import { statesOf } from './decide.ts'
import { find, made } from './dom.ts'
import { banner, say, toast } from './notice.ts'
import { isGone, numberOf, tickOf, whoOf } from './rows.ts'
import { send } from './send.ts'

export const kit = { banner, find, isGone, made, numberOf, say, send, statesOf, tickOf, toast, whoOf }
export type BulkKit = typeof kit
