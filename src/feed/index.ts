// The door of the room: what the desk, the web and the command line may use.
export {
  type Amendment,
  amendEntry,
  mostPins,
  publishNow,
  restoreEntry,
  setPinned,
  withdrawEntry,
  withdrawLive,
} from './correct.ts'
export { startDueWork } from './due-work.ts'
export {
  type EntryChanged,
  type EntryRefusal,
  type EntryWords,
  longestText,
  type WithdrawalReason,
  withdrawalReasons,
} from './entry.ts'
export { type Attribution, attributionLine, lineAsTitle, nameWithheld, runsOn, usualVerb } from './line.ts'
export { type Approval, publishDue, scheduleEntry, unscheduleEntry } from './publish.ts'
export { entryHtml, entryParagraphs, textToHtml, textToParagraphs } from './text.ts'
