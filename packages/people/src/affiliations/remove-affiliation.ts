import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { removeRemembered } from "../bulk/remember.ts";
import { affiliationRefInput } from "./affiliation.ts";
import { holdAffiliation } from "./hold-affiliation.ts";

/** Takes out a place that was never theirs. One that is over is ended instead. Can be undone. */
export async function removeAffiliation(ctx: Ctx, input: unknown): Promise<void> {
  const { affiliationId } = affiliationRefInput.parse(input);
  const place = await holdAffiliation(ctx, affiliationId);
  const changeSetId = await openChangeSet(ctx, "position.removed");
  await removeRemembered(ctx, { table: "affiliation", where: sql`t.id = ${affiliationId}`, changeSetId });
  await recordChange(ctx, {
    action: "position.removed",
    subjectType: "person",
    subjectId: place.personId,
    personId: place.personId,
    changeSetId,
    before: { company: place.company, title: place.title, since: place.since, until: place.until },
    after: null,
  });
  await appendFact(ctx, "people.position-ended", {
    affiliationId,
    personId: place.personId,
    companyId: place.company_id,
  });
}
