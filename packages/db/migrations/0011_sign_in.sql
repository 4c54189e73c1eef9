-- Getting in without a password, and an address that moves once both ends have agreed.

-- Six digits sent by mail or SMS, or that would have been, were anybody there: who asks for them leaves the same row
-- either way, and a job finds out whose they are.
create table credential_code (
  id uuid primary key default uuidv7(),
  purpose text not null check (purpose in ('mail-sign-in', 'sms-sign-in', 'phone')),
  -- SHA-256 of what only the browser that asked holds, so that the digits alone open nothing.
  holder text not null check (holder ~ '^[0-9a-f]{64}$'),
  recipient text not null check (length(recipient) between 3 and 254),
  -- Whose account it opens; null until a job has looked, and for good where nobody has it.
  user_id uuid references user_account on delete cascade,
  -- SHA-256 of the id and the digits; null until they were sent.
  code_hash text check (code_hash ~ '^[0-9a-f]{64}$'),
  wrong_tries int not null default 0,
  -- Where somebody was going when they were asked who they are.
  return_to text check (length(return_to) <= 2000),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index credential_code_holder on credential_code (holder, id);
create index credential_code_user on credential_code (user_id) where user_id is not null;
create index credential_code_expires on credential_code (expires_at);
call open_to_platform('credential_code', 'select, insert, update, delete', 'sign-in');

-- An account that is to move to another address. It does once the links sent to both were confirmed.
create table email_change (
  user_id uuid primary key references user_account on delete cascade,
  id uuid not null default uuidv7(),
  old_email text not null,
  new_email text not null check (new_email = lower(new_email) and length(new_email) between 3 and 254),
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (id)
);
create index email_change_expires on email_change (expires_at);
call open_to_platform('email_change', 'select, insert, update, delete', 'sign-in');

-- A number signs one account in: whoever proved last that it is theirs.
-- contract: the column came with 0007 and holds nothing yet, so that there is nothing to index
create unique index user_account_phone on user_account (phone) where phone is not null;

-- A sign-in mail is queued in the transaction that makes its link: both are there, or neither. Never a tenant's.
create policy "platform insert of its own for sign-in" on message for insert to guildhall_platform
  with check (current_purpose() = any ('{sign-in}'::text[]) and tenant_id is null);
create policy "platform select of its own for sign-in" on message for select to guildhall_platform
  using (current_purpose() = any ('{sign-in}'::text[]) and tenant_id is null);
