-- oldest release: 0.1.0
alter table mailbox add column fetching integer not null default 0;  -- 1: a look has seen mail and has not fetched all of it yet
alter table mailbox add column certificate_until integer;            -- when the server's certificate ends; null: no TLS, or not seen yet
