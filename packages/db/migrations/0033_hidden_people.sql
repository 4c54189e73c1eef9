-- Those whom lists leave out: few, so that what an index of values finds can be rid of them without a look at the rows.
create index concurrently person_hidden on person (tenant_id, id) where canonical_id is not null or erased_at is not null;
