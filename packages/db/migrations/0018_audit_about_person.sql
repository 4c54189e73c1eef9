-- What was done about a person, newest first.
create index concurrently audit_entry_about on audit_entry (tenant_id, person_id, at desc, id desc) where person_id is not null;
