-- Imports: files of people on their way into the hall.

-- One file, from its upload until its import is done or undone.
create table import_run (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  -- Which follows which stands in people/imports/engine/run-state.ts.
  state text not null default 'draft' check (state in ('draft', 'previewing', 'previewed', 'queued', 'running', 'paused',
    'done', 'cancelled', 'failed', 'undoing', 'undone')),
  -- Gone when its bytes are no longer kept.
  file_id uuid,
  file_name text not null check (length(file_name) between 1 and 255),
  file_size bigint not null,
  -- Where the people come from: 'import:youzan', 'import:file'.
  source text not null default 'import:file' check (length(source) between 1 and 60),
  -- What somebody said about encoding, delimiter, sheet and header; what was found, with the first rows.
  hints jsonb not null default '{}' check (jsonb_typeof(hints) = 'object'),
  layout jsonb,
  -- Column by column: what it becomes, how sure that is; once the run has begun, with the ids of its fields.
  mapping jsonb,
  proposal jsonb,
  -- Recognises the next file of the same kind.
  fingerprint text,
  mode text not null default 'fill' check (mode in ('skip', 'update', 'fill')),
  -- Of a dry run: the same figures as a run, and the first changes of each kind.
  preview jsonb,
  change_set_id uuid,
  -- Figures of the run, or of the dry run while it is under way; they are committed with the rows they count.
  figures jsonb not null default '{}' check (jsonb_typeof(figures) = 'object'),
  -- The last row that is done: where to go on after whatever happened.
  position int not null default 0,
  bytes_done bigint not null default 0,
  bytes_total bigint,
  -- The worker that is at it; another one that took it over leaves this one nothing to do.
  worker_id uuid,
  error_code text,
  error_params jsonb,
  undone jsonb,
  created_by_person_id uuid not null,
  created_by_user_id uuid not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references file,
  foreign key (tenant_id, change_set_id) references change_set,
  foreign key (tenant_id, created_by_person_id) references person
);
create index import_run_newest on import_run (tenant_id, created_at desc, id desc);
create index import_run_file on import_run (tenant_id, file_id);
create index import_run_change_set on import_run (tenant_id, change_set_id);
call make_tenant_table('import_run');

-- A row of the file that somebody should hear of: refused, or with cells that were left out. Whom the others became
-- stands in the change set.
create table import_row (
  tenant_id uuid not null,
  run_id uuid not null,
  number int not null,
  outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'skipped', 'refused')),
  -- Why it was refused, as a stable code, with the values of its words.
  code text,
  params jsonb,
  person_id uuid,
  -- [{column, code, written}]
  problems jsonb not null default '[]' check (jsonb_typeof(problems) = 'array'),
  -- Of a refused row: what stands in it, to be mended and imported again.
  cells jsonb,
  primary key (tenant_id, run_id, number),
  foreign key (tenant_id, run_id) references import_run on delete cascade
);
create index import_row_outcome on import_row (tenant_id, run_id, outcome, number);
create index import_row_person on import_row (tenant_id, person_id) where person_id is not null;
call make_tenant_table('import_row');

-- How the columns of files of one kind were mapped the last time.
create table import_mapping (
  tenant_id uuid not null references tenant,
  fingerprint text not null check (length(fingerprint) = 64),
  columns jsonb not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (tenant_id, fingerprint)
);
call make_tenant_table('import_mapping');
