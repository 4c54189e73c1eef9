-- Staff: how they are invited, and what their hall's history can be asked.

-- A place on the staff that is held open for somebody. The token in its link is not kept: of one that was mailed there
-- is the SHA-256, and of one that is passed on the same; that one can be made again from the house's secret.
create table invitation (
  tenant_id uuid not null references tenant,
  id uuid not null default uuidv7(),
  -- To one mailbox, which it proves; or for whoever is given the link, who proves their own.
  kind text not null check (kind in ('mail', 'link')),
  email text check (email = lower(email) and length(email) between 3 and 254),
  full_name text check (length(full_name) between 1 and 200),
  -- Nobody is invited to own a hall: that is handed over.
  role text not null check (role in ('admin', 'manager', 'staff', 'viewer')),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  max_uses int not null check (max_uses between 1 and 500),
  uses int not null default 0,
  invited_by_person_id uuid not null,
  created_at timestamptz not null,
  -- When it was last sent, and as which message; a link is passed on by hand.
  sent_at timestamptz,
  message_id uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, invited_by_person_id) references person,
  check ((kind = 'mail') = (email is not null)),
  check (kind = 'link' or max_uses = 1),
  check (uses between 0 and max_uses)
);
create index invitation_newest on invitation (tenant_id, created_at desc, id desc);
create index invitation_inviter on invitation (tenant_id, invited_by_person_id) where revoked_at is null;
-- One that waits for each mailbox, however many invite at once.
create unique index invitation_waiting on invitation (tenant_id, email) where revoked_at is null and uses = 0;
call make_tenant_table('invitation');

-- Who came by which invitation.
create table invitation_use (
  tenant_id uuid not null,
  invitation_id uuid not null,
  person_id uuid not null,
  used_at timestamptz not null,
  primary key (tenant_id, invitation_id, person_id),
  foreign key (tenant_id, invitation_id) references invitation,
  foreign key (tenant_id, person_id) references person
);
create index invitation_use_person on invitation_use (tenant_id, person_id);
call make_tenant_table('invitation_use', 'select, insert');

-- When somebody was last here, for those who run the hall: sessions are nobody's tenant's.
call open_to_platform('session', 'select', 'list-staff');
