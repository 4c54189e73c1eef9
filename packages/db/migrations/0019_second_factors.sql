-- What somebody proves who they are with, besides a password and a mailbox; and accounts that are given up.

-- A key pair that somebody's device keeps for this house. The id is the credential's own, in base64url.
create table passkey (
  id text primary key check (id ~ '^[A-Za-z0-9_-]+$' and length(id) between 16 and 1400),
  user_id uuid not null references user_account on delete cascade,
  -- COSE.
  public_key bytea not null,
  -- Counted by the device at each use, where it counts at all: one that goes back was copied.
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 60),
  -- Whether the device's maker keeps it safe elsewhere too, so that it outlives the device.
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_user on passkey (user_id);
call open_to_platform('passkey', 'select, insert, update, delete', 'sign-in');

-- An authenticator app (RFC 6238), from the first right code on.
create table authenticator (
  user_id uuid primary key references user_account on delete cascade,
  -- AES-256-GCM under a key made of the installation's secret: the table alone makes no codes.
  sealed_secret bytea not null,
  -- The last half minute whose code was taken: none is taken twice, nor an older one after it.
  last_step bigint not null,
  created_at timestamptz not null
);
call open_to_platform('authenticator', 'select, insert, update, delete', 'sign-in');

-- For the day the phone is lost. Each is good once; the hash is SHA-256 of the user and 80 random bits.
create table recovery_code (
  user_id uuid not null references user_account on delete cascade,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (user_id, hash)
);
call open_to_platform('recovery_code', 'select, insert, update, delete', 'sign-in');

-- When what the account held was erased; its row stays, since history names it.
alter table user_account add column erased_at timestamptz;

-- Whether staff have one: who runs a hall sees that, and no more.
call open_to_platform('authenticator', 'select', 'list-staff');
call open_to_platform('passkey', 'select', 'list-staff');
