-- oldest release: 0.1.0
-- Length of an entry in words: beyond the first number the desk warns, beyond the second it refuses; 0 sets none.
alter table story add column words_soft integer not null default 0 check (words_soft >= 0);
alter table story add column words_hard integer not null default 0 check (words_hard >= 0);
alter table story add column verbs text not null default '';  -- a line each; '' stands for the usual ones

-- A view is a name for a query string. `staff_id` null: the team's.
create table saved_view (
  id text primary key,
  story_id text not null references story (id) on delete cascade,
  staff_id text references staff (id) on delete cascade,
  name text not null,
  query text not null,
  made_by text not null references staff (id),
  created_at integer not null
) strict;
create index saved_view_story on saved_view (story_id, name);
