import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Addressee } from "./insert-notices.ts";

export type MailDue = "letter" | "digest";

/**
 * Notes that these people have mail coming. A row that is there already is locked all the same: whoever writes that
 * mail waits for this notice, or has gone before it came. True when some of it may be written at once.
 */
export async function expectMail(ctx: Ctx, addressees: readonly Addressee[]): Promise<boolean> {
  const expected = addressees
    .filter(({ mail }) => mail !== "off")
    .map(({ personId, mail }) => ({ personId, what: mail === "now" ? ("letter" as const) : ("digest" as const) }))
    .toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
  await planMail(ctx, expected);
  return expected.some(({ what }) => what === "letter");
}

export async function planMail(
  ctx: Ctx,
  expected: readonly { readonly personId: Id<"person">; readonly what: MailDue }[],
): Promise<void> {
  if (expected.length === 0) return;
  const now = ctx.clock.now();
  await ctx.db
    .insertInto("notice_due")
    .values(
      expected.map(({ personId, what }) => ({
        tenant_id: ctx.tenant.id,
        person_id: personId,
        what,
        due_at: now,
        planned: what === "letter",
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "person_id", "what"]).doUpdateSet({
        // A letter may not have to wait for the end of quiet hours; a digest keeps its hour.
        due_at: sql<Date>`case notice_due.what when 'letter' then least(notice_due.due_at, excluded.due_at) else notice_due.due_at end`,
      }),
    )
    .execute();
}
