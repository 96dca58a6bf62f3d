-- oldest release: 0.1.0
alter table story add column opens_at integer;  -- a scheduled story opens itself then; null: when somebody opens it
