-- A hall beyond its name: trial, closing, who may join and how, what it shows; and an account beyond its password.

alter table tenant
  -- Until then everything may be used; what follows depends on the plan. Null: no trial.
  add column trial_ends_at timestamptz,
  -- A hall that its owner gave up goes at this moment, unless they change their mind.
  add column closes_at timestamptz,
  -- Whether its staff must sign in with a second factor.
  add column requires_second_factor boolean not null default false,
  -- How customers become members: by themselves, once staff agree, or where they were invited.
  add column joining text not null default 'invitation',
  add column logo_file_id uuid,
  -- What visitors of the portal read first.
  add column welcome_title text,
  add column welcome_text text;
alter table tenant add constraint tenant_joining check (joining in ('open', 'approval', 'invitation')) not valid;
alter table tenant validate constraint tenant_joining;
alter table tenant add constraint tenant_welcome
  check (length(welcome_title) <= 120 and length(welcome_text) <= 2000) not valid;
alter table tenant validate constraint tenant_welcome;
grant update (trial_ends_at, closes_at, requires_second_factor, joining, logo_file_id, welcome_title, welcome_text)
  on tenant to guildhall_app;

-- What a tenant may use: a feature (no amount) or how much of something. Billing writes it, everybody asks.
create table entitlement (
  tenant_id uuid not null references tenant,
  key text not null,
  -- Null: as much as they like.
  amount bigint check (amount >= 0),
  -- Where it comes from ('trial', 'plan', 'gift'): the most generous that has not run out counts.
  source text not null,
  until timestamptz,
  primary key (tenant_id, key, source)
);
call make_tenant_table('entitlement');

alter table user_account
  -- What they are called where no hall has its own name for them yet.
  add column full_name text,
  add column time_zone text,
  -- E.164, once a code sent there came back.
  add column phone text,
  add column phone_verified_at timestamptz,
  -- When they asked to be forgotten; nobody signs in as them from then on.
  add column closed_at timestamptz;
alter table user_account add constraint user_account_full_name check (length(full_name) between 1 and 200) not valid;
alter table user_account validate constraint user_account_full_name;

alter table session
  add column last_seen_at timestamptz,
  -- How its owner proved who they are ('password', 'mail', 'sms', 'passkey', 'totp', 'recovery-code').
  add column proved text[] not null default '{}',
  -- When they last did, for what asks to prove it again.
  add column proved_at timestamptz;

-- What was sent to somebody so that they prove a mailbox or a number is theirs, or that they began something here.
-- Good once. The id is the SHA-256 of the token in the link, or of the code and what it was sent for.
create table credential_token (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  purpose text not null check (length(purpose) between 1 and 60),
  user_id uuid references user_account on delete cascade,
  -- What the purpose needs to go on.
  payload jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index credential_token_user on credential_token (user_id, purpose) where user_id is not null;
create index credential_token_expires on credential_token (expires_at);
call open_to_platform('credential_token', 'select, insert, update, delete', 'sign-in');
