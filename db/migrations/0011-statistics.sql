-- oldest release: 0.1.0
-- Statistics read these two and never a row: a story of a million emails must not make the desk wait for its page.
create index submission_received_figures
  on submission (story_id, received_at, state, point_of_view, photos, place) where state is not null;
create index submission_decided_figures
  on submission (story_id, decided_at, decided_by, received_at, state, reason) where decided_at is not null;
