-- The timeline: what happened to somebody, one line for each fact that concerns them, and for what staff wrote down.
-- Projected from facts, and so to be had again from them at any time. It holds ids, and no words.
create table timeline_entry (
  tenant_id uuid not null references tenant,
  -- The row itself, also of somebody who was merged into another: reads unite them. No foreign key: somebody who is
  -- removed and brought back by undo finds their timeline again.
  subject_type text not null check (subject_type in ('person', 'company')),
  subject_id uuid not null,
  -- When it happened, to the millisecond in which facts count.
  at timestamptz not null,
  -- The fact's id; of a note its own; of a batch its change set's.
  id uuid not null,
  -- What the fact is called: by it the words are found.
  name text not null check (length(name) between 1 and 80),
  -- What it is filtered by.
  kind text not null check (length(kind) between 1 and 40),
  actor_person_id uuid,
  -- The note or task whose lines these are: they are replaced together.
  about_id uuid,
  payload jsonb not null default '{}',
  -- Whether they did something themselves, or were spoken with.
  active boolean not null default false,
  -- Read backwards for a page; one fact is one line for each whom it concerns, however often it is handled.
  primary key (tenant_id, subject_id, at, id)
);
create index timeline_entry_kind on timeline_entry (tenant_id, subject_id, kind, at, id);
create index timeline_entry_active on timeline_entry (tenant_id, subject_id, at) where active;
create index timeline_entry_about on timeline_entry (tenant_id, about_id) where about_id is not null;
call make_tenant_table('timeline_entry');

-- When these people were last heard of: the record that stays, over all that are one with it; one that was merged into
-- it, by itself, as it will be once they are parted. Writes only what differs.
create function derive_activity(tenant uuid, people uuid[]) returns void language sql volatile
begin atomic
  with touched as (
    select p.id, p.canonical_id is null as stays from person p where p.tenant_id = tenant and p.id = any (people)
    union
    select p.canonical_id, true from person p
    where p.tenant_id = tenant and p.id = any (people) and p.canonical_id is not null
  ), parts as (
    select t.id as root, t.id from touched t
    union all
    select t.id, q.id from touched t join person q on q.tenant_id = tenant and q.canonical_id = t.id where t.stays
  ), known as (
    select q.root as id, max(newest.at) as at
    from parts q left join lateral (
      select e.at from timeline_entry e
      where e.tenant_id = tenant and e.subject_id = q.id and e.active order by e.at desc limit 1
    ) newest on true
    group by q.root
  )
  update person p set last_activity_at = k.at from known k
  where p.tenant_id = tenant and p.id = k.id and p.last_activity_at is distinct from k.at;
end;

-- As before, and when they were last heard of.
create or replace function derive_merged() returns trigger language plpgsql as $$
begin
  if not derive_written() then
    perform derive_contacts(tenant_id, people), derive_positions(tenant_id, people), derive_activity(tenant_id, people)
    from (
      select n.tenant_id, array_agg(n.id) || array_remove(array_agg(o.canonical_id), null) as people
      from stale o join fresh n on n.tenant_id = o.tenant_id and n.id = o.id
      where n.canonical_id is distinct from o.canonical_id
      group by n.tenant_id
    ) changed;
  end if;
  return null;
end $$;
