import { forbidden } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "../audit/record-change.ts";
import { type Portal, portalInput } from "./portal.ts";

/** What visitors of this hall's portal meet; anybody may know. */
export async function getPortal(ctx: Ctx): Promise<Portal> {
  return readPortal(ctx).executeTakeFirstOrThrow();
}

/** Sets who may join and how, what visitors read first, and whether search engines may list it. */
export async function setPortal(ctx: Ctx, input: unknown): Promise<void> {
  const after = portalInput.parse(input);
  if (!ctx.actor.can("settings.edit")) throw forbidden();
  const before = await readPortal(ctx).forUpdate().executeTakeFirstOrThrow();
  const fields = (["joining", "welcomeTitle", "welcomeText", "indexed"] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return;
  await ctx.db
    .updateTable("tenant")
    .set({
      joining: after.joining,
      welcome_title: after.welcomeTitle,
      welcome_text: after.welcomeText,
      portal_indexed: after.indexed,
    })
    .where("id", "=", ctx.tenant.id)
    .execute();
  await recordChange(ctx, {
    action: "portal.set",
    subjectType: "tenant",
    subjectId: ctx.tenant.id,
    before,
    after,
  });
  await appendFact(ctx, "tenancy.settings-changed", { tenantId: ctx.tenant.id, fields });
}

function readPortal(ctx: Ctx) {
  return ctx.db
    .selectFrom("tenant")
    .select(["joining", "welcome_title as welcomeTitle", "welcome_text as welcomeText", "portal_indexed as indexed"])
    .where("id", "=", ctx.tenant.id);
}
