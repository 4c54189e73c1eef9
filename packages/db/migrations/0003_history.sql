-- What happened and how to take it back: audit, change sets, facts, and the queue that carries facts to handlers.

-- A change that touched many rows at once and can be undone as one.
create table change_set (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  kind text not null,
  actor_user_id uuid,
  actor_person_id uuid,
  summary jsonb not null default '{}',
  version bigint not null default 1,
  created_at timestamptz not null,
  undone_at timestamptz,
  undone_by_person_id uuid,
  primary key (tenant_id, id)
);
create index change_set_newest on change_set (tenant_id, created_at desc, id desc);
call make_tenant_table('change_set', 'select, insert, update');

-- A row as it was before and after its change set. No before: the change set made it. No after: it removed it.
create table change_set_item (
  tenant_id uuid not null,
  change_set_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  -- The subject's version after this change: which of its facts come before the batch, and which wait for it.
  subject_version bigint,
  -- The person whose data the images hold, so that erasing that person redacts them.
  person_id uuid,
  before jsonb,
  after jsonb,
  redacted_at timestamptz,
  primary key (tenant_id, change_set_id, subject_type, subject_id),
  foreign key (tenant_id, change_set_id) references change_set
);
create index change_set_item_subject on change_set_item (tenant_id, subject_id);
create index change_set_item_person on change_set_item (tenant_id, person_id) where person_id is not null;
call make_tenant_table('change_set_item', 'select, insert');
grant update (before, after, redacted_at) on change_set_item to guildhall_app;
call open_to_platform('change_set_item', 'select', 'relay');

-- Every change that a person would call one. Written once; only erasure may blank its values.
create table audit_entry (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'system', 'visitor')),
  actor_user_id uuid,
  actor_person_id uuid,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  person_id uuid,
  before jsonb,
  after jsonb,
  change_set_id uuid,
  request_id text,
  redacted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, change_set_id) references change_set
);
create index audit_entry_newest on audit_entry (tenant_id, at desc, id desc);
create index audit_entry_subject on audit_entry (tenant_id, subject_type, subject_id, at desc, id desc);
create index audit_entry_person on audit_entry (tenant_id, person_id) where person_id is not null;
call make_tenant_table('audit_entry', 'select, insert');
grant update (before, after, redacted_at) on audit_entry to guildhall_app;

-- Something that happened, under a name of packages/facts. Kept: timelines are read from it. No personal data in it.
create table fact (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  name text not null,
  subject_type text not null,
  subject_id uuid not null,
  subject_version bigint,
  payload jsonb not null,
  actor_kind text not null check (actor_kind in ('person', 'system', 'visitor')),
  actor_user_id uuid,
  actor_person_id uuid,
  change_set_id uuid,
  request_id text,
  -- By the tenant's clock.
  occurred_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, subject_type, subject_id, subject_version)
);
call make_tenant_table('fact', 'select, insert');

-- A fact that no relay has taken up yet. Written in the transaction that made the fact, deleted in the one that
-- writes its deliveries.
create table outbox (
  tenant_id uuid not null,
  fact_id uuid not null,
  name text not null,
  subject_id uuid not null,
  subject_version bigint,
  change_set_id uuid,
  primary key (tenant_id, fact_id)
);
create index outbox_subject on outbox (tenant_id, subject_id);
call make_tenant_table('outbox', 'select, insert');
call open_to_platform('outbox', 'select, update, delete', 'relay');

-- A fact on its way to one handler. Deleted in the transaction that holds the handler's own effects, which is why
-- those happen once; parked as 'failed' after its last attempt, where the operator sees it. An attempt is counted when
-- a relay takes the delivery up, so that one which kills its process is counted too; until the next attempt is due no
-- other relay takes it up.
create table delivery (
  tenant_id uuid not null,
  fact_id uuid not null,
  handler text not null,
  ordered boolean not null,
  subject_id uuid not null,
  subject_version bigint,
  change_set_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'failed')),
  attempts int not null default 0,
  due_at timestamptz not null,
  last_error text,
  created_at timestamptz not null,
  primary key (tenant_id, fact_id, handler)
);
create index delivery_due on delivery (due_at, fact_id) where state = 'waiting';
create index delivery_failed on delivery (created_at, fact_id) where state = 'failed';
create index delivery_order on delivery (tenant_id, handler, subject_id, subject_version) where ordered;
create index delivery_batches on delivery (tenant_id, handler) where ordered and change_set_id is not null;
call make_tenant_table('delivery');
call open_to_platform('delivery', 'select, insert, update, delete', 'relay', 'operate');

-- A fact that will happen when its moment comes by the tenant's clock. Taking it out cancels it.
create table scheduled_fact (
  tenant_id uuid not null references tenant,
  -- The caller's own name for it; scheduling the same key again moves it.
  key text not null,
  name text not null,
  payload jsonb not null,
  -- By the tenant's clock.
  due_at timestamptz not null,
  -- How often it could not happen, why, and when (by the wall's clock) it is tried again.
  attempts int not null default 0,
  retry_at timestamptz,
  last_error text,
  primary key (tenant_id, key)
);
create index scheduled_fact_due on scheduled_fact (due_at);
create index scheduled_fact_tenant on scheduled_fact (tenant_id, due_at);
call make_tenant_table('scheduled_fact');
call open_to_platform('scheduled_fact', 'select, update', 'relay', 'operate');

-- A process that runs jobs, and when it was last heard of.
create table worker_node (
  id text primary key,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
call open_to_platform('worker_node', 'select, insert, update, delete', 'relay', 'operate');

-- Whether an ordered delivery has to wait: for an earlier fact of its subject, or for a batch that touched the
-- subject earlier; and a batch for earlier facts of the subjects it touched. An outbox row counts as well, since
-- two relays may take up a subject's facts out of turn. Asked of every delivery in sight at every round, so the
-- likeliest reason comes first and ends it.
create function delivery_waits(d delivery) returns boolean language plpgsql stable as $$
begin
  if not d.ordered then
    return false;
  elsif exists (
    select from delivery e
    where e.tenant_id = d.tenant_id and e.handler = d.handler and e.ordered
      and e.subject_id = d.subject_id and e.subject_version < d.subject_version
  ) or exists (
    select from outbox e
    where e.tenant_id = d.tenant_id and e.subject_id = d.subject_id and e.subject_version < d.subject_version
  ) or exists (
    select from delivery e
    join change_set_item i on i.tenant_id = e.tenant_id and i.change_set_id = e.change_set_id
    where e.tenant_id = d.tenant_id and e.handler = d.handler and e.ordered and e.change_set_id is not null
      and i.subject_id = d.subject_id and i.subject_version < d.subject_version
  ) or exists (
    select from outbox e
    join change_set_item i on i.tenant_id = e.tenant_id and i.change_set_id = e.change_set_id
    where e.tenant_id = d.tenant_id and e.change_set_id is not null
      and i.subject_id = d.subject_id and i.subject_version < d.subject_version
  ) then
    return true;
  elsif d.change_set_id is null then
    return false;
  end if;
  return exists (
    select from change_set_item i
    join delivery e on e.tenant_id = i.tenant_id and e.subject_id = i.subject_id
    where i.tenant_id = d.tenant_id and i.change_set_id = d.change_set_id
      and e.handler = d.handler and e.ordered and e.subject_version < i.subject_version
  ) or exists (
    select from change_set_item i
    join outbox e on e.tenant_id = i.tenant_id and e.subject_id = i.subject_id
    where i.tenant_id = d.tenant_id and i.change_set_id = d.change_set_id
      and e.subject_version < i.subject_version
  ) or exists (
    select from change_set_item mine
    join change_set_item theirs on theirs.tenant_id = mine.tenant_id and theirs.subject_id = mine.subject_id
      and theirs.change_set_id <> mine.change_set_id and theirs.subject_version < mine.subject_version
    join delivery e on e.tenant_id = theirs.tenant_id and e.change_set_id = theirs.change_set_id
    where mine.tenant_id = d.tenant_id and mine.change_set_id = d.change_set_id
      and e.handler = d.handler and e.ordered
  );
end $$;

-- Those of these deliveries that are still to be made and that nobody else is making, locked until the transaction
-- ends: the lock is the lease, also of a process that is killed.
create function lock_deliveries(fact_ids uuid[], handlers text[]) returns table (fact_id uuid, handler text) language sql volatile
begin atomic
  select d.fact_id, d.handler
  from unnest(fact_ids, handlers) wanted (fact_id, handler)
  join delivery d on d.tenant_id = current_tenant() and d.fact_id = wanted.fact_id and d.handler = wanted.handler
  where d.state = 'waiting'
  for update of d skip locked;
end;
