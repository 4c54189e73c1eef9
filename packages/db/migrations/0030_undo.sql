-- What undo left as it was, and why; undos that wait for a job; and which records are one.

-- {reason, columns}: null where undo did all that it had to do.
alter table change_set_item add column undo_skip jsonb;
grant update (undo_skip) on change_set_item to guildhall_app;

-- Set while a job is to take it back.
alter table change_set
  add column undo_requested_at timestamptz,
  add column undo_requested_by_person_id uuid;

-- Two records that are one, for as long as they are: unmerging takes the row away again. No other row moves.
create table person_merge (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  kept_person_id uuid not null,
  merged_person_id uuid not null,
  change_set_id uuid not null,
  merged_by_person_id uuid,
  merged_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, merged_person_id),
  foreign key (tenant_id, kept_person_id) references person,
  foreign key (tenant_id, merged_person_id) references person,
  foreign key (tenant_id, change_set_id) references change_set,
  check (kept_person_id <> merged_person_id)
);
create index person_merge_kept on person_merge (tenant_id, kept_person_id, merged_at desc, id desc);
call make_tenant_table('person_merge');

-- Who somebody who signs in is here: the record that stays, where theirs was merged into another. Written to `login`,
-- which never moves; read from here.
create view resolved_login with (security_invoker = true) as
  select l.tenant_id, l.user_id, coalesce(p.canonical_id, p.id) as person_id, l.person_id as own_person_id, l.created_at
  from login l join person p on p.tenant_id = l.tenant_id and p.id = l.person_id;
grant select on resolved_login to guildhall_app, guildhall_platform;
