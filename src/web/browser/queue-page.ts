// The script of the queue's page, a bundle of its own: moderators wait for nothing that other pages need.
import { serveKeysDialog } from './dialogs.ts'
import { find } from './dom.ts'
import { serveQueue } from './queue.ts'

serveKeysDialog()
serveQueue(find('[data-queue]')!)
