-- oldest release: 0.1.0
-- Rules of a story (legal notice, barred words), and what goes to the top of the queue.

alter table story add column legal_notice text not null default '';  -- an injunction, contempt of court: shown on every email

create table barred (                       -- names and words that may not be published in a story
  story_id text not null references story (id),
  position integer not null,
  words text not null,
  primary key (story_id, position)
) strict, without rowid;

-- `safety`: somebody may be in danger; publishing needs two people. `published`: somebody on the live page asks us for something.
alter table submission add column urgent text check (urgent in ('safety', 'published'));
create index submission_urgent on submission (story_id, state, received_at, number) where urgent is not null;

update submission set urgent = 'safety' where stage = 'read' and exists (
  select 1 from finding where submission_number = number and "check" in ('self-harm', 'threat'));
insert into tally select ifnull(story_id, ''), 'urgent', count(*) from submission
  where state = 'waiting' and urgent is not null group by 1;

create trigger tally_urgent_insert after insert on submission when new.state = 'waiting' and new.urgent is not null begin
  insert into tally values (ifnull(new.story_id, ''), 'urgent', 1) on conflict do update set count = count + 1;
end;

create trigger tally_urgent_update after update of story_id, state, urgent on submission begin
  update tally set count = count - 1
    where story_id = ifnull(old.story_id, '') and kind = 'urgent' and old.state = 'waiting' and old.urgent is not null;
  insert into tally select ifnull(new.story_id, ''), 'urgent', 1 where new.state = 'waiting' and new.urgent is not null
    on conflict do update set count = count + 1;
end;
