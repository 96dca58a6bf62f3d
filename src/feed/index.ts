// The door of the room: what the desk, the web and the command line may use.

export { readArchive } from './archive.ts'
export { readArchiveFeed } from './archives.ts'
export { atom, atomType } from './atom.ts'
export { barredIn, barredInEntry, mostBarred, readBarred } from './barred.ts'
export { type Change, changesJson, readChanges, readChangesWithEntries } from './changes.ts'
export {
  type Amendment,
  amendEntry,
  publishNow,
  restoreEntry,
  setPinned,
  withdrawEntry,
  withdrawLive,
} from './correct.ts'
export { archivedWithTimes, csv, csvType } from './csv.ts'
export { startDeliveries } from './delivery-loop.ts'
export { startDueWork } from './due-work.ts'
export { changeEmbed, type EmbedTheme, readEmbed } from './embed.ts'
export {
  type EntryChanged,
  type EntryRefusal,
  type EntryWords,
  longestText,
  type WithdrawalReason,
  withdrawalReasons,
} from './entry.ts'
export {
  addresses,
  type Feed,
  type FeedEnding,
  type FeedEntry,
  type FeedStory,
  feedEndings,
  feedLength,
  type Tombstone,
  tagOf,
  titleOf,
} from './feed.ts'
export { type Forgotten, forgetEntry, type PublishedChoice } from './forget.ts'
export { toJson } from './json.ts'
export { jsonFeed, jsonFeedType } from './json-feed.ts'
export { blogPosting, liveBlogPosting } from './json-ld.ts'
export { type Attribution, attributionLine, lineAsTitle, nameWithheld, runsOn, usualVerb } from './line.ts'
export { feedLinks } from './links.ts'
export { moveEntries, moveWebhooks } from './merge.ts'
export { ninjs, ninjsType } from './ninjs.ts'
export { changePageTop, mostKeyPoints, type PageTop, readPageTop } from './page.ts'
export { type FeedWindow, readFeedWindow } from './paging.ts'
export { plain, plainType } from './plain.ts'
export { type Approval, publishDue, scheduleEntry, unscheduleEntry } from './publish.ts'
export { findPublicStory, newestArchive, readFeed, readPublicEntry } from './read.ts'
export { listReaders, noteReceipt, type Receipt, readReceipts } from './receipts.ts'
export { rss, rssType } from './rss.ts'
export { entryHtml, entryParagraphs, textToHtml, textToParagraphs } from './text.ts'
export { addWebhook, listWebhooks, removeWebhook, replayWebhook, type Webhook, type WebhookWish } from './webhooks.ts'
