-- What staff write down and set out to do, on any record of the hall.

-- A note, or a call, mail or meeting as somebody remembers it.
create table note (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('note', 'call', 'mail', 'meeting')),
  -- What it is about: a kind of record that the suite knows, and which.
  subject_type text not null check (length(subject_type) between 1 and 40),
  subject_id uuid not null,
  -- The text as a tree; never HTML. Null once its subject was erased.
  body jsonb,
  -- When it took place, which may be long before it was written down.
  happened_at timestamptz not null,
  minutes int check (minutes between 1 and 1440),
  direction text check (direction in ('in', 'out')),
  outcome text check (outcome in ('reached', 'no-answer', 'message-left', 'call-back')),
  pinned_at timestamptz,
  author_person_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Removed by somebody, who may think better of it until it is swept.
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, author_person_id) references person,
  check (kind <> 'note' or (minutes, direction, outcome) is not distinct from (null, null, null)),
  check (kind = 'call' or outcome is null)
);
create index note_subject on note (tenant_id, subject_id, pinned_at desc, id) where removed_at is null and pinned_at is not null;
create index note_of on note (tenant_id, subject_id, id);
create index note_removed on note (tenant_id, removed_at) where removed_at is not null;
call make_tenant_table('note');

-- Something to be done, with or without a record that it is about.
create table task (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  title text not null check (length(title) between 1 and 200),
  detail text check (length(detail) <= 4000),
  subject_type text check (length(subject_type) between 1 and 40),
  subject_id uuid,
  -- When it is due, and on which wall's clock that was said.
  due_at timestamptz,
  due_zone text,
  -- So long before it is due its assignee hears of it.
  remind_minutes int check (remind_minutes between 0 and 40320),
  assignee_person_id uuid,
  author_person_id uuid,
  done_at timestamptz,
  done_by_person_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, assignee_person_id) references person,
  foreign key (tenant_id, author_person_id) references person,
  foreign key (tenant_id, done_by_person_id) references person,
  check ((subject_type is null) = (subject_id is null)),
  check ((due_at is null) = (due_zone is null)),
  check (remind_minutes is null or due_at is not null)
);
create index task_of on task (tenant_id, subject_id, due_at, id) where removed_at is null;
create index task_open_of_assignee on task (tenant_id, assignee_person_id, due_at, id)
  where done_at is null and removed_at is null;
create index task_removed on task (tenant_id, removed_at) where removed_at is not null;
call make_tenant_table('task');

-- Who or what is mentioned where.
create table mention (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  source_type text not null check (source_type in ('note', 'task')),
  source_id uuid not null,
  target_type text not null check (target_type in ('person', 'company')),
  target_id uuid not null,
  by_person_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, source_type, source_id, target_type, target_id)
);
create index mention_target on mention (tenant_id, target_id, created_at desc, id desc);
call make_tenant_table('mention');
