-- Files that copies of a document share.

-- A file that a document shows because it is a copy of one that does. Never written from what a page says: whoever may
-- write in a document may have written any id into it.
create table document_file (
  tenant_id uuid not null,
  document_id uuid not null,
  file_id uuid not null,
  since timestamptz not null,
  primary key (tenant_id, document_id, file_id),
  foreign key (tenant_id, document_id) references document on delete cascade,
  foreign key (tenant_id, file_id) references file on delete cascade
);
create index document_file_of on document_file (tenant_id, file_id);
call make_tenant_table('document_file');
