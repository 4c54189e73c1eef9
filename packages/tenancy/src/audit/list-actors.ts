import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

export interface AuditActor {
  readonly personId: Id<"person">;
  readonly fullName: string;
}

/** Everybody who ever changed something here, by name; at most 300. Walks the index from one to the next. */
export async function listActors(ctx: Ctx): Promise<AuditActor[]> {
  const { rows } = await sql<AuditActor>`
    with recursive actor as (
      (select actor_person_id as id from audit_entry where tenant_id = ${ctx.tenant.id} and actor_person_id is not null
       order by actor_person_id limit 1)
      union all
      select (select a.actor_person_id from audit_entry a
              where a.tenant_id = ${ctx.tenant.id} and a.actor_person_id > actor.id order by a.actor_person_id limit 1)
      from actor where actor.id is not null
    )
    select p.id as "personId", p.full_name as "fullName"
    from (select id from actor where id is not null limit 300) found
    join person p on p.tenant_id = ${ctx.tenant.id} and p.id = found.id
    order by p.full_name, p.id`.execute(ctx.db);
  return rows;
}
