-- Mail and SMS that left, or are about to; and files.

-- A message to one address. Without a tenant it is the platform's own (a sign-in link).
create table message (
  id uuid primary key default uuidv7(),
  tenant_id uuid references tenant,
  channel text not null check (channel in ('email', 'sms')),
  -- Why it is sent; marketing purposes need consent, 'transactional' does not.
  purpose text not null,
  template text not null,
  locale text not null check (locale in ('en', 'zh-CN')),
  recipient text not null,
  person_id uuid,
  -- What the template is filled with; blanked when the person is erased.
  input jsonb not null,
  subject text,
  body_text text,
  body_html text,
  state text not null default 'queued' check (state in ('queued', 'sent', 'suppressed', 'failed', 'bounced')),
  -- Why it was suppressed, failed or bounced, as a stable code.
  reason text,
  created_at timestamptz not null,
  sent_at timestamptz,
  foreign key (tenant_id, person_id) references person
);
create index message_newest on message (created_at desc, id desc);
create index message_tenant on message (tenant_id, created_at desc, id desc);
create index message_recipient on message (recipient, created_at desc);
create index message_person on message (tenant_id, person_id) where person_id is not null;
call open_to_platform('message', 'select, insert, update', 'send-message');
call open_to_platform('message', 'select', 'operate');
create policy own on message to guildhall_app using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update on message to guildhall_app;

-- What the owner of an address agreed to receive, by purpose. The latest word stands.
create table consent (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  channel text not null check (channel in ('email', 'sms')),
  address text not null,
  purpose text not null,
  granted boolean not null,
  source text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel, address, purpose)
);
call make_tenant_table('consent');

-- An address that gets nothing more from this tenant, whatever it agreed to: it bounced or complained.
create table suppression (
  tenant_id uuid not null references tenant,
  channel text not null check (channel in ('email', 'sms')),
  address text not null,
  reason text not null check (reason in ('hard-bounce', 'complaint', 'by-hand')),
  created_at timestamptz not null,
  primary key (tenant_id, channel, address)
);
call make_tenant_table('suppression');

-- A stored file. Who may see it is the business of its subject's policy.
create table file (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  subject_type text not null,
  subject_id uuid not null,
  -- As given, for people; never part of a path.
  name text not null check (length(name) between 1 and 255),
  -- By its content, whatever the name says.
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 text not null,
  width int,
  height int,
  storage_key text not null,
  created_by_person_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, storage_key)
);
create index file_subject on file (tenant_id, subject_type, subject_id);
call make_tenant_table('file');

-- A smaller picture made from a file.
create table file_rendition (
  tenant_id uuid not null,
  file_id uuid not null,
  width int not null,
  height int not null,
  media_type text not null,
  size bigint not null,
  storage_key text not null,
  primary key (tenant_id, file_id, width),
  foreign key (tenant_id, file_id) references file on delete cascade,
  unique (tenant_id, storage_key)
);
call make_tenant_table('file_rendition');

alter table person add foreign key (tenant_id, avatar_file_id) references file;
