import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { recordImages } from "@guildhall/tenancy";
import { sql } from "kysely";
import { differencesOf, reaches } from "./join-records.ts";
import type { Pair } from "./lock-pair.ts";
import type { MergeChoice } from "./merge.ts";

interface Preferring extends Pair {
  readonly choices: Readonly<Record<string, MergeChoice>>;
  readonly changeSetId: Id<"change_set">;
}

/**
 * Where both have an address (or a number), the one that was chosen is the one to use of all that they are known by
 * together. Before the records are one: afterwards nothing tells whose was which.
 */
export async function preferChosen(ctx: Ctx, { kept, merged, choices, changeSetId }: Preferring): Promise<void> {
  const differences = differencesOf({ kept, merged }, choices);
  for (const kind of reaches) {
    const difference = differences.find(({ column }) => column === kind);
    if (!difference) continue;
    const chosen = difference.takes === "merged" ? merged : kept;
    // The kept record's own comes first by itself, unless one of the other's is preferred.
    const inTheWay = sql`exists (select from person_identity o join person q on q.tenant_id = o.tenant_id and q.id = o.person_id
      where coalesce(q.canonical_id, q.id) = ${merged.id} and o.kind = ${kind} and o.preferred)`;
    const { rows } = await sql<Preferred>`
      update person_identity i set preferred = (i.value = ${chosen[kind]})
      from person p
      where p.tenant_id = i.tenant_id and p.id = i.person_id and coalesce(p.canonical_id, p.id) in (${kept.id}, ${merged.id})
        and i.kind = ${kind} and (${chosen === merged} or ${inTheWay}) and i.preferred <> (i.value = ${chosen[kind]})
      returning i.id, i.person_id as "personId", i.preferred`.execute(ctx.db);
    await recordImages(
      ctx,
      changeSetId,
      rows.map(({ id, personId, preferred }) => ({
        subjectType: "person_identity" as const,
        subjectId: id,
        subjectVersion: null,
        personId,
        before: { preferred: !preferred },
        after: { preferred },
      })),
    );
  }
}

interface Preferred {
  readonly id: Id<"person_identity">;
  readonly personId: Id<"person">;
  readonly preferred: boolean;
}
