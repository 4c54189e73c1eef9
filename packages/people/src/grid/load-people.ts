import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Field, FieldValues } from "../fields/field.ts";
import type { Stage } from "../people/person.ts";
import { nameRecords } from "./name-records.ts";
import type { PersonRow } from "./person-row.ts";
import { chipsOf, loadTags } from "./tag-chips.ts";

interface Loaded {
  id: Id<"person">;
  fullName: string;
  avatarFileId: Id<"file"> | null;
  email: string | null;
  phone: string | null;
  companyId: Id<"company"> | null;
  companyName: string | null;
  jobTitle: string | null;
  stage: Stage | null;
  tagIds: Id<"tag">[];
  ownerId: Id<"person"> | null;
  ownerName: string | null;
  source: string;
  locale: string | null;
  timeZone: string | null;
  role: string | null;
  member: boolean;
  createdAt: Date;
  updatedAt: Date;
  lastActivityAt: Date | null;
  fields: FieldValues;
}

/** People by their ids, with the names of all that they lead to. */
export async function loadPeople(ctx: Ctx, ids: readonly Id<string>[], fields: readonly Field[]): Promise<PersonRow[]> {
  const { rows } = await sql<Loaded>`
    select p.id, p.full_name as "fullName", p.avatar_file_id as "avatarFileId", p.email, p.phone,
      p.company_id as "companyId", c.name as "companyName", p.job_title as "jobTitle", p.stage, p.tag_ids as "tagIds",
      p.owner_person_id as "ownerId", o.full_name as "ownerName", p.source, p.locale, p.time_zone as "timeZone",
      coalesce(m.role, (select b.role from person q join membership b on b.tenant_id = q.tenant_id and b.person_id = q.id
        where q.tenant_id = p.tenant_id and q.canonical_id = p.id limit 1)) as role,
      exists (select from login l where l.tenant_id = p.tenant_id and l.person_id = p.id)
        or exists (select from person q join login l on l.tenant_id = q.tenant_id and l.person_id = q.id
          where q.tenant_id = p.tenant_id and q.canonical_id = p.id) as member,
      p.created_at as "createdAt", p.updated_at as "updatedAt", p.last_activity_at as "lastActivityAt", p.fields
    from unnest(${[...ids]}::uuid[]) as wanted (id)
    join person p on p.id = wanted.id
    left join company c on c.tenant_id = p.tenant_id and c.id = p.company_id
    left join person o on o.tenant_id = p.tenant_id and o.id = p.owner_person_id
    left join membership m on m.tenant_id = p.tenant_id and m.person_id = p.id`.execute(ctx.db);
  const tags = await loadTags(
    ctx,
    rows.flatMap(({ tagIds }) => tagIds),
  );
  const names = await nameRecords(ctx, rows, fields);
  return rows.map(({ companyId, companyName, ownerId, ownerName, tagIds, ...row }) => ({
    ...row,
    company: companyId && companyName !== null ? { id: companyId, name: companyName } : null,
    owner: ownerId && ownerName !== null ? { id: ownerId, name: ownerName } : null,
    tags: chipsOf(tagIds, tags),
    records: names(row.fields),
  }));
}
