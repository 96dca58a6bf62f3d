-- oldest release: 0.1.0
-- What is kept how long: legal holds, what was cleared of a published email, and the daily anchors of the event log.

alter table submission add column legal_hold integer not null default 0;  -- 1: no rule deletes it
alter table submission add column cleared_at integer;                      -- the email is gone, what was published stays
create index submission_age on submission (state, decided_at) where cleared_at is null;

create table cleared (                      -- fingerprints of cleared emails, so that no poll brings them in again
  fingerprint text primary key,             -- HMAC of the raw sha256
  at integer not null
) strict;

create table anchor (                       -- the head of the event log, once a day: a changed past no longer fits it
  day text primary key,                     -- UTC
  seq integer not null,
  hash text not null,
  at integer not null
) strict;

-- A house that has mail already is given a week to read the rules before they first run.
insert into setting select 'retentionRanAt', cast((unixepoch() + 6 * 86400) * 1000 as text)
  where exists (select 1 from submission);
