// Every door of the house, one line each. `public` is answered before sessions and sets no cookie; `desk` carries the
// session cookie; `api` a bearer token. A test walks the running router and fails on a path that is not here.
import * as api from './api/index.ts'
import { postBulk, postBulkUndo } from './bulk.ts'
import {
  postApproval,
  postHold,
  postRejection,
  postSpam,
  undoApproval,
  undoHold,
  undoRejection,
  undoSpam,
} from './decision.ts'
import { showHome } from './home.ts'
import { showIcon } from './icon.ts'
import { postDraft, postMove, postPointOfView, postPreview, postRetry, postToQueue } from './item-actions.ts'
import { postKeys } from './keys-setting.ts'
import { allowCrossOrigin, showPublished } from './public-route.ts'
import { showPanes, showQueue, showRow, showRows } from './queue.ts'
import type { Route } from './route.ts'
import { showSignIn, signIn, signOut } from './sign-in.ts'
import { showAttachment, showHtmlFrame, showHtmlPage, showSource } from './source.ts'
import { streamEvents } from './stream.ts'
import { showSubmission } from './submission.ts'

export const publicRoutes: Route[] = [
  ['GET', '/icon.svg', 'anyone', showIcon],
  ['GET', '/live/:story', 'anyone', showPublished],
  ['GET', '/live/:story/entries/:id', 'anyone', showPublished],
  ['GET', '/feeds/:story', 'anyone', showPublished],
  ['GET', '/feeds/:story/changes.json', 'anyone', showPublished],
  ['GET', '/feeds/:story/events', 'anyone', showPublished],
  ['OPTIONS', '/feeds/:story{/*rest}', 'anyone', allowCrossOrigin],
]

export const deskRoutes: Route[] = [
  ['GET', '/sign-in', 'anyone', showSignIn],
  ['POST', '/sign-in', 'anyone', signIn],
  ['POST', '/sign-out', 'signed-in', signOut],
  ['GET', '/', 'anyone', showHome],
  ['POST', '/account/keys', 'signed-in', postKeys],
  ['GET', '/s/:story/queue', 'read-queue', showQueue],
  ['GET', '/s/:story/rows', 'read-queue', showRows],
  ['GET', '/s/:story/rows/:number', 'read-queue', showRow],
  ['GET', '/s/:story/panes', 'read-queue', showPanes],
  ['GET', '/s/:story/events', 'read-queue', streamEvents],
  ['POST', '/s/:story/bulk', 'decide', postBulk],
  ['POST', '/s/:story/bulk/undo', 'decide', postBulkUndo],
  ['GET', '/s/:story/submissions/:number', 'read-queue', showSubmission],
  ['POST', '/s/:story/submissions/:number/approval', 'decide', postApproval],
  ['POST', '/s/:story/submissions/:number/approval/undo', 'decide', undoApproval],
  ['POST', '/s/:story/submissions/:number/hold', 'decide', postHold],
  ['POST', '/s/:story/submissions/:number/hold/undo', 'decide', undoHold],
  ['POST', '/s/:story/submissions/:number/rejection', 'decide', postRejection],
  ['POST', '/s/:story/submissions/:number/rejection/undo', 'decide', undoRejection],
  ['POST', '/s/:story/submissions/:number/spam', 'decide', postSpam],
  ['POST', '/s/:story/submissions/:number/spam/undo', 'decide', undoSpam],
  ['POST', '/s/:story/submissions/:number/draft', 'decide', postDraft],
  ['POST', '/s/:story/submissions/:number/preview', 'decide', postPreview],
  ['POST', '/s/:story/submissions/:number/point-of-view', 'decide', postPointOfView],
  ['POST', '/s/:story/submissions/:number/move', 'decide', postMove],
  ['POST', '/s/:story/submissions/:number/retry', 'retry-parked', postRetry],
  ['POST', '/s/:story/submissions/:number/to-queue', 'decide', postToQueue],
  ['GET', '/s/:story/submissions/:number/source', 'read-source', showSource],
  ['GET', '/s/:story/submissions/:number/html', 'read-source', showHtmlPage],
  ['GET', '/s/:story/submissions/:number/html/frame', 'read-source', showHtmlFrame],
  ['GET', '/s/:story/submissions/:number/attachments/:position', 'read-source', showAttachment],
]

/** Paths below /api/v1. */
export const apiRoutes: Route[] = [
  ['GET', '/stories/:story/submissions', 'read-queue', api.listSubmissions],
  ['GET', '/submissions/:number', 'read-queue', api.getSubmission],
  ['POST', '/submissions/:number/approval', 'decide', api.postApproval],
  ['DELETE', '/submissions/:number/approval', 'decide', api.undoing('approval')],
  ['POST', '/submissions/:number/hold', 'decide', api.postHold],
  ['DELETE', '/submissions/:number/hold', 'decide', api.undoing('hold')],
  ['POST', '/submissions/:number/rejection', 'decide', api.postRejection],
  ['DELETE', '/submissions/:number/rejection', 'decide', api.undoing('rejection')],
  ['POST', '/submissions/:number/spam', 'decide', api.postSpam],
  ['DELETE', '/submissions/:number/spam', 'decide', api.undoing('spam')],
  ['GET', '/stories/:story/entries', 'read-queue', api.getEntries],
  ['PUT', '/entries/:id', 'amend', api.putEntry],
  ['POST', '/entries/:id/withdrawal', 'withdraw-own', api.postWithdrawal],
  ['DELETE', '/entries/:id/withdrawal', 'withdraw', api.deleteWithdrawal],
]
