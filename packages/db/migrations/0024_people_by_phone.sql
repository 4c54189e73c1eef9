-- By the number to use.
create index concurrently person_by_phone on person (tenant_id, phone, id) where canonical_id is null;
