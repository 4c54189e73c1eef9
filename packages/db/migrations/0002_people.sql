-- Who is who. A person is the tenant's row for a human: contact, member, guest, author, staff, all the same row.

create table person (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  -- Set when this person was merged into another: reads resolve it, unmerging clears it. No rows move.
  canonical_id uuid,
  -- Counted at every fact about the person, under this row's lock: the order of those facts.
  version bigint not null default 1,
  full_name text not null check (length(full_name) between 1 and 200),
  family_name text,
  given_name text,
  locale text check (locale in ('en', 'zh-CN')),
  time_zone text,
  avatar_file_id uuid,
  erased_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, canonical_id) references person,
  check (canonical_id <> id)
);
create index person_newest on person (tenant_id, created_at desc, id desc) where canonical_id is null;
create index person_canonical on person (tenant_id, canonical_id) where canonical_id is not null;
call make_tenant_table('person');
call open_to_platform('person', 'select', 'sign-in');

-- What a person is recognised by. One identity belongs to one person of its tenant.
create table person_identity (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'handle', 'external')),
  -- The system a handle or outside id belongs to ('wechat', 'shopify'); empty for e-mail and phone.
  provider text not null default '',
  -- Normalised: e-mail in lower case, phone in E.164.
  value text not null check (length(value) between 1 and 320),
  source text not null,
  verified_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, provider, value),
  foreign key (tenant_id, person_id) references person
);
create index person_identity_person on person_identity (tenant_id, person_id);
call make_tenant_table('person_identity');

-- A user's way into a tenant: which person they are there.
create table login (
  tenant_id uuid not null,
  user_id uuid not null references user_account,
  person_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, person_id) references person
);
create index login_person on login (tenant_id, person_id);
create index login_user on login (user_id);
call make_tenant_table('login');
call open_to_platform('login', 'select', 'sign-in');

-- A role held by a person. Who has one is staff.
create table membership (
  tenant_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('owner', 'admin', 'manager', 'staff', 'viewer')),
  created_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);
call make_tenant_table('membership');
call open_to_platform('membership', 'select', 'sign-in');
