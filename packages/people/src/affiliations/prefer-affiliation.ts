import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { clusterOf } from "../people/resolve-person.ts";
import { affiliationRefInput } from "./affiliation.ts";
import { holdAffiliation } from "./hold-affiliation.ts";

/** Of several places that somebody has now, the one by which they are shown. */
export async function preferAffiliation(ctx: Ctx, input: unknown): Promise<void> {
  const { affiliationId } = affiliationRefInput.parse(input);
  const place = await holdAffiliation(ctx, affiliationId);
  if (place.until !== null) throw conflict("people.position-over");
  if (place.preferred) return;
  await preferOnly(ctx, place.personId, place.id);
  await recordChange(ctx, {
    action: "position.preferred",
    subjectType: "person",
    subjectId: place.personId,
    personId: place.personId,
    before: null,
    after: { company: place.company },
  });
  await appendFact(ctx, "people.position-changed", {
    affiliationId: place.id,
    personId: place.personId,
    companyId: place.company_id,
  });
}

/** Over all records that are one with this person. */
export async function preferOnly(ctx: Ctx, personId: Id<"person">, affiliationId: Id<"affiliation">): Promise<void> {
  await ctx.db
    .updateTable("affiliation")
    .set({ preferred: sql`id = ${affiliationId}` })
    .where("person_id", "in", await clusterOf(ctx, personId))
    .where((place) => place.or([place("preferred", "=", true), place("id", "=", affiliationId)]))
    .execute();
}
