-- Rooms that people edit together: where each stands, and every change to it, in the order in which it was stored.

-- A room of any kind: a document, a board. What it is about stands with its kind; sync knows the room alone.
create table sync_room (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  kind text not null check (kind ~ '^[a-z][a-z-]{0,30}$'),
  subject_id uuid not null,
  -- Goes up when the content is replaced: what was edited in an older one cannot be merged into it.
  generation int not null default 1,
  schema_version int not null,
  -- The number of its newest change. Taken under this row's lock, so that numbers are in the order of commits.
  head_seq bigint not null default 0,
  -- The last change of the generation before.
  base_seq bigint not null default 0,
  -- The newest change that a snapshot of this generation holds.
  snapshot_seq bigint not null default 0,
  -- The newest change that has moved from the log into the archive.
  archived_seq bigint not null default 0,
  -- Goes up when who may enter has changed; open sockets are asked again.
  access_version int not null default 1,
  -- Bytes of all its changes.
  bytes bigint not null default 0,
  compaction_due boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, subject_id)
) with (fillfactor = 50);
create index sync_room_due on sync_room (tenant_id, id) where compaction_due;
call make_tenant_table('sync_room');
call open_to_platform('sync_room', 'select, update', 'sync');
call open_to_platform('sync_room', 'select', 'operate');

-- A change as it was stored, with who made it. Never altered; the older ones move into the archive.
create table sync_update (
  tenant_id uuid not null,
  room_id uuid not null,
  seq bigint not null,
  generation int not null,
  user_id uuid,
  connection_id uuid,
  update bytea not null,
  at timestamptz not null,
  primary key (tenant_id, room_id, seq),
  foreign key (tenant_id, room_id) references sync_room on delete cascade
);
call make_tenant_table('sync_update', 'select, insert, delete');
call open_to_platform('sync_update', 'select, insert, delete', 'sync');

-- All changes of a generation up to one of them, as one; proven equal to the log before it is written.
create table sync_snapshot (
  tenant_id uuid not null,
  room_id uuid not null,
  seq bigint not null,
  generation int not null,
  state bytea not null,
  at timestamptz not null,
  primary key (tenant_id, room_id, seq),
  foreign key (tenant_id, room_id) references sync_room on delete cascade
);
call make_tenant_table('sync_snapshot', 'select, insert, delete');
call open_to_platform('sync_snapshot', 'select, insert, delete', 'sync');

-- Changes that snapshots cover, many to a row, compressed: the history that is kept whole.
create table sync_archive (
  tenant_id uuid not null,
  room_id uuid not null,
  first_seq bigint not null,
  last_seq bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  entries bytea not null,
  primary key (tenant_id, room_id, first_seq),
  check (last_seq >= first_seq),
  foreign key (tenant_id, room_id) references sync_room on delete cascade
);
call make_tenant_table('sync_archive', 'select, insert, delete');
call open_to_platform('sync_archive', 'select, insert', 'sync');

-- A process that serves rooms, when it was last heard of, and its figures, for the operator.
create table sync_node (
  id uuid primary key,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  figures jsonb not null
);
create index sync_node_seen on sync_node (seen_at);
call open_to_platform('sync_node', 'select, insert, update, delete', 'sync');
call open_to_platform('sync_node', 'select', 'operate');

-- Stores changes of several rooms at once and says from which number on each room's stand. Rooms are locked in the order
-- of their ids, so that two nodes never wait for one another. A room that is gone, or of another generation, is left out
-- of the answer, and its changes are not stored. In the answer and in `places`, a room goes by its place in `rooms`, from 1.
create function store_sync_updates(
  tenants uuid[], rooms uuid[], generations int[],
  places int[], users uuid[], connections uuid[], updates bytea[], stored_at timestamptz
) returns table (place int, base bigint) language plpgsql as $$
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
grant execute on function store_sync_updates to guildhall_platform;
