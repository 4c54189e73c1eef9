-- The record of a person: what staff write about them, their company, and the fields that each hall makes for itself.

-- How old code writes still: it knows none of the columns below. All have defaults, and the triggers fill in the rest.
alter table person
  -- What lists sort by: lower case, Chinese by its pinyin, family name first. Written with the name.
  add column sort_name text not null default '' collate "C" check (length(sort_name) <= 400),
  add column stage text check (stage in ('lead', 'prospect', 'customer', 'partner', 'past')),
  -- The member of staff who looks after them.
  add column owner_person_id uuid,
  -- How they came to be here, in the words of the first source: 'by-hand', 'sign-in', 'import:youzan'.
  add column source text not null default 'by-hand' check (length(source) between 1 and 60),
  add column tag_ids uuid[] not null default '{}',
  -- Values of the hall's own fields by the field's id; a field without a value is not there.
  add column fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object'),
  -- Derived, never written by commands: the address and number to use, the present company and position. Kept by the
  -- triggers below, over all the records that were merged into this one.
  add column email text,
  add column phone text,
  add column company_id uuid,
  add column job_title text,
  -- Derived: when they were last heard of. Kept by the timeline.
  add column last_activity_at timestamptz,
  add foreign key (tenant_id, owner_person_id) references person not valid;

-- The identity to use where a person has several of a kind.
alter table person_identity add column preferred boolean not null default false;

-- Old code writes names without what they sort by.
create function keep_sort_name() returns trigger language plpgsql as $$
begin
  if new.sort_name = '' or (tg_op = 'UPDATE' and new.full_name <> old.full_name and new.sort_name = old.sort_name) then
    new.sort_name := lower(left(new.full_name, 200));
  end if;
  return new;
end $$;
create trigger keep_sort_name before insert or update of full_name, sort_name on person
  for each row execute function keep_sort_name();

-- A word that staff put on people and companies alike.
create table tag (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 60),
  -- The name as it is compared: folded, so that "VIP" and "vip" are one.
  name_key text not null check (length(name_key) between 1 and 120),
  tone text not null default 'neutral' check (tone in ('neutral', 'seal', 'jade', 'ochre', 'indigo')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name_key)
);
call make_tenant_table('tag');

-- A field that a hall made for itself.
create table field (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  subject text not null check (subject in ('person', 'company', 'deal', 'order', 'attendee')),
  -- Its name for the API and in addresses; never changes.
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,59}$'),
  name text not null check (length(name) between 1 and 80),
  type text not null check (type in ('text', 'long-text', 'number', 'money', 'date', 'date-time', 'boolean', 'select',
    'multi-select', 'url', 'email', 'phone', 'relation')),
  -- Of a select: [{id, name, tone}] in the order in which they are shown and sorted.
  options jsonb not null default '[]' check (jsonb_typeof(options) = 'array'),
  -- By type: a currency, what a relation leads to, how many decimals.
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  hint text check (length(hint) <= 200),
  required boolean not null default false,
  position int not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, subject, key)
);
call make_tenant_table('field');

-- A company, and what staff write about it.
create table company (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  version bigint not null default 1,
  name text not null check (length(name) between 1 and 200),
  sort_name text not null default '' collate "C" check (length(sort_name) <= 400),
  -- The company that this one belongs to. Never in a circle; commands see to it under the hall's lock.
  parent_id uuid,
  owner_person_id uuid,
  website text check (length(website) <= 500),
  note text check (length(note) <= 4000),
  source text not null default 'by-hand' check (length(source) between 1 and 60),
  tag_ids uuid[] not null default '{}',
  fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, parent_id) references company,
  foreign key (tenant_id, owner_person_id) references person,
  check (parent_id <> id)
);
create index company_newest on company (tenant_id, created_at desc, id desc);
create index company_by_name on company (tenant_id, sort_name, id);
create index company_by_owner on company (tenant_id, owner_person_id, id);
create index company_by_parent on company (tenant_id, parent_id, id);
create index company_by_update on company (tenant_id, updated_at, id);
call make_tenant_table('company');
alter table person add foreign key (tenant_id, company_id) references company not valid;

-- A domain by which people belong to a company: somebody with an address there joins it. Never a free-mail domain.
create table company_domain (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  company_id uuid not null,
  domain text not null check (domain = lower(domain) and length(domain) between 3 and 253),
  source text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, domain),
  foreign key (tenant_id, company_id) references company
);
create index company_domain_company on company_domain (tenant_id, company_id);
call make_tenant_table('company_domain');

-- A person's place in a company, while it lasted. The present one has no end; of several the preferred one counts.
create table affiliation (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  company_id uuid not null,
  person_id uuid not null,
  title text check (length(title) <= 120),
  since date,
  until date,
  preferred boolean not null default false,
  -- 'by-hand', 'domain' (by their address), 'import:…'.
  source text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, company_id) references company,
  foreign key (tenant_id, person_id) references person,
  check (until >= since)
);
create unique index affiliation_once on affiliation (tenant_id, person_id, company_id) where until is null;
create index affiliation_company on affiliation (tenant_id, company_id, person_id);
call make_tenant_table('affiliation');

-- One person's tie to another, in its direction; mutual is when both point.
create table relationship (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  from_person_id uuid not null,
  kind text not null check (kind in ('follows', 'refers', 'knows', 'reports-to', 'partner-of')),
  to_person_id uuid not null,
  since timestamptz not null,
  source text not null check (length(source) between 1 and 60),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, from_person_id, kind, to_person_id),
  foreign key (tenant_id, from_person_id) references person,
  foreign key (tenant_id, to_person_id) references person,
  check (from_person_id <> to_person_id)
);
create index relationship_to on relationship (tenant_id, to_person_id, kind, from_person_id);
call make_tenant_table('relationship');

-- A named set of people. Domains fill them; policies, prices, invitations and visibility read only them.
create table audience (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  -- Who fills it: 'list' by hand, 'role' by the staff who hold it; segments, groups and events bring theirs.
  kind text not null check (kind in ('list', 'role', 'segment', 'group', 'attendees')),
  -- The row that fills it, where one does; a role's name for 'role'.
  source_key text,
  name text not null check (length(name) between 1 and 120),
  version bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, source_key)
);
create index audience_newest on audience (tenant_id, created_at desc, id desc);
call make_tenant_table('audience');

create table audience_member (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  audience_id uuid not null,
  person_id uuid not null,
  added_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, audience_id, person_id),
  foreign key (tenant_id, audience_id) references audience,
  foreign key (tenant_id, person_id) references person
);
create index audience_member_person on audience_member (tenant_id, person_id, audience_id);
call make_tenant_table('audience_member');

-- A way of looking at a grid that somebody kept: its columns, filters and order.
create table saved_view (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  grid text not null check (length(grid) between 1 and 40),
  name text not null check (length(name) between 1 and 80),
  person_id uuid not null,
  shared boolean not null default false,
  state jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
create index saved_view_grid on saved_view (tenant_id, grid, name);
call make_tenant_table('saved_view');

-- The index of everybody's own fields and tags: one table for all tenants, all kinds of records and all types of
-- fields, so that no tenant needs tables of its own. Derived: filled by triggers from the column `fields` (and
-- `tag_ids`, where a tag is a field with an empty key), never written by hand, left out of exports.
create table field_entry (
  tenant_id uuid not null,
  field_id uuid not null,
  -- The value so written that its order is the value's own; text in lower case, cut at 100 characters.
  key text not null collate "C",
  subject_id uuid not null,
  primary key (tenant_id, field_id, key, subject_id)
);
call make_tenant_table('field_entry');

-- A number so written that text order is its order; exact to six decimals and up to a million billion.
create function number_key(value numeric) returns text language sql immutable parallel safe
  return to_char(greatest(least(value, 999999999999999), -999999999999999) + 1000000000000000, 'FM0000000000000000.000000');

-- The keys of one value: an option each of a list, the currency before an amount.
create function value_keys(value jsonb) returns setof text language sql immutable parallel safe
begin atomic
  select case jsonb_typeof(each)
    when 'string' then lower(left(each #>> '{}', 100))
    when 'number' then number_key((each #>> '{}')::numeric)
    when 'boolean' then each #>> '{}'
    when 'object' then (each ->> 'currency') || number_key((each ->> 'amount')::numeric)
  end
  from jsonb_array_elements(case jsonb_typeof(value) when 'array' then value else jsonb_build_array(value) end) each;
end;

-- Every entry of a record.
create function entries_of(fields jsonb, tag_ids uuid[]) returns table (field_id uuid, key text) language sql immutable parallel safe
begin atomic
  select f.name::uuid, k.key from jsonb_each(fields) f (name, value), value_keys(f.value) k (key) where k.key is not null
  union
  select t.id, '' from unnest(tag_ids) t (id);
end;

create function index_new_fields() returns trigger language plpgsql as $$
begin
  insert into field_entry (tenant_id, field_id, key, subject_id)
  select n.tenant_id, e.field_id, e.key, n.id from fresh n, entries_of(n.fields, n.tag_ids) e
  where n.fields <> '{}' or n.tag_ids <> '{}'
  on conflict do nothing;
  return null;
end $$;

create function index_changed_fields() returns trigger language plpgsql as $$
begin
  delete from field_entry f using (
    select o.tenant_id, e.field_id, e.key, o.id
    from stale o join fresh n on n.tenant_id = o.tenant_id and n.id = o.id, entries_of(o.fields, o.tag_ids) e
    where (n.fields, n.tag_ids) is distinct from (o.fields, o.tag_ids)
    except
    select n.tenant_id, e.field_id, e.key, n.id
    from stale o join fresh n on n.tenant_id = o.tenant_id and n.id = o.id, entries_of(n.fields, n.tag_ids) e
    where (n.fields, n.tag_ids) is distinct from (o.fields, o.tag_ids)
  ) gone
  where f.tenant_id = gone.tenant_id and f.field_id = gone.field_id and f.key = gone.key and f.subject_id = gone.id;
  insert into field_entry (tenant_id, field_id, key, subject_id)
  select n.tenant_id, e.field_id, e.key, n.id
  from stale o join fresh n on n.tenant_id = o.tenant_id and n.id = o.id, entries_of(n.fields, n.tag_ids) e
  where (n.fields, n.tag_ids) is distinct from (o.fields, o.tag_ids)
  on conflict do nothing;
  return null;
end $$;

create function index_gone_fields() returns trigger language plpgsql as $$
begin
  delete from field_entry f using stale o, entries_of(o.fields, o.tag_ids) e
  where f.tenant_id = o.tenant_id and f.field_id = e.field_id and f.key = e.key and f.subject_id = o.id;
  return null;
end $$;

-- Keeps a table's `fields` and `tag_ids` in the index. Deals, orders and attendees call it too.
create procedure index_fields(target regclass) language plpgsql as $$
begin
  execute format('create trigger index_new_fields after insert on %s
    referencing new table as fresh for each statement execute function index_new_fields()', target);
  execute format('create trigger index_changed_fields after update on %s
    referencing old table as stale new table as fresh for each statement execute function index_changed_fields()', target);
  execute format('create trigger index_gone_fields after delete on %s
    referencing old table as stale for each statement execute function index_gone_fields()', target);
end $$;
call index_fields('person');
call index_fields('company');

-- What is derived of these people, over all the records that are one with theirs. Writes only what differs. Identities
-- are joined by their person alone: where the statistics have not seen a kind yet, asking for it would choose the index
-- that has every identity of the hall. Bulk work
-- that writes the same values itself says so for its transaction (app.derived = 'written') and is not asked again.
create function derive_contacts(tenant uuid, people uuid[]) returns void language sql volatile
begin atomic
  with roots as (
    select distinct coalesce(p.canonical_id, p.id) as id from person p where p.tenant_id = tenant and p.id = any (people)
  ), parts as (
    select r.id as root, r.id from roots r
    union all
    select r.id, p.id from roots r join person p on p.tenant_id = tenant and p.canonical_id = r.id
  ), known as (
    select q.root as id,
      (array_agg(i.value order by i.preferred desc, q.id = q.root desc, i.created_at, i.id)
        filter (where i.kind = 'email'))[1] as email,
      (array_agg(i.value order by i.preferred desc, q.id = q.root desc, i.created_at, i.id)
        filter (where i.kind = 'phone'))[1] as phone
    from parts q
    left join person_identity i on i.tenant_id = tenant and i.person_id = q.id
    group by q.root
  )
  update person p set email = k.email, phone = k.phone from known k
  where p.tenant_id = tenant and p.id = k.id and (p.email, p.phone) is distinct from (k.email, k.phone);
end;

create function derive_positions(tenant uuid, people uuid[]) returns void language sql volatile
begin atomic
  with roots as (
    select distinct coalesce(p.canonical_id, p.id) as id from person p where p.tenant_id = tenant and p.id = any (people)
  ), parts as (
    select r.id as root, r.id from roots r
    union all
    select r.id, p.id from roots r join person p on p.tenant_id = tenant and p.canonical_id = r.id
  ), known as (
    select distinct on (q.root) q.root as id, a.company_id, a.title
    from parts q
    left join affiliation a on a.tenant_id = tenant and a.person_id = q.id and a.until is null
    order by q.root, a.id is null, a.preferred desc, q.id = q.root desc, a.since desc nulls last, a.created_at desc, a.id desc
  )
  update person p set company_id = k.company_id, job_title = k.title from known k
  where p.tenant_id = tenant and p.id = k.id and (p.company_id, p.job_title) is distinct from (k.company_id, k.title);
end;

create function derive_written() returns boolean language sql stable
  return coalesce(current_setting('app.derived', true), '') = 'written';

create function derive_from_new() returns trigger language plpgsql as $$
begin
  if not derive_written() then
    execute format('select %I(tenant_id, array_agg(person_id)) from fresh group by tenant_id', tg_argv[0]);
  end if;
  return null;
end $$;

create function derive_from_old() returns trigger language plpgsql as $$
begin
  if not derive_written() then
    execute format('select %I(tenant_id, array_agg(person_id)) from stale group by tenant_id', tg_argv[0]);
  end if;
  return null;
end $$;

create function derive_from_both() returns trigger language plpgsql as $$
begin
  if not derive_written() then
    execute format('select %I(tenant_id, array_agg(person_id))
      from (select tenant_id, person_id from stale union select tenant_id, person_id from fresh) changed group by tenant_id', tg_argv[0]);
  end if;
  return null;
end $$;

create trigger derive_new after insert on person_identity referencing new table as fresh
  for each statement execute function derive_from_new('derive_contacts');
create trigger derive_old after delete on person_identity referencing old table as stale
  for each statement execute function derive_from_old('derive_contacts');
create trigger derive_both after update on person_identity referencing old table as stale new table as fresh
  for each statement execute function derive_from_both('derive_contacts');
create trigger derive_new after insert on affiliation referencing new table as fresh
  for each statement execute function derive_from_new('derive_positions');
create trigger derive_old after delete on affiliation referencing old table as stale
  for each statement execute function derive_from_old('derive_positions');
create trigger derive_both after update on affiliation referencing old table as stale new table as fresh
  for each statement execute function derive_from_both('derive_positions');

-- Merging and unmerging change whose identities and positions count for whom.
create function derive_merged() returns trigger language plpgsql as $$
begin
  if not derive_written() then
    perform derive_contacts(tenant_id, people), derive_positions(tenant_id, people)
    from (
      select n.tenant_id, array_agg(n.id) || array_remove(array_agg(o.canonical_id), null) as people
      from stale o join fresh n on n.tenant_id = o.tenant_id and n.id = o.id
      where n.canonical_id is distinct from o.canonical_id
      group by n.tenant_id
    ) changed;
  end if;
  return null;
end $$;
create trigger derive_merged after update on person referencing old table as stale new table as fresh
  for each statement execute function derive_merged();

-- What is there already. The owner is bound by row-level security as everybody is, until this transaction's end.
alter table person no force row level security;
alter table person_identity no force row level security;
update person p set
  email = (select i.value from person_identity i where i.tenant_id = p.tenant_id and i.person_id = p.id and i.kind = 'email'
           order by i.created_at, i.id limit 1),
  phone = (select i.value from person_identity i where i.tenant_id = p.tenant_id and i.person_id = p.id and i.kind = 'phone'
           order by i.created_at, i.id limit 1),
  sort_name = lower(left(full_name, 200));
select derive_contacts(tenant_id, array_agg(id)) from person where canonical_id is not null group by tenant_id;
alter table person force row level security;
alter table person_identity force row level security;
