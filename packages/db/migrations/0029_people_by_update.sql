-- By when their record was last changed.
create index concurrently person_by_update on person (tenant_id, updated_at, id) where canonical_id is null;
