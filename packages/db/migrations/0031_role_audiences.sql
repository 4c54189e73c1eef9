-- Audiences that follow the staff: one for each role, one for everybody who has any. Kept by the database, so that no
-- command, import or older version can leave them behind. Settled when the transaction ends: an import brings them
-- along itself, and then there is nothing left to do.
create function keep_role_audiences() returns trigger language plpgsql as $$
declare
  hall uuid := coalesce(new.tenant_id, old.tenant_id);
  who uuid := coalesce(new.person_id, old.person_id);
  role_now text := (select role from membership where tenant_id = hall and person_id = who);
  at timestamptz := (select coalesce(test_clock_at, clock_timestamp()) from tenant where id = hall);
begin
  delete from audience_member m using audience a
  where m.tenant_id = hall and m.person_id = who and a.tenant_id = hall and a.id = m.audience_id and a.kind = 'role'
    and a.source_key is distinct from role_now and not (a.source_key = 'all-staff' and role_now is not null);
  if role_now is null then
    return null;
  end if;
  insert into audience (tenant_id, kind, source_key, name, created_at, updated_at)
  select hall, 'role', r, r, at, at from unnest(array['owner', 'admin', 'manager', 'staff', 'viewer', 'all-staff']) r
  on conflict (tenant_id, kind, source_key) do nothing;
  insert into audience_member (tenant_id, audience_id, person_id, added_at)
  select hall, a.id, who, at from audience a
  where a.tenant_id = hall and a.kind = 'role' and a.source_key in (role_now, 'all-staff')
  on conflict (tenant_id, audience_id, person_id) do nothing;
  return null;
end $$;

-- The halls that are there already. The owner is bound by row-level security as everybody is, until this transaction's end.
alter table tenant no force row level security;
alter table membership no force row level security;
alter table audience no force row level security;
alter table audience_member no force row level security;
insert into audience (tenant_id, kind, source_key, name, created_at, updated_at)
select t.id, 'role', r, r, t.created_at, t.created_at
from tenant t, unnest(array['owner', 'admin', 'manager', 'staff', 'viewer', 'all-staff']) r
where exists (select from membership m where m.tenant_id = t.id)
on conflict (tenant_id, kind, source_key) do nothing;
insert into audience_member (tenant_id, audience_id, person_id, added_at)
select m.tenant_id, a.id, m.person_id, m.created_at
from membership m join audience a on a.tenant_id = m.tenant_id and a.kind = 'role' and a.source_key in (m.role, 'all-staff')
on conflict (tenant_id, audience_id, person_id) do nothing;
alter table tenant force row level security;
alter table membership force row level security;
alter table audience force row level security;
alter table audience_member force row level security;

create constraint trigger keep_role_audiences after insert or update or delete on membership
  deferrable initially deferred for each row execute function keep_role_audiences();
