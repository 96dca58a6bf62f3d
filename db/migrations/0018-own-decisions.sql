-- oldest release: 0.1.0
-- A person's own decisions, newest first: undo after a reload walks back along them.
create index event_decisions on event (actor, seq) where kind in ('approved', 'held', 'rejected', 'spam');
