-- What was done, newest first.
create index concurrently audit_entry_action on audit_entry (tenant_id, action, at desc, id desc);
