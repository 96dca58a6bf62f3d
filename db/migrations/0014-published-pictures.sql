-- oldest release: 0.1.0
-- Pictures that stand with an entry, and what a draft keeps of one.

create table picture (                      -- as published, under an id of its own
  id text primary key,
  entry_id text not null references entry (id),
  position integer not null,                -- of the attachment it was made of
  aspect text not null,
  focal integer not null,
  width integer not null,
  height integer not null,
  large blob not null,                      -- WebP without metadata
  small_width integer not null,
  small_height integer not null,
  small blob not null,
  made_at integer not null
) strict;
create index picture_entry on picture (entry_id);

alter table revision add column picture_id text references picture (id);
alter table revision add column picture_width integer not null default 0;
alter table revision add column picture_height integer not null default 0;
alter table revision add column picture_alt text not null default '';
alter table revision add column picture_credit text not null default '';

alter table draft add column picture text not null default ''; -- what was chosen and typed of a picture, as JSON
