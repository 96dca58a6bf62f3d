// The calls below /api/v1.
export { postApproval, postHold, postRejection, postSpam, undoing } from './decisions.ts'
export { deleteWithdrawal, getEntries, postWithdrawal, putEntry } from './entries.ts'
export { getSubmission, listSubmissions } from './submissions.ts'
