-- People in the order of their names.
create index concurrently person_by_name on person (tenant_id, sort_name, id) where canonical_id is null;
