-- The foundations: what every later table stands on.
--
-- Four roles, made for the whole cluster before the first migration (src/roles.ts):
--   the owner           owns the schema; migrations and backups only
--   guildhall_app       owns nothing, bound by row-level security to one tenant a transaction
--   guildhall_platform  owns nothing, bound by row-level security to a named purpose a transaction
--   guildhall_jobs      owns graphile_worker's schema and nothing else

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The tenant that this transaction is bound to; null outside of withTenant, so that nothing is visible.
create function current_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;

-- What a platform transaction is for; null outside of withPlatform.
create function current_purpose() returns text language sql stable parallel safe
  return nullif(current_setting('app.purpose', true), '');

-- Makes a table one tenant's business: row-level security, forced, and the one policy that all of them share.
create procedure make_tenant_table(target regclass, app_may text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$create policy tenant on %s to guildhall_app
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$policy$, target);
  execute format('grant %s on %s to guildhall_app', app_may, target);
end $$;

-- Lets the platform role do `may` to a table in transactions of one of these purposes.
create procedure open_to_platform(target regclass, may text, variadic purposes text[]) language plpgsql as $$
declare
  verb text;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  foreach verb in array string_to_array(may, ', ') loop
    execute format('create policy %I on %s for %s to guildhall_platform %s',
      'platform ' || verb || ' for ' || array_to_string(purposes, ', '), target, verb,
      case verb
        when 'insert' then format('with check (current_purpose() = any (%L))', purposes)
        else format('using (current_purpose() = any (%L))', purposes)
      end);
    execute format('grant %s on %s to guildhall_platform', verb, target);
  end loop;
end $$;

-- A company and its hall. The platform finds it by its slug; inside, only its own row is there.
create table tenant (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{1,46}[a-z0-9])$'),
  name text not null check (length(name) between 1 and 200),
  locale text not null default 'en' check (locale in ('en', 'zh-CN')),
  time_zone text not null default 'UTC',
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  status text not null default 'active' check (status in ('active', 'suspended')),
  -- Where the tenant's clock stands when it is a test clock; null for real time.
  test_clock_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null
);
create index tenant_test_clock on tenant (id) where test_clock_at is not null;
call open_to_platform('tenant', 'select', 'resolve-tenant', 'sign-in', 'relay', 'operate', 'transfer');
call open_to_platform('tenant', 'update', 'operate');
-- A tenant is made from inside, in one transaction with all that it starts with.
create policy own on tenant to guildhall_app using (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update (name, locale, time_zone, accent, test_clock_at, version) on tenant to guildhall_app;

-- A human who signs in, once for all tenants.
create table user_account (
  id uuid primary key default uuidv7(),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  email_verified_at timestamptz,
  password_hash text,
  locale text check (locale in ('en', 'zh-CN')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  is_operator boolean not null default false,
  created_at timestamptz not null,
  unique (email)
);
call open_to_platform('user_account', 'select', 'sign-in', 'transfer', 'operate');
call open_to_platform('user_account', 'insert', 'sign-in', 'transfer');
call open_to_platform('user_account', 'update', 'sign-in');

-- A signed-in device. The id is the SHA-256 of the token in its cookie, so that reading it here helps no thief.
create table session (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  user_id uuid not null references user_account on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text,
  ip inet
);
create index session_user_id on session (user_id);
call open_to_platform('session', 'select, insert, update, delete', 'sign-in');

-- Attempts on credentials, counted by what is attacked and from where.
create table attempt_window (
  key text not null,
  window_start timestamptz not null,
  attempts int not null,
  primary key (key, window_start)
);
call open_to_platform('attempt_window', 'select, insert, update, delete', 'sign-in');
