-- What grids and bulk work need of the database.

-- Text as people compare it: no matter the case, the width, the accents. Plain ASCII, which most of it is, goes fast.
create function fold_text(value text) returns text language sql immutable parallel safe
  return case when octet_length(value) = length(value) then lower(value)
    else regexp_replace(normalize(lower(normalize(value, NFKC)), NFD), '[\u0300-\u036f]', '', 'g') end;

-- Work on many rows at once that runs behind the pages: an edit, a removal.
create table bulk_run (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  grid text not null check (length(grid) between 1 and 40),
  -- What is changed and on which rows, as it was asked; "me" and today are those of the asking.
  asked jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'paused', 'cancelled', 'done', 'failed')),
  change_set_id uuid not null,
  requested_by_person_id uuid not null,
  locale text not null check (locale in ('en', 'zh-CN')),
  requested_at timestamptz not null,
  -- How many rows there were to do when it began (null: more than are counted), and how far it has come.
  total int,
  seen int not null default 0,
  changed int not null default 0,
  skipped int not null default 0,
  -- Why rows were left as they are, and how many.
  reasons jsonb not null default '{}',
  -- The last row that it has dealt with: rows are taken in the order of their ids, each batch with its images and this
  -- mark in one transaction, so that whoever goes on after a crash goes on exactly here.
  reached uuid,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, change_set_id) references change_set,
  foreign key (tenant_id, requested_by_person_id) references person
);
create index bulk_run_newest on bulk_run (tenant_id, requested_at desc, id desc);
call make_tenant_table('bulk_run');
