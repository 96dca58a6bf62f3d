-- oldest release: 0.1.0
-- What else the desk of a story may be told, how a colleague likes it, and when a story that closes is closed.

alter table story add column pin_max integer not null default 3 check (pin_max between 0 and 10);
alter table story add column show_balance integer not null default 1;

create table story_subject (                -- words of a subject that lead an email to a story
  story_id text not null references story (id),
  position integer not null,
  words text not null,                      -- lower case
  primary key (story_id, position)
) strict, without rowid;

-- A story that is closing takes mail for fifteen minutes more, whoever or whatever said that it closes.
alter table story add column closes_at integer;
create trigger story_closing after update of status on story when new.status = 'closing' and old.status <> 'closing' begin
  update story set closes_at = new.updated_at + 900000 where id = new.id;
end;
create trigger story_not_closing after update of status on story when new.status <> 'closing' and old.status = 'closing' begin
  update story set closes_at = null where id = new.id;
end;

alter table staff add column spoken integer not null default 1;   -- arrivals are told to a screen reader
alter table staff add column sound integer not null default 0;    -- and by a short tone
alter table staff add column coached integer not null default 0;  -- has seen the first steps
update staff set coached = 1;
