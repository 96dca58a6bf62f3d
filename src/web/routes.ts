// Every door of the house, one line each. `public` is answered before sessions and sets no cookie; `desk` carries the
// session cookie; `api` a bearer token. A test walks the running router and fails on a path that is not here.
import { showAbout } from './about.ts'

import { showAccess } from './access.ts'
import { changePassword, endOwnSession, savePreferences, showAccount } from './account.ts'
import { showAlike } from './alike.ts'
import * as api from './api/index.ts'
import { postAssignment, undoAssignment } from './assignment.ts'
import { exportAudit, showAudit } from './audit.ts'
import { showBalance } from './balance.ts'
import { postBulk, postBulkUndo, showBulk } from './bulk.ts'
import { postEntry } from './compose.ts'
import { confirm, confirmed } from './confirm.ts'
import { addConsumer, removeConsumer, replayConsumer, showConsumers } from './consumers.ts'
import { postDeal } from './deal.ts'
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
import { showDev, showSteps, showStepsOf, takeInTyped } from './dev.ts'
import { showEarlier } from './earlier.ts'
import { changeEmbedSettings, showEmbedSettings } from './embed-settings.ts'
import { postErasure, showErasure, undoErasure } from './erasure.ts'
import { showFile } from './files-host.ts'
import { showFirstEmail } from './first-email.ts'
import { postGroup, showGroup } from './group.ts'
import { showAlive, showReady } from './health.ts'
import { showHome } from './home.ts'
import { showIcon } from './icon.ts'
import { showInvitation, useInvitation } from './invitation.ts'
import { postDraft, postMove, postPointOfView, postPreview, postRetry, postToQueue } from './item-actions.ts'
import { postCoached, postKeys } from './keys-setting.ts'
import { showLedger } from './ledger.ts'
import { changeTop, showLive } from './live.ts'
import {
  postKeyPoint,
  postPlace,
  postSchedule,
  postStop,
  undoKeyPoint,
  undoPublication,
  undoStop,
} from './live-arrange.ts'
import { postAmendment, postPin, postPublication, postWithdrawal, undoPin, undoWithdrawal } from './live-entries.ts'
import { addMailbox, changeMailbox, editMailbox, listMailboxes, newMailbox, pauseMailbox } from './mailboxes.ts'
import { showMetrics } from './metrics.ts'
import { changeNewsroom, showNewsroom } from './newsroom.ts'
import { askForPasskey, checkPasskey, dropPasskey, keepPasskey, offerPasskey } from './passkeys.ts'
import { searchPeople, showPeople, showPerson } from './people.ts'
import { dropNote, postBan, postLifting, postNote } from './person.ts'
import { postGraphic, showKeptPicture, showPicture, undoGraphic } from './pictures.ts'
import { postPresence } from './presence-route.ts'
import { showPrint } from './print.ts'
import { allowCrossOrigin, showEmbedScript, showPublished } from './public-route.ts'
import { showPanes, showQueue, showRow, showRows } from './queue.ts'
import { changeRetention, postLegalHold, showRetention, undoLegalHold } from './retention.ts'
import type { Route } from './route.ts'
import { showRouting, tryRouting } from './routing.ts'
import { chooseSamples, postSamples } from './samples.ts'
import { postView, postViewRemoval } from './saved-views.ts'
import { searchQueue } from './search.ts'
import { checkCode, enrolAtSignIn, enrolOwn, removeOwn, showCode, showOwnEnrolment } from './second-factor.ts'
import { showSessionEnd, staySignedIn } from './session-end.ts'
import { makeFirstAccount, setNewsroom, setStory, showSetup, showSetupNewsroom, showSetupStory } from './setup.ts'
import { chooseMailbox, setMailbox, showSetupMailbox } from './setup-mailbox.ts'
import { showSignIn, signIn, signOut } from './sign-in.ts'
import { showAttachment, showHtmlFrame, showHtmlPage, showSource } from './source.ts'
import { addStaff, changeAccess, changeStaff, editStaff, newStaff, showStaff } from './staff.ts'
import { showStatistics, showStatisticsTable } from './statistics.ts'
import { postTestAlarm, showStatus } from './status.ts'
import { addStory, changeStory, editStory, newStory, showStories } from './stories.ts'
import { postStoryDesk, showStoryDesk } from './story-desk.ts'
import { streamEvents } from './stream.ts'
import { exportPerson } from './subject-access.ts'
import { showSubmission } from './submission.ts'
import { postMerge, postRollOver, showMerge, showRollOver } from './succession.ts'
import { addToken, revokeToken, showTokens } from './tokens.ts'
import { showVersions } from './versions.ts'
import { postConsent, postVerification, showWhy } from './why.ts'

export const publicRoutes: Route[] = [
  ['GET', '/icon.svg', 'anyone', showIcon],
  ['GET', '/healthz', 'anyone', showAlive],
  ['GET', '/readyz', 'anyone', showReady],
  ['GET', '/metrics', 'anyone', showMetrics],
  ['GET', '/live/:story', 'anyone', showPublished],
  ['GET', '/live/:story/entries/:id', 'anyone', showPublished],
  ['GET', '/live/:story/pictures/:file', 'anyone', showPublished],
  ['GET', '/live/:story/archive/:number', 'anyone', showPublished],
  ['GET', '/files/:ticket', 'anyone', showFile],
  ['GET', '/embed.js', 'anyone', showEmbedScript],
  ['GET', '/embed/:story', 'anyone', showPublished],
  ['GET', '/embed/:story/theme.css', 'anyone', showPublished],
  ['GET', '/feeds/:story', 'anyone', showPublished],
  ['GET', '/feeds/:story/archive/:file', 'anyone', showPublished],
  ['GET', '/feeds/:story/changes.json', 'anyone', showPublished],
  ['GET', '/feeds/:story/events', 'anyone', showPublished],
  ['OPTIONS', '/feeds/:story{/*rest}', 'anyone', allowCrossOrigin],
]

export const deskRoutes: Route[] = [
  ['GET', '/sign-in', 'anyone', showSignIn],
  ['POST', '/sign-in', 'anyone', signIn],
  ['POST', '/sign-out', 'signed-in', signOut],
  ['GET', '/sign-in/code', 'anyone', showCode],
  ['POST', '/sign-in/code', 'anyone', checkCode],
  ['POST', '/sign-in/second-factor', 'anyone', enrolAtSignIn],
  ['POST', '/sign-in/passkey/options', 'anyone', askForPasskey],
  ['POST', '/sign-in/passkey', 'anyone', checkPasskey],
  ['GET', '/invitation/:secret', 'anyone', showInvitation],
  ['POST', '/invitation/:secret', 'anyone', useInvitation],
  ['GET', '/setup', 'anyone', showSetup],
  ['POST', '/setup', 'anyone', makeFirstAccount],
  ['GET', '/setup/newsroom', 'change-mailboxes', showSetupNewsroom],
  ['POST', '/setup/newsroom', 'change-mailboxes', setNewsroom],
  ['GET', '/setup/mailbox', 'change-mailboxes', showSetupMailbox],
  ['POST', '/setup/mailbox', 'change-mailboxes', confirmed(setMailbox)],
  ['POST', '/setup/mailbox/address', 'change-mailboxes', chooseMailbox],
  ['POST', '/setup/samples', 'change-mailboxes', chooseSamples],
  ['GET', '/setup/story', 'change-stories', showSetupStory],
  ['POST', '/setup/story', 'change-stories', setStory],
  ['GET', '/setup/test', 'change-mailboxes', showFirstEmail],
  ['POST', '/confirm', 'signed-in', confirm],
  ['GET', '/account', 'signed-in', showAccount],
  ['POST', '/account/preferences', 'signed-in', savePreferences],
  ['POST', '/account/password', 'signed-in', changePassword],
  ['POST', '/account/sessions/end', 'signed-in', endOwnSession],
  ['GET', '/account/session', 'signed-in', showSessionEnd],
  ['POST', '/account/session', 'signed-in', staySignedIn],
  ['GET', '/account/second-factor', 'signed-in', showOwnEnrolment],
  ['POST', '/account/second-factor', 'signed-in', enrolOwn],
  ['POST', '/account/second-factor/removal', 'signed-in', removeOwn],
  ['POST', '/account/passkeys/options', 'signed-in', offerPasskey],
  ['POST', '/account/passkeys', 'signed-in', keepPasskey],
  ['POST', '/account/passkeys/removal', 'signed-in', confirmed(dropPasskey)],
  ['GET', '/stories', 'read-queue', showStories],
  ['GET', '/stories/new', 'change-stories', newStory],
  ['POST', '/stories', 'change-stories', addStory],
  ['GET', '/stories/:slug', 'change-stories', editStory],
  ['POST', '/stories/:slug', 'change-stories', changeStory],
  ['GET', '/stories/:slug/roll-over', 'change-stories', showRollOver],
  ['POST', '/stories/:slug/roll-over', 'change-stories', postRollOver],
  ['GET', '/stories/:slug/merge', 'change-stories', showMerge],
  ['POST', '/stories/:slug/merge', 'change-stories', postMerge],
  ['GET', '/stories/:slug/desk', 'change-stories', showStoryDesk],
  ['POST', '/stories/:slug/desk', 'change-stories', postStoryDesk],
  ['GET', '/stories/:slug/embed', 'change-stories', showEmbedSettings],
  ['POST', '/stories/:slug/embed', 'change-stories', changeEmbedSettings],
  ['GET', '/routing', 'change-stories', showRouting],
  ['POST', '/routing', 'change-stories', tryRouting],
  ['GET', '/people', 'read-queue', showPeople],
  ['POST', '/people/search', 'read-queue', searchPeople],
  ['GET', '/people/:id', 'read-queue', showPerson],
  ['POST', '/people/:id/notes', 'decide', postNote],
  ['POST', '/people/:id/notes/:note/removal', 'decide', dropNote],
  ['POST', '/people/:id/bans', 'ban-contributor', postBan],
  ['POST', '/people/:id/bans/:ban/lifting', 'ban-contributor', postLifting],
  ['GET', '/people/:id/erasure', 'agree-to-erase', showErasure],
  ['POST', '/people/:id/erasure', 'agree-to-erase', confirmed(postErasure)],
  ['POST', '/people/:id/erasure/undo', 'agree-to-erase', undoErasure],
  ['POST', '/people/:id/export', 'export-person', confirmed(exportPerson)],
  ['GET', '/admin/mailboxes', 'change-mailboxes', listMailboxes],
  ['GET', '/admin/mailboxes/new', 'change-mailboxes', confirmed(newMailbox)],
  ['POST', '/admin/mailboxes', 'change-mailboxes', confirmed(addMailbox)],
  ['GET', '/admin/mailboxes/:name', 'change-mailboxes', confirmed(editMailbox)],
  ['POST', '/admin/mailboxes/:name', 'change-mailboxes', confirmed(changeMailbox)],
  ['POST', '/admin/mailboxes/:name/pause', 'change-mailboxes', pauseMailbox],
  ['GET', '/admin/mailboxes/:name/ledger', 'read-ledger', showLedger],
  ['GET', '/admin/staff', 'change-staff', showStaff],
  ['GET', '/admin/staff/new', 'change-staff', confirmed(newStaff)],
  ['POST', '/admin/staff', 'change-staff', confirmed(addStaff)],
  ['GET', '/admin/staff/:id', 'change-staff', confirmed(editStaff)],
  ['POST', '/admin/staff/:id', 'change-staff', confirmed(changeStaff)],
  ['POST', '/admin/staff/:id/access', 'change-staff', confirmed(changeAccess)],
  ['GET', '/admin/tokens', 'change-tokens', confirmed(showTokens)],
  ['POST', '/admin/tokens', 'change-tokens', confirmed(addToken)],
  ['POST', '/admin/tokens/:id/revoke', 'change-tokens', confirmed(revokeToken)],
  ['GET', '/admin/consumers', 'replay-consumers', showConsumers],
  ['POST', '/admin/consumers', 'change-consumers', confirmed(addConsumer)],
  ['POST', '/admin/consumers/:id/replay', 'replay-consumers', replayConsumer],
  ['POST', '/admin/consumers/:id/removal', 'change-consumers', confirmed(removeConsumer)],
  ['GET', '/admin/status', 'read-status', showStatus],
  ['POST', '/admin/status/alarm', 'test-alarm', postTestAlarm],
  ['GET', '/admin/audit', 'read-audit', showAudit],
  ['GET', '/admin/audit.csv', 'read-audit', exportAudit],
  ['GET', '/admin/about', 'read-audit', showAbout],
  ['GET', '/admin/access', 'read-audit', showAccess],
  ['GET', '/admin/retention', 'change-retention', showRetention],
  ['POST', '/admin/retention', 'change-retention', confirmed(changeRetention)],
  ['GET', '/admin/newsroom', 'change-mailboxes', showNewsroom],
  ['POST', '/admin/newsroom', 'change-mailboxes', changeNewsroom],
  ['GET', '/', 'anyone', showHome],
  ['POST', '/account/coached', 'signed-in', postCoached],
  ['POST', '/account/keys', 'signed-in', postKeys],
  ['GET', '/s/:story/queue', 'read-queue', showQueue],
  ['POST', '/s/:story/views', 'read-queue', postView],
  ['POST', '/s/:story/views/:id/removal', 'read-queue', postViewRemoval],
  ['POST', '/s/:story/search', 'read-queue', searchQueue],
  ['GET', '/s/:story/rows', 'read-queue', showRows],
  ['GET', '/s/:story/rows/:number', 'read-queue', showRow],
  ['GET', '/s/:story/panes', 'read-queue', showPanes],
  ['GET', '/s/:story/stats', 'read-queue', showStatistics],
  ['GET', '/s/:story/stats.csv', 'read-queue', showStatisticsTable],
  ['GET', '/s/:story/balance', 'read-queue', showBalance],
  ['POST', '/s/:story/samples', 'change-stories', postSamples],
  ['GET', '/s/:story/events', 'read-queue', streamEvents],
  ['POST', '/s/:story/presence', 'read-queue', postPresence],
  ['GET', '/s/:story/decisions', 'decide', showEarlier],
  ['POST', '/s/:story/deal', 'decide', postDeal],
  ['GET', '/s/:story/bulk', 'decide', showBulk],
  ['POST', '/s/:story/bulk', 'decide', postBulk],
  ['POST', '/s/:story/bulk/undo', 'decide', postBulkUndo],
  ['GET', '/s/:story/group', 'decide', showGroup],
  ['POST', '/s/:story/group', 'decide', postGroup],
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
  ['POST', '/s/:story/submissions/:number/assignment', 'decide', postAssignment],
  ['POST', '/s/:story/submissions/:number/assignment/undo', 'decide', undoAssignment],
  ['POST', '/s/:story/submissions/:number/retry', 'retry-parked', postRetry],
  ['POST', '/s/:story/submissions/:number/to-queue', 'decide', postToQueue],
  ['GET', '/s/:story/submissions/:number/alike', 'read-queue', showAlike],
  ['GET', '/s/:story/submissions/:number/versions', 'read-queue', showVersions],
  ['GET', '/s/:story/submissions/:number/why', 'read-queue', showWhy],
  ['POST', '/s/:story/submissions/:number/consent', 'decide', postConsent],
  ['POST', '/s/:story/submissions/:number/legal-hold', 'hold-legally', postLegalHold],
  ['POST', '/s/:story/submissions/:number/legal-hold/undo', 'hold-legally', undoLegalHold],
  ['POST', '/s/:story/submissions/:number/verification', 'decide', postVerification],
  ['GET', '/s/:story/live', 'read-queue', showLive],
  ['POST', '/s/:story/live', 'arrange-live-page', changeTop],
  ['POST', '/s/:story/stop', 'stop-publishing', postStop],
  ['POST', '/s/:story/stop/undo', 'stop-publishing', undoStop],
  ['POST', '/s/:story/entries', 'arrange-live-page', postEntry],
  ['POST', '/s/:story/entries/:id/publication', 'decide', postPublication],
  ['POST', '/s/:story/entries/:id/publication/undo', 'decide', undoPublication],
  ['POST', '/s/:story/entries/:id/schedule', 'arrange-live-page', postSchedule],
  ['POST', '/s/:story/entries/:id/place', 'arrange-live-page', postPlace],
  ['POST', '/s/:story/entries/:id/key-point', 'arrange-live-page', postKeyPoint],
  ['POST', '/s/:story/entries/:id/key-point/undo', 'arrange-live-page', undoKeyPoint],
  ['POST', '/s/:story/entries/:id/amendment', 'amend', postAmendment],
  ['POST', '/s/:story/entries/:id/withdrawal', 'withdraw-own', postWithdrawal],
  ['POST', '/s/:story/entries/:id/withdrawal/undo', 'withdraw', undoWithdrawal],
  ['POST', '/s/:story/entries/:id/pin', 'arrange-live-page', postPin],
  ['POST', '/s/:story/entries/:id/pin/undo', 'arrange-live-page', undoPin],
  ['GET', '/s/:story/submissions/:number/print', 'read-queue', showPrint],
  ['GET', '/s/:story/submissions/:number/source', 'read-source', showSource],
  ['GET', '/s/:story/submissions/:number/html', 'read-source', showHtmlPage],
  ['GET', '/s/:story/submissions/:number/html/frame', 'read-source', showHtmlFrame],
  ['GET', '/s/:story/submissions/:number/attachments/:position', 'read-source', showAttachment],
  ['GET', '/s/:story/submissions/:number/pictures/:position', 'read-queue', showPicture],
  ['GET', '/s/:story/pictures/:id', 'read-queue', showKeptPicture],
  ['POST', '/s/:story/submissions/:number/graphic', 'decide', postGraphic],
  ['POST', '/s/:story/submissions/:number/graphic/undo', 'decide', undoGraphic],
]

/** The developer's pages: in the router only under `npm run dev`. */
export const devRoutes: Route[] = [
  ['GET', '/dev', 'signed-in', showDev],
  ['GET', '/dev/reading/:number', 'signed-in', showStepsOf],
  ['POST', '/dev', 'signed-in', takeInTyped],
  ['POST', '/dev/reading', 'signed-in', showSteps],
]

/** Paths below /api/v1. */
export const apiRoutes: Route[] = [
  ['GET', '/stories/:story/submissions', 'read-queue', api.listSubmissions],
  ['GET', '/submissions/:number', 'read-queue', api.getSubmission],
  ['POST', '/submissions/:number/approval', 'approve', api.postApproval],
  ['DELETE', '/submissions/:number/approval', 'approve', api.undoing('approval')],
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
