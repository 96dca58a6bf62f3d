-- oldest release: 0.1.0
alter table token add column scopes text not null default '';  -- names separated by blanks; '' is all that the role allows
alter table token add column expires_at integer;               -- null: until it is revoked
