// The tables of what was published: entries, their revisions, and what readers of the feed were told.
import type { Generated } from 'kysely'

export type EntryState = 'scheduled' | 'live' | 'withdrawn'
export type FeedChangeType = 'published' | 'amended' | 'withdrawn' | 'restored'
/** `group`: several letters under one heading. `post`: what somebody published elsewhere, as we stored it. */
export type EntryKind = 'letter' | 'group' | 'quote' | 'note' | 'call-out' | 'post'
/** How much of a name is printed; '' where there is none. */
export type NameForm = '' | 'full' | 'first' | 'initials' | 'withheld'

export type PublishingTables = {
  entry: {
    id: string
    story_id: string
    submission_number: number | null
    state: EntryState
    revision: number
    publish_at: number
    published_at: number | null
    ordinal: number | null
    updated_at: number | null
    withdrawn_at: number | null
    withdrawn_why: string | null
    pinned: Generated<number>
    created_at: number
    kind: Generated<EntryKind>
    group_id: string | null
    group_position: number | null
    page_at: number | null
    key_point: Generated<number>
    embargo_at: number | null
  }
  revision: {
    entry_id: string
    revision: number
    name: string
    place: string
    verb: string
    line: string
    text: string
    headline: Generated<string>
    name_form: Generated<NameForm>
    town: Generated<string>
    region: Generated<string>
    country: Generated<string>
    role: Generated<string>
    own_line: Generated<string>
    programme: Generated<string>
    service: Generated<string>
    url: Generated<string>
    language: Generated<string>
    note: Generated<string>
    noted_at: number | null
    picture_id: string | null
    picture_width: Generated<number>
    picture_height: Generated<number>
    picture_alt: Generated<string>
    picture_credit: Generated<string>
    minor: Generated<number>
    made_by: string
    made_at: number
  }
  revision_tag: { entry_id: string; revision: number; position: number; tag: string }
  feed_change: {
    story_id: string
    seq: number
    entry_id: string
    type: FeedChangeType
    revision: number
    at: number
  }
}
