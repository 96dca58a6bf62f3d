-- oldest release: 0.1.0
-- Sites that may show a story in a frame of theirs, and in which colours.
create table embed_host (
  story_id text not null references story (id),
  host text not null,                       -- www.example.org, *.example.org, with a port where it needs one; * is any
  primary key (story_id, host)
) strict, without rowid;

create table embed_theme (                  -- no row: light or dark, as the reader's system is
  story_id text primary key references story (id),
  ground text not null,                     -- #rrggbb
  ink text not null,
  accent text not null
) strict;
