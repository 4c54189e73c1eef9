-- A row of the people list asks for a person's oldest identity of one kind. Where the statistics have not yet seen that
-- kind (a hall's first import of numbers), only this index keeps the planner from reading all of the hall's of that kind.
create index concurrently person_identity_oldest on person_identity (tenant_id, person_id, kind, created_at, id);
