-- Comments in documents. On which words a thread stands is marked among the words themselves, in the document's room, so
-- that it goes wherever they go; what is said stands here.

create table document_thread (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  document_id uuid not null,
  -- The words that it stands on, as last seen, and what stood right before and after them; null for all of the document.
  quote text check (length(quote) between 1 and 500),
  words_before text not null default '' check (length(words_before) <= 64),
  words_after text not null default '' check (length(words_after) <= 64),
  -- Since when its words are in the document no more.
  lost_at timestamptz,
  begun_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references document on delete cascade,
  foreign key (tenant_id, resolved_by) references person
);
create index document_thread_of on document_thread (tenant_id, document_id, id);
call make_tenant_table('document_thread');

-- What somebody said: a person of the hall, or a guest who came by a link, by the name they gave. Nobody's any more once
-- its author was forgotten.
create table document_comment (
  tenant_id uuid not null,
  id uuid not null default uuidv7(),
  thread_id uuid not null,
  author_person_id uuid,
  guest_name text check (length(guest_name) between 1 and 80),
  -- SHA-256 of what the guest's browser keeps.
  guest_key bytea check (length(guest_key) = 32),
  -- The text as a tree; never HTML.
  body jsonb not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  -- Taken back by somebody, who may think better of it until it is swept.
  removed_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, thread_id) references document_thread on delete cascade,
  foreign key (tenant_id, author_person_id) references person,
  check (author_person_id is null or guest_name is null),
  check (guest_key is null or guest_name is not null)
);
create index document_comment_of on document_comment (tenant_id, thread_id, id);
create index document_comment_by on document_comment (tenant_id, author_person_id) where author_person_id is not null;
create index document_comment_removed on document_comment (tenant_id, removed_at) where removed_at is not null;
call make_tenant_table('document_comment');

create table document_reaction (
  tenant_id uuid not null,
  comment_id uuid not null,
  person_id uuid not null,
  sign text not null check (length(sign) between 1 and 8),
  at timestamptz not null,
  primary key (tenant_id, comment_id, person_id, sign),
  foreign key (tenant_id, comment_id) references document_comment on delete cascade,
  foreign key (tenant_id, person_id) references person
);
create index document_reaction_by on document_reaction (tenant_id, person_id);
call make_tenant_table('document_reaction');
