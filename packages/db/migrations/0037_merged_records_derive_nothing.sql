-- A record that was merged into another shows nothing of its own: what is derived stands with the record that stays. So
-- it holds on to no company either, and comes back as it was when the two part, since that derives it again.

create or replace function derive_merged() returns trigger language plpgsql as $$
declare
  changed record;
begin
  if derive_written() then
    return null;
  end if;
  for changed in
    select n.tenant_id as tenant, array_agg(n.id) || array_remove(array_agg(o.canonical_id), null) as people,
      array_agg(n.id) filter (where n.canonical_id is not null) as merged
    from stale o join fresh n on n.tenant_id = o.tenant_id and n.id = o.id
    where n.canonical_id is distinct from o.canonical_id
    group by n.tenant_id
  loop
    perform derive_contacts(changed.tenant, changed.people), derive_positions(changed.tenant, changed.people),
      derive_activity(changed.tenant, changed.people);
    update person set email = null, phone = null, company_id = null, job_title = null
    where tenant_id = changed.tenant and id = any (changed.merged)
      and num_nonnulls(email, phone, company_id, job_title) > 0;
  end loop;
  return null;
end $$;

-- What is there already. The owner is bound by row-level security as everybody is, until this transaction's end.
alter table person no force row level security;
update person set email = null, phone = null, company_id = null, job_title = null
where canonical_id is not null and num_nonnulls(email, phone, company_id, job_title) > 0;
alter table person force row level security;
