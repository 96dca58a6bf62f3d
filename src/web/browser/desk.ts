// The staff pages' script: each module looks for what it serves and does nothing where that is missing.
import { focusOnArrival } from './dom.ts'
import { pollForArrival, selectOnFocus } from './poll.ts'

focusOnArrival()
pollForArrival()
selectOnFocus()
