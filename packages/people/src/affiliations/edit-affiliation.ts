import { invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { editAffiliationInput, endAffiliationInput } from "./affiliation.ts";
import { type HeldAffiliation, holdAffiliation, orRefuse } from "./hold-affiliation.ts";
import { todayIn } from "./today-in.ts";

type Dated = Pick<HeldAffiliation, "title" | "since" | "until">;

/** Corrects a place: its title, its days. What somebody has written by hand is not the domain's any more. */
export async function editAffiliation(ctx: Ctx, input: unknown): Promise<void> {
  const { affiliationId, ...wanted } = editAffiliationInput.parse(input);
  const place = await holdAffiliation(ctx, affiliationId);
  const { title = place.title, since = place.since, until = place.until } = wanted;
  await change(ctx, place, { title, since, until });
}

/** Ends a place, today unless said; it stays known as theirs until then. */
export async function endAffiliation(ctx: Ctx, input: unknown): Promise<void> {
  const { affiliationId, until } = endAffiliationInput.parse(input);
  const place = await holdAffiliation(ctx, affiliationId);
  await change(ctx, place, { ...place, until: until ?? todayIn(ctx) });
}

async function change(ctx: Ctx, place: HeldAffiliation, { title, since, until }: Dated): Promise<void> {
  if (place.title === title && place.since === since && place.until === until) return;
  if (since !== null && until !== null && until < since)
    throw invalid("people.position-ends-first", { until: "people.position-ends-first" });
  await orRefuse(ctx, () =>
    ctx.db
      .updateTable("affiliation")
      .set({ title, since, until, source: "by-hand", ...(until !== null && { preferred: false }) })
      .where("id", "=", place.id)
      .execute(),
  );
  await recordChange(ctx, {
    action: until !== null && place.until === null ? "position.ended" : "position.changed",
    subjectType: "person",
    subjectId: place.personId,
    personId: place.personId,
    before: { title: place.title, since: place.since, until: place.until },
    after: { company: place.company, title, since, until },
  });
  const name = until !== null && place.until === null ? "people.position-ended" : "people.position-changed";
  await appendFact(ctx, name, { affiliationId: place.id, personId: place.personId, companyId: place.company_id });
}
