-- oldest release: 0.1.0
-- A consumer may be a hub (WebSub): told only that the feeds changed, it fetches them itself.
alter table webhook add column kind text not null default 'webhook' check (kind in ('webhook', 'hub'));
-- The page_seq a hub was told of: pins and headlines change a feed's bytes, and are no change of an entry.
alter table delivery add column page_seq integer not null default 0;
