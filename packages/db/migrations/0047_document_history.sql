-- The history of documents, as the log of their rooms tells it: who wrote when, whose words these are, and moments that
-- were given a name. The log itself is kept whole (0038); this is what is read of it.

-- The change of its room up to which the history is written.
alter table document add column history_seq bigint not null default 0;

-- Everybody who wrote in a document, by number: people, whoever came with the link, and the house itself.
create table document_writer (
  tenant_id uuid not null,
  document_id uuid not null,
  nth int not null check (nth >= 0),
  kind text not null check (kind in ('person', 'guest', 'house')),
  -- Empty for a person who was forgotten: what they wrote stays, and is nobody's.
  person_id uuid,
  primary key (tenant_id, document_id, nth),
  foreign key (tenant_id, document_id) references document on delete cascade,
  foreign key (tenant_id, person_id) references person,
  check (kind = 'person' or person_id is null)
);
create unique index document_writer_once on document_writer (tenant_id, document_id, kind, person_id)
  nulls not distinct where kind <> 'person' or person_id is not null;
create index document_writer_person on document_writer (tenant_id, person_id) where person_id is not null;
call make_tenant_table('document_writer');

-- Somebody's writing until they paused: changes of theirs from one number to another, among which others' may lie.
create table document_session (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  document_id uuid not null,
  -- Of the room: its numbers for letters begin anew with each.
  generation int not null,
  writer int not null,
  first_seq bigint not null,
  last_seq bigint not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  letters_added int not null default 0,
  letters_removed int not null default 0,
  -- Which letters and parts were taken away: packed ranges of their numbers.
  erased bytea not null default '',
  -- The change whose moment the document was made into again, where that is what was done.
  restored_seq bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references document on delete cascade,
  foreign key (tenant_id, document_id, writer) references document_writer on delete cascade,
  check (last_seq >= first_seq),
  check (ended_at >= started_at),
  check (restored_seq is null or restored_seq < first_seq)
);
create index document_session_order on document_session (tenant_id, document_id, last_seq desc, id desc);
create index document_session_ended on document_session (tenant_id, document_id, ended_at);
create index document_session_restored on document_session (tenant_id, document_id) where restored_seq is not null;
call make_tenant_table('document_session');

-- Who put which letters and parts into a room, and whose words they are: the same, but for words that were moved.
create table document_hand (
  tenant_id uuid not null,
  document_id uuid not null,
  generation int not null,
  -- The number that a page gives itself, under which it counts what it puts there.
  client bigint not null,
  clock_from bigint not null,
  clock_to bigint not null,
  writer int not null,
  author int not null,
  primary key (tenant_id, document_id, generation, client, clock_from),
  foreign key (tenant_id, document_id) references document on delete cascade,
  foreign key (tenant_id, document_id, writer) references document_writer on delete cascade,
  foreign key (tenant_id, document_id, author) references document_writer on delete cascade,
  check (clock_to > clock_from)
);
call make_tenant_table('document_hand');

-- A moment that was given a name, with what stood there: kept whatever becomes of the log.
create table document_version (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  document_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  generation int not null,
  seq bigint not null,
  state bytea not null,
  -- When the document stood so.
  at timestamptz not null,
  named_by uuid,
  named_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references document on delete cascade,
  foreign key (tenant_id, named_by) references person
);
create unique index document_version_moment on document_version (tenant_id, document_id, seq);
create index document_version_named_by on document_version (tenant_id, named_by) where named_by is not null;
call make_tenant_table('document_version');
