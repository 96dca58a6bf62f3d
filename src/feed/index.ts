// The door of the room: what the desk, the web and the command line may use.

export { readArchive } from './archive.ts'
export { readArchiveFeed } from './archives.ts'
export { type Move, moveEntry, setKeyPoint, setPinned } from './arrange.ts'
export { atom, atomType } from './atom.ts'
export { barredIn, barredInEntry, mostBarred, readBarred } from './barred.ts'
export { kickerOf, letterHtml, letterParagraphs, picturesOf } from './body.ts'
export { type Change, changesJson, readChanges, readChangesWithEntries } from './changes.ts'
export { type Amendment, amendEntry } from './correct.ts'
export { archivedWithTimes, csv, csvTable, csvType } from './csv.ts'
export { signed } from './deliver.ts'
export { startDeliveries } from './delivery-loop.ts'
export { startDueWork } from './due-work.ts'
export { changeEmbed, type EmbedTheme, readEmbed } from './embed.ts'
export {
  type EntryChanged,
  type EntryRefusal,
  longestText,
  type WithdrawalReason,
  withdrawalReasons,
} from './entry.ts'
export {
  addresses,
  type Feed,
  type FeedEnding,
  type FeedStory,
  feedEndings,
  feedLength,
  type Tombstone,
  tagOf,
  titleOf,
} from './feed.ts'
export { type Forgotten, forgetEntry, type PublishedChoice } from './forget.ts'
export { type GroupWish, moveMember, scheduleGroup } from './group.ts'
export { toJson } from './json.ts'
export { jsonFeed, jsonFeedType } from './json-feed.ts'
export { blogPosting, liveBlogPosting } from './json-ld.ts'
export {
  type Attribution,
  attributionLine,
  lineAsTitle,
  nameInForm,
  nameWithheld,
  runsOn,
  usualVerb,
} from './line.ts'
export { feedLinks } from './links.ts'
export { moveEntries, moveWebhooks } from './merge.ts'
export { ninjs, ninjsType } from './ninjs.ts'
export { changePageTop, type PageTop, readPageTop } from './page.ts'
export { type FeedWindow, readFeedWindow } from './paging.ts'
export {
  type FeedPicture,
  livePictures,
  type NewPicture,
  pictureFrom,
  pictureType,
  readKeptPicture,
  readPublicPicture,
  smallOf,
} from './picture.ts'
export { plain, plainType } from './plain.ts'
export { post } from './post.ts'
export {
  entryTitle,
  type FeedEntry,
  type FeedMember,
  type FeedWords,
  type WordColumns,
  wordColumns,
  wordsFrom,
} from './public-entry.ts'
export { readTags } from './public-rows.ts'
export { type Approval, nextDue, publishDue, scheduleEntry, unscheduleEntry } from './publish.ts'
export { findPublicStory, mostKeyPoints, newestArchive, readFeed, readPublicEntry } from './read.ts'
export { listReaders, noteReceipt, type Receipt, readReceipts } from './receipts.ts'
export { rss, rssType } from './rss.ts'
export {
  type ComposedKind,
  type Composition,
  composedKinds,
  composeEntry,
  publishNow,
  rescheduleEntry,
  stopEntry,
} from './schedule.ts'
export {
  readStop,
  resumePublishing,
  type Stop,
  type Stopped,
  stopPublishing,
  usualStopWords,
} from './stop.ts'
export { reportedHtml, textToHtml, textToParagraphs } from './text.ts'
export { addWebhook, listWebhooks, removeWebhook, replayWebhook, type Webhook, type WebhookWish } from './webhooks.ts'
export { restoreEntry, withdrawEntry, withdrawLive } from './withdraw.ts'
export type { EntryWords, FullWords, WordsWish } from './words.ts'
