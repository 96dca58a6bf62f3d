-- oldest release: 0.1.0
-- Times are epoch milliseconds (UTC). Ids are UUIDv7 text. Lists are tables of their own.

create table setting (
  name text primary key,
  value text not null
) strict;

-- People who work at the desk.
create table staff (
  id text primary key,
  email text not null unique,               -- lower case
  name text not null,
  role text not null check (role in ('viewer', 'moderator', 'editor', 'admin')),
  password text not null,                   -- argon2id, PHC string
  totp text,                                -- sealed secret of the one-time codes; null until enrolled
  totp_step integer,                        -- the last time step used, so that a code works once
  keys text not null default 'on' check (keys in ('on', 'off', 'alt')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  skip_open integer not null default 1,     -- the step after a decision passes over what others have open
  created_at integer not null,
  disabled_at integer
) strict;

create table recovery_code (
  staff_id text not null references staff (id) on delete cascade,
  hash text not null,
  used_at integer,
  primary key (staff_id, hash)
) strict;

create table passkey (
  id text primary key,                      -- credential id, base64url
  staff_id text not null references staff (id) on delete cascade,
  name text not null,
  public_key blob not null,                 -- COSE
  counter integer not null,
  transports text not null,                 -- as the browser told, separated by blanks
  created_at integer not null,
  used_at integer
) strict;
create index passkey_staff on passkey (staff_id);

create table invitation (                   -- single-use links to choose a password
  hash text primary key,                    -- sha256 of the secret in the link
  staff_id text not null references staff (id) on delete cascade,
  expires_at integer not null
) strict;

create table session (
  key text primary key,                     -- sha256 of the session id
  staff_id text references staff (id) on delete cascade,
  data text not null,
  created_at integer not null,
  seen_at integer not null,
  expires_at integer not null
) strict;
create index session_staff on session (staff_id);
create index session_expiry on session (expires_at);

-- Bearer tokens of programs.
create table token (
  id text primary key,
  name text not null unique,
  role text not null check (role in ('viewer', 'moderator', 'editor', 'admin')),
  hash text not null unique,
  created_at integer not null,
  used_at integer,
  revoked_at integer
) strict;

-- What a caller's request was answered, kept 24 hours, so that a repeated request does nothing twice.
create table idempotency (
  caller text not null,
  key text not null,
  request text not null,                    -- sha256 of method, path and body
  status integer not null,
  answer text not null,
  created_at integer not null,
  primary key (caller, key)
) strict;
create index idempotency_age on idempotency (created_at);

create table rate_limit (
  key text primary key,
  points integer not null,
  expires_at integer
) strict;

create table story (
  id text primary key,
  slug text not null unique,
  title text not null,
  status text not null default 'open' check (status in ('open', 'scheduled', 'closing', 'closed')),
  is_default integer not null default 0,
  grace_seconds integer not null default 10 check (grace_seconds between 0 and 60),
  zone text not null,
  headline text not null default '',
  standfirst text not null default '',
  byline text not null default '',
  call_out text not null default '',        -- "Send us your views: haveyoursay@example.org"
  call_out_shown integer not null default 1,
  show_withdrawn integer not null default 0, -- readers see "This entry was removed", or nothing
  feed_seq integer not null default 0,      -- last number given in feed_change
  page_seq integer not null default 0,      -- rises when what surrounds the entries changes
  created_at integer not null,
  updated_at integer not null,
  closed_at integer
) strict;

create table story_slug (                   -- slugs a story once had: they redirect for ever
  slug text primary key,
  story_id text not null references story (id)
) strict;

create table story_address (
  address text primary key,                 -- lower case
  story_id text not null references story (id),
  position integer not null
) strict;

create table key_point (
  story_id text not null references story (id),
  position integer not null,
  text text not null,
  primary key (story_id, position)
) strict;

create table mailbox (
  id text primary key,
  name text not null unique,
  host text not null,
  port integer not null,
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text not null,
  secret text not null,                     -- sealed under the key file
  folder text not null default 'INBOX',
  story_id text references story (id),      -- where its mail goes when no address says otherwise
  quiet integer not null default 0,         -- nothing on the server is flagged
  paused_at integer,
  created_at integer not null,
  uidvalidity integer,                      -- as last seen
  seen integer,                             -- UIDs the server listed at the last pass
  tried_at integer,
  checked_at integer,                       -- last pass that went through
  error text,                               -- what went wrong last, in words; null when well
  error_kind text,
  error_since integer,
  refusals integer not null default 0,      -- times in a row that these credentials were refused
  asked_at integer                          -- a person asked to try again
) strict;

create table lease (
  name text primary key,
  holder text not null,
  fence integer not null,                   -- only rises
  expires_at integer not null
) strict;

create table raw (
  id text primary key,
  sha256 text not null unique,
  size integer not null,                    -- bytes of the message as it came
  whole integer not null default 1,         -- 0: header and beginning only, the rest is still in the mailbox
  bytes blob not null,                      -- zstd
  kept_at integer not null
) strict;

create table contributor (
  id text primary key,
  address text not null unique,             -- lower case; never published
  name text not null default '',
  created_at integer not null
) strict;

-- One reader's email as an item of work. `stage` says what machines did with it, `state` what people did.
create table submission (
  number integer primary key autoincrement,
  id text not null unique,
  raw_id text unique references raw (id),   -- null once erased
  story_id text references story (id),      -- null: unrouted
  contributor_id text references contributor (id),
  stage text not null check (stage in ('received', 'read', 'aside', 'parked', 'erased')),
  stage_why text,                           -- aside or parked: why
  stage_words text,                         -- the words that caused it
  attempts integer not null default 0,
  state text check (state in ('waiting', 'held', 'approved', 'rejected', 'spam')),
  needs text check (needs in ('editor')),
  reason text,                              -- given with a hold or a rejection
  version integer not null default 1,
  received_at integer not null,             -- INTERNALDATE clamped to now
  kept_at integer not null,
  sent_at integer,
  message_id text,
  repeat_of integer references submission (number), -- an earlier one with the same Message-ID and other bytes
  from_name text not null default '',
  from_address text not null default '',
  to_address text not null default '',
  subject text not null default '',
  original text not null default '',
  text text not null default '',            -- the reader's own words: original without its folds
  proposed text,                            -- text without phone numbers and addresses; null: there were none
  name text not null default '',
  name_confidence text,
  name_kind text, name_start integer, name_end integer, name_words text,
  place text not null default '',
  place_confidence text,
  place_kind text, place_start integer, place_end integer, place_words text,
  anonymous integer not null default 0,
  flagged integer not null default 0,       -- carries a warn or bad finding
  photos integer not null default 0,
  point_of_view text check (point_of_view in ('for', 'against', 'mixed')),
  decided_by text,
  decided_at integer
) strict;
create index submission_queue on submission (story_id, state, received_at, number);
create index submission_photos on submission (story_id, state, received_at, number) where photos > 0;
create index submission_flagged on submission (story_id, state, received_at, number) where flagged > 0;
create index submission_point_of_view on submission (story_id, state, point_of_view, received_at, number)
  where point_of_view is not null;
create index submission_stage on submission (stage, number);
create index submission_contributor on submission (contributor_id, number);
create index submission_message_id on submission (message_id) where message_id is not null;

create table fold (
  submission_number integer not null references submission (number) on delete cascade,
  position integer not null,
  kind text not null,
  start integer not null,
  end integer not null,
  primary key (submission_number, position)
) strict, without rowid;

create table finding (                      -- what the checks found
  submission_number integer not null references submission (number) on delete cascade,
  position integer not null,
  "check" text not null,
  level text not null check (level in ('bad', 'warn', 'info', 'ok')),
  words text not null,
  primary key (submission_number, position)
) strict, without rowid;

create table candidate (                    -- other names and places the moderator may choose
  submission_number integer not null references submission (number) on delete cascade,
  position integer not null,
  field text not null check (field in ('name', 'place')),
  value text not null,
  confidence text not null,
  kind text not null,
  start integer not null,
  end integer not null,
  words text not null,
  primary key (submission_number, position)
) strict, without rowid;

create table attachment (
  submission_number integer not null references submission (number) on delete cascade,
  position integer not null,
  filename text not null,
  content_type text not null,
  size integer not null,
  primary key (submission_number, position)
) strict, without rowid;

create table defect (
  submission_number integer not null references submission (number) on delete cascade,
  position integer not null,
  defect text not null,
  primary key (submission_number, position)
) strict, without rowid;

-- A moderator's unsaved work on a submission, so that no failed request loses it.
create table draft (
  submission_number integer not null references submission (number) on delete cascade,
  staff_id text not null references staff (id) on delete cascade,
  name text not null,
  place text not null,
  verb text not null,
  text text not null,
  saved_at integer not null,
  primary key (submission_number, staff_id)
) strict, without rowid;

-- Who was dealt which email, and until when nobody else is.
create table deal (
  submission_number integer primary key references submission (number) on delete cascade,
  staff_id text not null references staff (id) on delete cascade,
  until integer not null
) strict;
create index deal_staff on deal (staff_id);

-- The ledger: exactly one outcome for every UID of every mailbox.
create table ledger (
  mailbox_id text not null references mailbox (id),
  uidvalidity integer not null,
  uid integer not null,
  size integer not null,
  internal_date integer not null,
  outcome text not null check (outcome in ('pending', 'ingested', 'duplicate', 'ignored', 'gone', 'parked', 'erased')),
  why text,
  raw_id text references raw (id) on delete set null,
  submission_number integer references submission (number),
  acknowledged integer not null default 0,
  listed integer not null default 1,        -- the server listed it at the last look
  at integer not null,
  primary key (mailbox_id, uidvalidity, uid)
) strict, without rowid;
create index ledger_outcome on ledger (mailbox_id, uidvalidity, listed, outcome);
create index ledger_submission on ledger (submission_number);
create index ledger_raw on ledger (raw_id);

-- Fingerprints of what was erased, so that no poll, reset or restore brings it back.
create table erasure (
  fingerprint text primary key,             -- HMAC of the raw sha256
  at integer not null,
  published text not null default 'withdraw' check (published in ('withdraw', 'keep-as-a-reader'))
) strict;

-- What was published of an approved submission. Its id is for ever.
create table entry (
  id text primary key,
  story_id text not null references story (id),
  submission_number integer unique references submission (number),
  state text not null check (state in ('scheduled', 'live', 'withdrawn')),
  revision integer not null,
  publish_at integer not null,              -- not before
  published_at integer,                     -- fixed at first publication
  ordinal integer,                          -- the story's how-many-th entry; given at first publication
  updated_at integer,                       -- moved by a change that is not minor
  withdrawn_at integer,
  withdrawn_why text,
  pinned integer not null default 0,
  created_at integer not null
) strict;
create index entry_story on entry (story_id, state, published_at);
create unique index entry_ordinal on entry (story_id, ordinal);
create index entry_due on entry (publish_at) where state = 'scheduled';

create table revision (
  entry_id text not null references entry (id),
  revision integer not null,
  name text not null,
  place text not null,
  verb text not null,
  line text not null,                       -- the attribution line, rendered when it was approved
  text text not null,                       -- paragraphs, emphasis and links in the small Markdown subset
  minor integer not null default 0,
  made_by text not null,
  made_at integer not null,
  primary key (entry_id, revision)
) strict, without rowid;

-- The story's own gap-free sequence of what readers of the feed must hear of.
create table feed_change (
  story_id text not null references story (id),
  seq integer not null,
  entry_id text not null references entry (id),
  type text not null check (type in ('published', 'amended', 'withdrawn', 'restored')),
  revision integer not null,
  at integer not null,
  primary key (story_id, seq)
) strict, without rowid;

-- A consumer's receipt: the last number of changes.json its token has asked beyond.
create table receipt (
  token_id text not null references token (id),
  story_id text not null references story (id),
  seq integer not null,
  at integer not null,
  primary key (token_id, story_id)
) strict, without rowid;

-- Consumers that are told of every change (Standard Webhooks).
create table webhook (
  id text primary key,
  name text not null unique,
  url text not null,
  secret text not null,                     -- sealed under the key file
  story_id text references story (id),      -- null: every story
  created_at integer not null
) strict;

-- How far a webhook has taken a story's changes. They go out in order, one after another.
create table delivery (
  webhook_id text not null references webhook (id) on delete cascade,
  story_id text not null references story (id),
  seq integer not null,                     -- taken up to here
  attempts integer not null default 0,      -- failed ones of the next change
  next_at integer,                          -- not before; null: given up, until somebody replays it by hand
  taken_at integer,
  error text,                               -- why the last attempt failed; null when it did not
  primary key (webhook_id, story_id)
) strict, without rowid;

-- Append-only, gap-free, hash-chained. Rows hold ids, states and hashes, never readers' words.
create table event (
  seq integer primary key,
  at integer not null,
  kind text not null,
  actor text not null,                      -- staff id, token:id, or system
  story_id text,
  submission_number integer,
  entry_id text,
  data text not null default '{}',
  previous text not null,
  hash text not null
) strict;
create index event_story on event (story_id, seq);
create index event_submission on event (submission_number, seq);
create trigger event_is_never_changed before update on event begin select raise(abort, 'events are never changed'); end;

-- The words given with a decision. They may be a reader's, so they stand apart from the event, where erasure reaches.
create table reason (
  event_seq integer primary key,
  submission_number integer not null references submission (number) on delete cascade,
  words text not null
) strict;
create index reason_submission on reason (submission_number);

-- Letters that are versions of one text. A campaign is named by the number of its first letter.
create table campaign (
  number integer primary key references submission (number),
  size integer not null
) strict;

create table likeness (
  submission_number integer primary key references submission (number) on delete cascade,
  campaign integer not null references campaign (number),
  share integer not null,                   -- per cent of word pairs in common with the letter it was found by
  signature blob not null
) strict;
create index likeness_campaign on likeness (campaign, submission_number);

create table likeness_band (                -- of the first letters of each campaign only
  hash integer not null,
  submission_number integer not null,
  primary key (hash, submission_number)
) strict, without rowid;

-- Who looked at personal data beyond the ordinary queue.
create table access (
  id text primary key,
  at integer not null,
  actor text not null,
  what text not null,
  submission_number integer
) strict;

-- Counts kept in the same commit as what they count. story_id '' is Unrouted.
create table tally (
  story_id text not null,
  kind text not null,
  count integer not null,
  primary key (story_id, kind)
) strict, without rowid;

create trigger tally_insert after insert on submission begin
  insert into tally values (ifnull(new.story_id, ''), ifnull(new.state, new.stage), 1)
    on conflict do update set count = count + 1;
  insert into tally select ifnull(new.story_id, ''), 'second-approval', 1 where new.state = 'held' and new.needs = 'editor'
    on conflict do update set count = count + 1;
  insert into tally select ifnull(new.story_id, ''), 'flagged', 1 where new.state = 'waiting' and new.flagged
    on conflict do update set count = count + 1;
  insert into tally select ifnull(new.story_id, ''), 'photos', 1 where new.state = 'waiting' and new.photos > 0
    on conflict do update set count = count + 1;
end;

create trigger tally_update after update of story_id, state, stage, needs, flagged, photos on submission begin
  update tally set count = count - 1 where story_id = ifnull(old.story_id, '') and kind = ifnull(old.state, old.stage);
  update tally set count = count - 1 where story_id = ifnull(old.story_id, '') and kind = 'second-approval' and old.state = 'held' and old.needs = 'editor';
  update tally set count = count - 1 where story_id = ifnull(old.story_id, '') and kind = 'flagged' and old.state = 'waiting' and old.flagged;
  update tally set count = count - 1 where story_id = ifnull(old.story_id, '') and kind = 'photos' and old.state = 'waiting' and old.photos > 0;
  insert into tally values (ifnull(new.story_id, ''), ifnull(new.state, new.stage), 1)
    on conflict do update set count = count + 1;
  insert into tally select ifnull(new.story_id, ''), 'second-approval', 1 where new.state = 'held' and new.needs = 'editor'
    on conflict do update set count = count + 1;
  insert into tally select ifnull(new.story_id, ''), 'flagged', 1 where new.state = 'waiting' and new.flagged
    on conflict do update set count = count + 1;
  insert into tally select ifnull(new.story_id, ''), 'photos', 1 where new.state = 'waiting' and new.photos > 0
    on conflict do update set count = count + 1;
end;

-- Full text: the integer key is the arrival order, so "newest first" needs no sort.
create virtual table search using fts5 (
  subject, original, published, sender,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
