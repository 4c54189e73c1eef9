-- By stage.
create index concurrently person_by_stage on person (tenant_id, stage, id) where canonical_id is null;
