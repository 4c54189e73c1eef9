-- Guests whom a letter lets into a document or a space.

-- A letter that was sent with a grant: what its link carries, kept as a hash. It goes with the grant.
create table document_guest (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  grant_id uuid not null,
  token_hash text not null check (length(token_hash) = 64),
  -- The address that it went to.
  email text not null check (length(email) between 3 and 254),
  -- By which they come into the hall at once; without one, the hall's own rule is asked.
  invitation_id uuid,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, grant_id) references document_grant on delete cascade,
  foreign key (tenant_id, invitation_id) references member_invitation on delete cascade,
  foreign key (tenant_id, invited_by) references person
);
create unique index document_guest_token on document_guest (tenant_id, token_hash);
create index document_guest_of_grant on document_guest (tenant_id, grant_id);
create index document_guest_lately on document_guest (tenant_id, created_at);
call make_tenant_table('document_guest');
