import { conflict, type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange, redactPerson } from "@guildhall/tenancy";
import { z } from "zod";
import { clusterOf, holdPerson } from "../people/resolve-person.ts";
import { holdRoster } from "../staff/roster.ts";
import { eraseDoors } from "./erase-doors.ts";
import { eraseRecord } from "./erase-record.ts";
import { type PersonTrace, tracePerson } from "./person-trace.ts";

/** Forgetting is meant: a box has to be ticked for it. */
export const erasePersonInput = z.object({
  personId: idSchema("person"),
  sure: z.literal(true, { error: "people.erase-unsure" }),
});

/**
 * Forgets a person for good: name, ways to reach them, fields, tags, ties, picture, mail and what the history says of
 * them, over all the records that are one with theirs, here and in every package that keeps traces. That somebody was
 * there, and the books, stay. Whoever is of the staff leaves it first. Cannot be taken back.
 */
export async function erasePerson(given: Ctx, input: unknown, traces: readonly PersonTrace[]): Promise<void> {
  const { personId } = erasePersonInput.parse(input);
  const ctx = await holdRoster(given);
  const person = await holdPerson(ctx, personId, "erase");
  const ids = await clusterOf(ctx, person.id);
  await refuseStaff(ctx, ids);

  const traced = await tracePerson(ctx, person.id, ids);
  for (const trace of traces) await trace.erase(ctx, traced);
  await eraseDoors(ctx, traced);
  await eraseRecord(ctx, traced);
  for (const id of ids) await redactPerson(ctx, id);

  await recordChange(ctx, {
    action: "person.erased",
    subjectType: "person",
    subjectId: person.id,
    personId: person.id,
    before: null,
    after: null,
  });
  await appendFact(ctx, "people.person-erased", { personId: person.id });
}

async function refuseStaff(ctx: Ctx, ids: readonly Id<"person">[]): Promise<void> {
  const member = await ctx.db.selectFrom("membership").select("role").where("person_id", "in", ids).executeTakeFirst();
  if (member) throw conflict("people.erase-of-staff");
}
