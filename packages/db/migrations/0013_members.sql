-- How customers come in: requests at the door, invitations, and links that staff hand out so that somebody claims
-- the record that the hall already has of them.

-- Whether search engines may list the portal.
alter table tenant add column portal_indexed boolean not null default false;
grant update (portal_indexed) on tenant to guildhall_app;

-- Set while staff have shown a member out: whoever claims this person again waits until staff agree.
alter table person add column shown_out_at timestamptz;

-- A user who waits for staff: to become a member, or to be one person where the hall has two records of them.
create table join_request (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  user_id uuid not null references user_account,
  kind text not null check (kind in ('join', 'merge')),
  -- Why it waits.
  reason text not null check (reason in ('approval', 'shared-address', 'person-taken', 'shown-out', 'two-records')),
  full_name text not null check (length(full_name) between 1 and 200),
  email text not null check (length(email) between 3 and 254),
  note text check (length(note) <= 1000),
  locale text not null check (locale in ('en', 'zh-CN')),
  -- The record that they say is theirs, and what they proved it by.
  claims_person_id uuid,
  claims_by text check (claims_by in ('email', 'phone', 'link')),
  -- Who they are here already, where there are two records.
  has_person_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'declined')),
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, claims_person_id) references person,
  foreign key (tenant_id, has_person_id) references person,
  foreign key (tenant_id, decided_by) references person,
  check ((claims_person_id is null) = (claims_by is null)),
  check ((state = 'waiting') = (decided_at is null))
);
create unique index join_request_one_waiting on join_request (tenant_id, user_id, kind) where state = 'waiting';
create index join_request_waiting on join_request (tenant_id, created_at, id) where state = 'waiting';
call make_tenant_table('join_request');

-- A way in past the door: for one mailbox, once; or a link for as many as staff say. The token itself is not kept.
create table member_invitation (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  email text check (length(email) between 3 and 254),
  -- How many may still come in by it.
  uses_left int not null check (uses_left >= 0),
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, created_by) references person
);
create index member_invitation_newest on member_invitation (tenant_id, created_at desc, id desc);
call make_tenant_table('member_invitation');

-- A link or card that staff hand to somebody: whoever opens it claims that person's record, once.
create table personal_link (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, created_by) references person
);
create unique index personal_link_one_open on personal_link (tenant_id, person_id)
  where used_at is null and revoked_at is null;
call make_tenant_table('personal_link');
