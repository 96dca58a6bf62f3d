// The staff pages' script: each module looks for what it serves and does nothing where that is missing.
import { serveCopy } from './copy.ts'
import { serveKeysDialog } from './dialogs.ts'
import { find, focusOnArrival } from './dom.ts'
import { serveItem } from './item.ts'
import { followLivePage } from './live-desk.ts'
import { banner, clearBanner, say } from './notice.ts'
import { offerPasskeys } from './passkey.ts'
import { pollForArrival, selectOnFocus } from './poll.ts'
import { watchSession } from './session.ts'
import { signInAgain } from './sign-in.ts'

focusOnArrival()
pollForArrival()
offerPasskeys()
selectOnFocus()
serveKeysDialog()
if (find('[data-item]')) serveItem()
serveCopy(find, say)
find('[data-print]')?.addEventListener('click', () => print())
followLivePage()
watchSession({ banner, clearBanner, askToSignIn: signInAgain(find) })
