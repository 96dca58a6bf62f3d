-- oldest release: 0.1.0
-- A story that goes on in another: tomorrow's page took over its queue, or the two were merged.
alter table story add column continued_by text references story (id);
alter table story add column merged_at integer;  -- merged: no page, no queue, no list has it any more
