-- person_identity_oldest begins with the same columns, and does all that this one did.
drop index concurrently if exists person_identity_person;
