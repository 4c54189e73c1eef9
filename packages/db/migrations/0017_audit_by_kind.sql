-- What was done to one kind of thing, newest first.
create index concurrently audit_entry_kind on audit_entry (tenant_id, subject_type, at desc, id desc);
