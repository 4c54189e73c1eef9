import type { TestDatabase } from "@guildhall/testing";

interface Known {
  readonly identities: readonly (readonly string[])[];
}

/**
 * What a hall knows of its people, in an order and in words that do not depend on ids or on when it was written: two
 * halls that were told the same are equal.
 */
export async function settled(db: TestDatabase, tenantId: string): Promise<Known[]> {
  const { rows } = await db.owner.query<{ known: Known }>(
    `select jsonb_build_object(
       'name', p.full_name, 'sort', p.sort_name, 'stage', p.stage, 'email', p.email, 'phone', p.phone, 'title', p.job_title,
       'company', (select name from company c where c.tenant_id = p.tenant_id and c.id = p.company_id),
       'identities', (select jsonb_agg(jsonb_build_array(kind, provider, value, source) order by kind, provider, value)
         from person_identity i where i.tenant_id = p.tenant_id and i.person_id = p.id),
       'tags', (select jsonb_agg(name order by name) from tag t where t.tenant_id = p.tenant_id and t.id = any (p.tag_ids)),
       'fields', (select jsonb_object_agg(f.name, p.fields -> f.id::text) from field f
         where f.tenant_id = p.tenant_id and p.fields ? f.id::text),
       'places', (select jsonb_agg(jsonb_build_array(c.name, a.title, a.source) order by c.name, a.title)
         from affiliation a join company c on c.tenant_id = a.tenant_id and c.id = a.company_id
         where a.tenant_id = p.tenant_id and a.person_id = p.id),
       'found', (select count(*) from field_entry e where e.tenant_id = p.tenant_id and e.subject_id = p.id)
     ) as known
     from person p where p.tenant_id = $1 order by 1`,
    [tenantId],
  );
  return rows.map(({ known }) => known);
}
