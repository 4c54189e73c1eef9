-- By the address to use; those without one stand together at the end.
create index concurrently person_by_email on person (tenant_id, email, id) where canonical_id is null;
