import { conflict, forbidden, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { findStanding, holdRoster } from "./roster.ts";
import { transferOwnershipInput } from "./staff.ts";

/**
 * Hands the hall over to somebody of its staff. Whoever hands it over types its name, and is an admin from then on, or
 * remains an owner beside the other.
 */
export async function transferOwnership(given: Ctx, input: unknown): Promise<void> {
  const { personId, hallName, afterwards } = transferOwnershipInput.parse(input);
  const ctx = await holdRoster(given);
  if (ctx.actor.kind !== "person" || !ctx.actor.can("tenant.own")) throw forbidden();
  const from = ctx.actor.personId;
  const heir = await findStanding(ctx, personId);
  if (heir.role === "owner") throw conflict("people.owner-already", {}, { personId: "people.owner-already" });
  await requireName(ctx, hallName);

  await ctx.db.updateTable("membership").set({ role: "owner" }).where("person_id", "=", personId).execute();
  await recordChange(ctx, {
    action: "staff.made-owner",
    subjectType: "person",
    subjectId: personId,
    personId,
    before: { role: heir.role },
    after: { role: "owner" },
  });
  await appendFact(ctx, "people.role-changed", { personId, from: heir.role, to: "owner" });
  if (afterwards === "admin") {
    await ctx.db.updateTable("membership").set({ role: "admin" }).where("person_id", "=", from).execute();
    await recordChange(ctx, {
      action: "staff.role-changed",
      subjectType: "person",
      subjectId: from,
      personId: from,
      before: { role: "owner" },
      after: { role: "admin" },
    });
    await appendFact(ctx, "people.role-changed", { personId: from, from: "owner", to: "admin" });
  }
  await appendFact(ctx, "tenancy.owner-changed", {
    tenantId: ctx.tenant.id,
    fromPersonId: from,
    toPersonId: personId,
  });
}

async function requireName(ctx: Ctx, typed: string): Promise<void> {
  const { name } = await ctx.db
    .selectFrom("tenant")
    .select("name")
    .where("id", "=", ctx.tenant.id)
    .executeTakeFirstOrThrow();
  if (written(typed) !== written(name)) throw invalid("people.hall-name-wrong", { hallName: "people.hall-name-wrong" });
}

const written = (name: string) => name.normalize("NFKC").trim().replace(/\s+/g, " ");
