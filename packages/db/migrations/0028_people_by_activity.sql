-- By when they were last heard of; "silent since" begins at the other end.
create index concurrently person_by_activity on person (tenant_id, last_activity_at, id) where canonical_id is null;
