-- Whoever owns what is in a room hears of it once people pause: title, text, mentions.
alter table sync_room add column settle_due boolean not null default false;

-- As in 0038 and 0039; what is stored is also to be settled.
create or replace function store_sync_updates(
  tenants uuid[], rooms uuid[], generations int[],
  places int[], users uuid[], connections uuid[], updates bytea[], stored_at timestamptz
) returns table (place int, base bigint) language plpgsql set lock_timeout = '2s' as $$
begin
  perform 1 from sync_room r
    join unnest(tenants, rooms) as given (tenant_id, id) on r.tenant_id = given.tenant_id and r.id = given.id
    order by r.tenant_id, r.id
    for no key update of r;
  return query
  with entry as (
    select e.*, row_number() over (partition by e.at_place order by e.ord) as nth
    from unnest(places, users, connections, updates) with ordinality as e (at_place, user_id, connection_id, change, ord)
  ), counted as (
    select e.at_place, count(*) as n, sum(length(e.change)) as size from entry e group by e.at_place
  ), moved as (
    update sync_room r
    set head_seq = r.head_seq + c.n,
      settle_due = true,
      bytes = r.bytes + c.size,
      compaction_due = r.compaction_due or r.head_seq + c.n - r.snapshot_seq >= 500
    from counted c
    where r.tenant_id = tenants[c.at_place] and r.id = rooms[c.at_place] and r.generation = generations[c.at_place]
    returning c.at_place, r.tenant_id, r.id, r.generation, r.head_seq - c.n as base
  ), written as (
    insert into sync_update (tenant_id, room_id, seq, generation, user_id, connection_id, update, at)
    select m.tenant_id, m.id, m.base + e.nth, m.generation, e.user_id, e.connection_id, e.change, stored_at
    from entry e join moved m on m.at_place = e.at_place
  )
  select m.at_place, m.base from moved m;
end $$;
