-- oldest release: 0.1.0
-- What an entry can be besides one reader's email, what stands around its words, and the stop button of a story.

alter table entry add column kind text not null default 'letter'
  check (kind in ('letter', 'group', 'quote', 'note', 'call-out', 'post'));
alter table entry add column group_id text references entry (id); -- a member is published in its group, never by itself
alter table entry add column group_position integer;
alter table entry add column page_at integer;             -- the place on the page; moving an entry passes these around
alter table entry add column key_point integer not null default 0;
alter table entry add column embargo_at integer;          -- nobody may publish it before
update entry set page_at = published_at;
create index entry_group on entry (group_id, group_position) where group_id is not null;
create index entry_page on entry (story_id, state, page_at);

alter table revision add column headline text not null default '';
alter table revision add column name_form text not null default ''
  check (name_form in ('', 'full', 'first', 'initials', 'withheld'));  -- of the name as it is printed
alter table revision add column town text not null default '';
alter table revision add column region text not null default '';
alter table revision add column country text not null default '';
alter table revision add column role text not null default '';         -- junior doctor; Health Secretary
alter table revision add column own_line text not null default '';     -- a line written by hand, which wins
alter table revision add column programme text not null default '';    -- Today Programme
alter table revision add column service text not null default '';      -- BBC Radio 4
alter table revision add column url text not null default '';          -- where somebody else's post stands
alter table revision add column language text not null default '';     -- BCP 47; '' is the newsroom's
alter table revision add column note text not null default '';         -- what readers are told of a correction
alter table revision add column noted_at integer;

create table revision_tag (
  entry_id text not null,
  revision integer not null,
  position integer not null,
  tag text not null,
  primary key (entry_id, revision, position),
  foreign key (entry_id, revision) references revision (entry_id, revision)
) strict, without rowid;

alter table story add column stopped text check (stopped in ('frozen', 'down'));  -- frozen: nothing new goes live
alter table story add column stopped_words text not null default '';              -- down: what readers see instead
alter table story add column stopped_at integer;
alter table story add column call_out_every integer not null default 0;           -- after every so many entries; 0: only at the top
