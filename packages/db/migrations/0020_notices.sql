-- Notices: what somebody should hear about, in the hall and by mail, and how they want to hear it.

-- One notice of one fact to one person. The payload holds ids; words are made when it is read, in its reader's language.
create table notification (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  kind text not null check (length(kind) between 1 and 80),
  fact_id uuid not null,
  payload jsonb not null,
  -- What it is about, so that it can be settled for everybody once that is dealt with.
  about_type text not null,
  about_id uuid not null,
  -- Whether it stands in the notification centre; one that does not is only mailed.
  in_app boolean not null,
  -- 'now' goes out as soon as quiet hours allow, 'digest' with the next digest. Null: no mail.
  mail_as text check (mail_as in ('now', 'digest')),
  -- Notices of one key stand one behind the other while they are unread: "3 people joined".
  collapse_key text,
  under_id uuid,
  -- Whether others can stand behind it; said by itself, since a move or a removal empties under_id for a moment.
  is_head boolean not null default true,
  -- How many stand behind this one.
  behind int not null default 0 check (behind >= 0),
  created_at timestamptz not null,
  -- When the newest of those that stand together came: the place in the list.
  latest_at timestamptz not null,
  seen_at timestamptz,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (tenant_id, id),
  -- Once, however often and by however many at once the fact is handled.
  unique (tenant_id, person_id, kind, fact_id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, under_id) references notification on delete cascade
);
-- A key has one notice at a time that others can stand behind.
create unique index notification_open on notification (tenant_id, person_id, collapse_key)
  where is_head and read_at is null and in_app and collapse_key is not null;
create index notification_newest on notification (tenant_id, person_id, latest_at desc, id desc)
  where under_id is null and in_app;
-- The bell asks this one on every page: what it counts is in it.
create index notification_unread on notification (tenant_id, person_id, latest_at desc, id desc) include (seen_at)
  where under_id is null and read_at is null and in_app;
create index notification_behind on notification (tenant_id, under_id, created_at desc, id desc)
  where under_id is not null;
create index notification_to_mail on notification (tenant_id, person_id, created_at, id)
  where mail_as is not null and mailed_at is null and read_at is null;
create index notification_about on notification (tenant_id, about_type, about_id) where read_at is null;
create index notification_old on notification (tenant_id, latest_at)
  where (read_at is not null or not in_app) and under_id is null;
call make_tenant_table('notification');

-- What a person chose for a topic; what they never touched follows each kind's own default.
create table notice_preference (
  tenant_id uuid not null,
  person_id uuid not null,
  topic text not null check (length(topic) between 1 and 40),
  in_app boolean not null,
  mail text not null check (mail in ('now', 'digest', 'off')),
  changed_at timestamptz not null,
  primary key (tenant_id, person_id, topic),
  foreign key (tenant_id, person_id) references person
);
call make_tenant_table('notice_preference');

-- When and how often a person wants mail about notices, whatever they are about.
create table notice_settings (
  tenant_id uuid not null,
  person_id uuid not null,
  -- No mail and no ringing until it is taken back; what happens still stands in the list.
  paused boolean not null default false,
  -- Minutes of the day where the person is; through midnight where the end comes first. Null: none.
  quiet_from smallint check (quiet_from between 0 and 1439),
  quiet_to smallint check (quiet_to between 0 and 1439),
  digest text not null default 'daily' check (digest in ('none', 'daily', 'weekly')),
  digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
  -- 1 is Monday.
  digest_weekday smallint not null default 1 check (digest_weekday between 1 and 7),
  -- Of the mails; null: as in the person's account.
  locale text check (locale in ('en', 'zh-CN')),
  changed_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person,
  check ((quiet_from is null) = (quiet_to is null)),
  check (quiet_from <> quiet_to)
);
call make_tenant_table('notice_settings');

-- That somebody has mail coming: at once, after quiet hours, or with their digest. Its row's lock is the lease of
-- whoever writes that mail.
create table notice_due (
  tenant_id uuid not null,
  person_id uuid not null,
  what text not null check (what in ('letter', 'digest')),
  -- By the tenant's clock.
  due_at timestamptz not null,
  -- False until somebody who knows the person's zone and hour has set the moment.
  planned boolean not null,
  primary key (tenant_id, person_id, what),
  foreign key (tenant_id, person_id) references person
);
create index notice_due_at on notice_due (due_at);
create index notice_due_tenant on notice_due (tenant_id, due_at);
call make_tenant_table('notice_due');
call open_to_platform('notice_due', 'select', 'notify');
call open_to_platform('tenant', 'select', 'notify');
-- A notice goes to the address that its reader signs in with, in the zone and language of their account.
call open_to_platform('login', 'select', 'notify');
call open_to_platform('user_account', 'select', 'notify');
