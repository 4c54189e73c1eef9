-- How a hall begins and ends: companies that sign themselves up, the first steps inside, the whole of it to take
-- along, and the removal of everything that was its own.

-- A company that asked for a hall and has not yet answered the mail. It holds all that was typed, so that nothing has
-- to be typed again, and the ids that the account and the hall will have, so that answering twice does it once.
create table sign_up (
  id uuid primary key default uuidv7(),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  full_name text not null check (length(full_name) between 1 and 200),
  company text not null check (length(company) between 1 and 200),
  slug text not null,
  -- Argon2id of the chosen password; blanked once the hall is open.
  password_hash text,
  -- SHA-256 of a cookie: only in the browser that began it does the chosen password become the account's.
  browser_hash text not null check (browser_hash ~ '^[0-9a-f]{64}$'),
  locale text not null check (locale in ('en', 'zh-CN')),
  time_zone text not null,
  account_id uuid not null default uuidv7(),
  hall_id uuid not null default uuidv7(),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz
);
create index sign_up_expires on sign_up (expires_at);
create index sign_up_browser on sign_up (browser_hash);
call open_to_platform('sign_up', 'select, insert, update, delete', 'sign-up');
call open_to_platform('user_account', 'select, insert', 'sign-up');
call open_to_platform('credential_token', 'select, insert, update', 'sign-up');
-- A mail is queued in the transaction that makes its link. Never a tenant's.
create policy "platform insert of its own for sign-up, closing" on message for insert to guildhall_platform
  with check (current_purpose() = any ('{sign-up,closing}'::text[]) and tenant_id is null);
create policy "platform select of its own for sign-up, closing" on message for select to guildhall_platform
  using (current_purpose() = any ('{sign-up,closing}'::text[]) and tenant_id is null);
call open_to_platform('tenant', 'select', 'sign-up');

-- What somebody of the staff is through with among the first steps: done where no row shows it, or not wanted.
create table starter_step (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  step text not null check (length(step) between 1 and 40),
  settled text not null check (settled in ('done', 'dismissed')),
  settled_at timestamptz not null,
  primary key (tenant_id, person_id, step),
  foreign key (tenant_id, person_id) references person
);
call make_tenant_table('starter_step');

-- Everything that a hall has, packed for whoever asked. The bytes are kept for a week. Their key is not called
-- storage_key: an export does not take earlier exports along.
create table tenant_export (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  requested_by_person_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'packing', 'ready', 'failed', 'swept')),
  -- Written so far, and at last in all.
  bytes bigint not null default 0 check (bytes >= 0),
  archive_key text,
  requested_at timestamptz not null,
  -- When the packing last said that it goes on, by the wall's clock: one that has fallen silent is given up.
  seen_at timestamptz not null,
  finished_at timestamptz,
  -- By the tenant's clock.
  expires_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, requested_by_person_id) references person,
  check ((state = 'ready') = (archive_key is not null))
);
create unique index tenant_export_one on tenant_export (tenant_id) where state in ('waiting', 'packing');
create index tenant_export_newest on tenant_export (tenant_id, requested_at desc, id desc);
call make_tenant_table('tenant_export');

-- A hall whose days of grace are over is closed: nobody enters any more, and its rows may go.
alter table tenant add column closed_at timestamptz;
alter table tenant add constraint tenant_closed check (closed_at is null or (closes_at is not null and closed_at >= closes_at)) not valid;
alter table tenant validate constraint tenant_closed;
grant update (closed_at) on tenant to guildhall_app;

-- Whether the tenant of this transaction is closed; refuses whoever deletes before that.
create function closed_only() returns boolean language plpgsql stable as $$
begin
  if exists (select from tenant where id = current_tenant() and closed_at is not null) then
    return true;
  end if;
  raise insufficient_privilege using message = 'permission denied: these rows are kept until their hall is closed';
end $$;

-- History cannot be deleted while the hall stands, and goes with it when it is closed.
create procedure keep_until_closed(target regclass) language plpgsql as $$
begin
  execute format('create policy closing on %s as restrictive for delete to guildhall_app using ((select closed_only()))', target);
  execute format('grant delete on %s to guildhall_app', target);
end $$;

-- As before, and: what the app may not delete is kept until the hall is closed.
create or replace procedure make_tenant_table(target regclass, app_may text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$create policy tenant on %s to guildhall_app
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$policy$, target);
  execute format('grant %s on %s to guildhall_app', app_may, target);
  if not has_table_privilege('guildhall_app', target, 'delete') then
    call keep_until_closed(target);
  end if;
end $$;

-- Every tenant table so far that the app may not delete from, and the hall's own row.
do $$
declare
  target regclass;
begin
  for target in
    select t.oid::regclass from pg_class t
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      and (t.relname = 'tenant' or exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped))
      and not has_table_privilege('guildhall_app', t.oid, 'delete')
  loop
    call keep_until_closed(target);
  end loop;
end $$;

-- What is left of a hall that is gone: enough to finish its removal after a crash, and to tell its owners.
create table closed_hall (
  hall_id uuid primary key,
  slug text not null,
  name text not null,
  locale text not null check (locale in ('en', 'zh-CN')),
  owner_account_ids uuid[] not null,
  closed_at timestamptz not null,
  finished_at timestamptz
);
call open_to_platform('closed_hall', 'select, insert, update', 'closing');
call open_to_platform('closed_hall', 'select', 'operate');
call open_to_platform('user_account', 'select', 'closing');

-- Suspending a hall stands in its own history.
call open_to_platform('audit_entry', 'insert', 'operate');
