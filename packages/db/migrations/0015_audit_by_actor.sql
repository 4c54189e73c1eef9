-- What somebody did, newest first.
create index concurrently audit_entry_actor on audit_entry (tenant_id, actor_person_id, at desc, id desc) where actor_person_id is not null;
