-- oldest release: 0.1.0
-- Pictures: what the first bytes of an attachment say, our own re-encodings of it, and those that were published.

alter table attachment add column kind text check (kind in ('jpeg', 'png', 'webp', 'gif'));
alter table attachment add column sha256 text;                        -- of the file: the same picture may have come before
alter table attachment add column placed integer not null default 0;  -- 1: the file says where it was taken
create index attachment_sha256 on attachment (sha256) where sha256 is not null;

alter table submission add column graphic integer not null default 0; -- 1: a moderator spared others the sight

create table rendition (                    -- made when first asked for, kept with its email
  submission_number integer not null references submission (number) on delete cascade,
  position integer not null,                -- of the attachment
  aspect text not null,                     -- '16:9', '4:3', '1:1' or 'original'
  focal integer not null check (focal between 0 and 8),
  parked text,                              -- why there is none; then the rest is null
  width integer,
  height integer,
  large blob,                               -- WebP without metadata
  small_width integer,
  small_height integer,
  small blob,
  made_at integer not null,
  primary key (submission_number, position, aspect, focal)
) strict;
