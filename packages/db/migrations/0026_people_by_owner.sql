-- By who looks after them.
create index concurrently person_by_owner on person (tenant_id, owner_person_id, id) where canonical_id is null;
