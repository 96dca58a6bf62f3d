// The staff pages' script: each module looks for what it serves and does nothing where that is missing.
import { serveKeysDialog } from './dialogs.ts'
import { find, focusOnArrival } from './dom.ts'
import { serveItem } from './item.ts'
import { followLivePage } from './live-desk.ts'
import { pollForArrival, selectOnFocus } from './poll.ts'
import { serveQueue } from './queue.ts'

focusOnArrival()
pollForArrival()
selectOnFocus()
serveKeysDialog()
const queue = find('[data-queue]')
if (queue) serveQueue(queue)
else if (find('[data-item]')) serveItem()
followLivePage()
