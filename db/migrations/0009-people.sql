-- oldest release: 0.1.0
-- Contributors: who is banned from where, and what the staff note of somebody.

create table ban (
  id text primary key,
  contributor_id text not null references contributor (id) on delete cascade,
  story_id text references story (id),      -- null: every story
  reason text not null,
  until integer,                            -- null: until somebody lifts it
  made_by text not null,
  at integer not null,
  lifted_at integer
) strict;
create index ban_contributor on ban (contributor_id);

create table note (
  id text primary key,
  contributor_id text not null references contributor (id) on delete cascade,
  words text not null,
  made_by text not null,
  at integer not null
) strict;
create index note_contributor on note (contributor_id);

create table erasure_request (              -- something of theirs is live, so a second person must agree
  contributor_id text primary key references contributor (id) on delete cascade,
  published text not null check (published in ('withdraw', 'keep-as-a-reader')),
  made_by text not null,
  at integer not null
) strict;

-- Came while its sender was banned: rejected by itself, still readable.
alter table submission add column banned integer not null default 0;

create index contributor_name on contributor (name, id);
