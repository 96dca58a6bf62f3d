// The tables of db/migrations as types. Times are epoch milliseconds; flags are 0 or 1.
import type { Generated, Insertable, Selectable } from 'kysely'
import type { DeskTables } from './schema-desk.ts'
import type { PeopleTables } from './schema-people.ts'
import type { PictureTables } from './schema-pictures.ts'
import type { PublishingTables } from './schema-publishing.ts'
import type { TrustTables } from './schema-trust.ts'

export type * from './schema-people.ts'
export type * from './schema-pictures.ts'
export type * from './schema-publishing.ts'
export type * from './schema-trust.ts'

export type Role = 'viewer' | 'moderator' | 'editor' | 'admin'
export type SubmissionState = 'waiting' | 'held' | 'approved' | 'rejected' | 'spam'
export type SubmissionStage = 'received' | 'read' | 'aside' | 'parked' | 'erased'
export type PointOfView = 'for' | 'against' | 'mixed'
export type Confidence = 'sure' | 'likely' | 'guess'
export type Level = 'bad' | 'warn' | 'info' | 'ok'
/** `safety`: somebody may be in danger. `published`: somebody on the live page asks us for something. */
export type Urgent = 'safety' | 'published'
export type Outcome = 'pending' | 'ingested' | 'duplicate' | 'ignored' | 'gone' | 'parked' | 'erased'

export type Schema = TrustTables &
  DeskTables &
  PeopleTables &
  PictureTables &
  PublishingTables & {
    setting: { name: string; value: string }
    staff: {
      id: string
      email: string
      name: string
      role: Role
      password: string
      totp: string | null
      totp_step: number | null
      keys: Generated<'on' | 'off' | 'alt'>
      theme: Generated<'auto' | 'light' | 'dark'>
      skip_open: Generated<number>
      spoken: Generated<number>
      sound: Generated<number>
      coached: Generated<number>
      created_at: number
      disabled_at: number | null
    }
    recovery_code: { staff_id: string; hash: string; used_at: number | null }
    passkey: {
      id: string
      staff_id: string
      name: string
      public_key: Uint8Array
      counter: number
      transports: string
      created_at: number
      used_at: number | null
    }
    invitation: { hash: string; staff_id: string; expires_at: number }
    session: {
      key: string
      staff_id: string | null
      data: string
      created_at: number
      seen_at: number
      expires_at: number
    }
    token: {
      id: string
      name: string
      role: Role
      hash: string
      scopes: Generated<string>
      expires_at: number | null
      created_at: number
      used_at: number | null
      revoked_at: number | null
    }
    idempotency: {
      caller: string
      key: string
      request: string
      status: number
      answer: string
      created_at: number
    }
    rate_limit: { key: string; points: number; expires_at: number | null }
    story: {
      id: string
      slug: string
      title: string
      status: Generated<'open' | 'scheduled' | 'closing' | 'closed'>
      is_default: Generated<number>
      grace_seconds: Generated<number>
      zone: string
      headline: Generated<string>
      standfirst: Generated<string>
      byline: Generated<string>
      call_out: Generated<string>
      call_out_shown: Generated<number>
      show_withdrawn: Generated<number>
      legal_notice: Generated<string>
      feed_seq: Generated<number>
      page_seq: Generated<number>
      created_at: number
      updated_at: number
      closed_at: number | null
      continued_by: string | null
      merged_at: number | null
      stopped: 'frozen' | 'down' | null
      stopped_words: Generated<string>
      stopped_at: number | null
      call_out_every: Generated<number>
      pin_max: Generated<number>
      show_balance: Generated<number>
      closes_at: number | null
      opens_at: number | null
      words_soft: Generated<number>
      words_hard: Generated<number>
      verbs: Generated<string>
    }
    story_slug: { slug: string; story_id: string }
    story_address: { address: string; story_id: string; position: number }
    key_point: { story_id: string; position: number; text: string }
    embed_host: { story_id: string; host: string }
    embed_theme: { story_id: string; ground: string; ink: string; accent: string }
    mailbox: {
      id: string
      name: string
      host: string
      port: number
      security: 'tls' | 'starttls' | 'none'
      username: string
      secret: string
      folder: Generated<string>
      story_id: string | null
      quiet: Generated<number>
      paused_at: number | null
      created_at: number
      uidvalidity: number | null
      seen: number | null
      tried_at: number | null
      checked_at: number | null
      error: string | null
      error_kind: string | null
      error_since: number | null
      refusals: Generated<number>
      asked_at: number | null
      fetching: Generated<number>
      certificate_until: number | null
    }
    lease: { name: string; holder: string; fence: number; expires_at: number }
    raw: { id: string; sha256: string; size: number; whole: Generated<number>; bytes: Uint8Array; kept_at: number }
    contributor: { id: string; address: string; name: Generated<string>; created_at: number }
    submission: {
      number: Generated<number>
      id: string
      raw_id: string | null
      story_id: string | null
      contributor_id: string | null
      stage: SubmissionStage
      stage_why: string | null
      stage_words: string | null
      attempts: Generated<number>
      state: SubmissionState | null
      needs: 'editor' | null
      reason: string | null
      version: Generated<number>
      received_at: number
      kept_at: number
      sent_at: number | null
      message_id: string | null
      repeat_of: number | null
      from_name: Generated<string>
      from_address: Generated<string>
      to_address: Generated<string>
      subject: Generated<string>
      original: Generated<string>
      text: Generated<string>
      proposed: string | null
      name: Generated<string>
      name_confidence: Confidence | null
      name_kind: string | null
      name_start: number | null
      name_end: number | null
      name_words: string | null
      place: Generated<string>
      place_confidence: Confidence | null
      place_kind: string | null
      place_start: number | null
      place_end: number | null
      place_words: string | null
      anonymous: Generated<number>
      flagged: Generated<number>
      photos: Generated<number>
      urgent: Urgent | null
      authentication: Generated<string>
      /** Came while its sender was banned. */
      banned: Generated<number>
      legal_hold: Generated<number>
      graphic: Generated<number>
      cleared_at: number | null
      point_of_view: PointOfView | null
      decided_by: string | null
      decided_at: number | null
    }
    fold: { submission_number: number; position: number; kind: string; start: number; end: number }
    finding: { submission_number: number; position: number; check: string; level: Level; words: string }
    candidate: {
      submission_number: number
      position: number
      field: 'name' | 'place'
      value: string
      confidence: Confidence
      kind: string
      start: number
      end: number
      words: string
    }
    defect: { submission_number: number; position: number; defect: string }
    draft: {
      submission_number: number
      staff_id: string
      name: string
      place: string
      verb: string
      text: string
      picture: Generated<string>
      saved_at: number
    }
    deal: { submission_number: number; staff_id: string; until: number }
    ledger: {
      mailbox_id: string
      uidvalidity: number
      uid: number
      size: number
      internal_date: number
      outcome: Outcome
      why: string | null
      raw_id: string | null
      submission_number: number | null
      acknowledged: Generated<number>
      listed: Generated<number>
      at: number
    }
    erasure: { fingerprint: string; at: number; published: Generated<'withdraw' | 'keep-as-a-reader'> }
    webhook: {
      id: string
      name: string
      url: string
      secret: string
      story_id: string | null
      created_at: number
      kind: Generated<'webhook' | 'hub'>
    }
    delivery: {
      webhook_id: string
      story_id: string
      seq: number
      page_seq: Generated<number>
      attempts: Generated<number>
      next_at: number | null
      taken_at: number | null
      error: string | null
    }
    receipt: { token_id: string; story_id: string; seq: number; at: number }
    event: {
      seq: number
      at: number
      kind: string
      actor: string
      story_id: string | null
      submission_number: number | null
      entry_id: string | null
      data: string
      previous: string
      hash: string
    }
    reason: { event_seq: number; submission_number: number; words: string }
    campaign: { number: number; size: number }
    likeness: { submission_number: number; campaign: number; share: number; signature: Uint8Array }
    likeness_band: { hash: number; submission_number: number }
    access: { id: string; at: number; actor: string; what: string; submission_number: number | null }
    tally: { story_id: string; kind: string; count: number }
  }

export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>
