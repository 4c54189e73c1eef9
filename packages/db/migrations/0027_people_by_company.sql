-- By their present company.
create index concurrently person_by_company on person (tenant_id, company_id, id) where canonical_id is null;
