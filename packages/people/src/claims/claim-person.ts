import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { giveLogin } from "../logins/give-login.ts";
import { examinePerson } from "./examine-person.ts";

/** What somebody proved that a record is theirs by. */
export type ClaimedBy = "email" | "phone" | "link";

interface PersonClaim {
  readonly userId: Id<"user_account">;
  readonly personId: Id<"person">;
  readonly by: ClaimedBy;
  /** Staff agreed that somebody more signs in as this person. */
  readonly alongside?: boolean;
}

/**
 * Makes a record that the hall has the user's own, with all its history. Of two at once one gets it, the other
 * `people.person-taken`. A record of staff is never claimed: its role would come with it.
 */
export async function claimPerson(
  ctx: Ctx,
  { userId, personId, by, alongside = false }: PersonClaim,
  examine = examinePerson,
): Promise<Id<"person">> {
  const person = await examine(ctx, personId);
  if (!person) throw notFound();
  if (person.isStaff) throw conflict("people.claim-of-staff");
  if (person.hasLogin && !alongside) throw conflict("people.person-taken");

  await giveLogin(ctx, { userId, personId: person.personId });
  await ctx.db.updateTable("person").set({ shown_out_at: null }).where("id", "=", person.personId).execute();

  await recordChange(ctx, {
    action: "person.claimed",
    subjectType: "person",
    subjectId: person.personId,
    personId: person.personId,
    before: null,
    after: { by, userId },
  });
  await appendFact(ctx, "people.person-claimed", { personId: person.personId, by });
  return person.personId;
}
