-- What stands in documents, as their rooms last told it: who wrote there, and what they name.

-- Who wrote in a document, from the log of its room and never from what a page says.
create table document_author (
  tenant_id uuid not null,
  document_id uuid not null,
  person_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- The day, on the hall's clock, of which it was last told that they wrote there.
  told_on date not null,
  primary key (tenant_id, document_id, person_id),
  foreign key (tenant_id, document_id) references document on delete cascade,
  foreign key (tenant_id, person_id) references person
);
create index document_author_of on document_author (tenant_id, person_id, last_at desc, document_id);
call make_tenant_table('document_author');

-- What a document names: people, companies, other documents, files. Whoever may write may have written any id.
create table document_mention (
  tenant_id uuid not null,
  document_id uuid not null,
  target_type text not null check (target_type in ('person', 'company', 'document', 'file')),
  target_id uuid not null,
  since timestamptz not null,
  primary key (tenant_id, document_id, target_type, target_id),
  foreign key (tenant_id, document_id) references document on delete cascade
);
create index document_mention_target on document_mention (tenant_id, target_id, document_id);
call make_tenant_table('document_mention');
