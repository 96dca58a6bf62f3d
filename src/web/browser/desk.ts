// The staff pages' script: each module looks for what it serves and does nothing where that is missing.
import { serveKeysDialog } from './dialogs.ts'
import { find, focusOnArrival } from './dom.ts'
import { serveItem } from './item.ts'
import { followLivePage } from './live-desk.ts'
import { offerPasskeys } from './passkey.ts'
import { pollForArrival, selectOnFocus } from './poll.ts'

focusOnArrival()
pollForArrival()
offerPasskeys()
selectOnFocus()
serveKeysDialog()
if (find('[data-item]')) serveItem()
followLivePage()
