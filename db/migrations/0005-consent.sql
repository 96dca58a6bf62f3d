-- oldest release: 0.1.0
-- What a reader allowed and by which words, who was rung back, and what our own mail server said of the sender.

create table call_out_version (             -- every text that a story's call-out has had
  story_id text not null references story (id),
  version integer not null,
  words text not null,
  at integer not null,                      -- in force from
  primary key (story_id, version)
) strict, without rowid;
insert into call_out_version select id, 1, call_out, created_at from story where call_out <> '';

create trigger call_out_first after insert on story when new.call_out <> '' begin
  insert into call_out_version values (new.id, 1, new.call_out, new.updated_at);
end;
create trigger call_out_next after update of call_out on story when new.call_out <> old.call_out begin
  insert into call_out_version
    select new.id, ifnull(max(version), 0) + 1, new.call_out, new.updated_at from call_out_version where story_id = new.id;
end;

create table consent (                      -- what staff wrote down; the last line for each thing stands
  id text primary key,
  submission_number integer not null references submission (number) on delete cascade,
  what text not null check (what in ('publish', 'name', 'place', 'contact', 'picture')),
  answer text not null check (answer in ('yes', 'part', 'no')),
  evidence text not null,                   -- the reader's words, or how they were given
  made_by text not null,
  at integer not null
) strict;
create index consent_submission on consent (submission_number);

create table verification (                 -- who was rung back or confirmed, by whom and how
  id text primary key,
  submission_number integer not null references submission (number) on delete cascade,
  how text not null check (how in ('rang', 'wrote', 'met', 'document', 'other')),
  who text not null,                        -- who confirmed
  note text not null,
  made_by text not null,
  at integer not null
) strict;
create index verification_submission on verification (submission_number);

alter table submission add column authentication text not null default ''; -- Authentication-Results as they stood, a line each
