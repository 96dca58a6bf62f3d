-- oldest release: 0.1.0
-- Whose email this is to decide. It locks nothing: others are led past it.
create table assignment (
  submission_number integer primary key references submission (number) on delete cascade,
  staff_id text not null references staff (id) on delete cascade,
  made_by text not null references staff (id),
  at integer not null
) strict;
create index assignment_staff on assignment (staff_id, submission_number);
