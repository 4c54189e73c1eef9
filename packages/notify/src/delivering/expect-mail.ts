import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Addressee } from "./insert-notices.ts";

export type MailDue = "letter" | "digest";

/** Mail that somebody has coming. */
export interface ExpectedMail {
  readonly personId: Id<"person">;
  readonly what: MailDue;
}

/** Notes that these people have mail coming. Resolves to what may be looked at at once. */
export function expectMail(ctx: Ctx, addressees: readonly Addressee[]): Promise<readonly ExpectedMail[]> {
  const expected = addressees
    .filter(({ mail }) => mail !== "off")
    .map(({ personId, mail }) => ({ personId, what: mail === "now" ? ("letter" as const) : ("digest" as const) }));
  return planMail(ctx, expected);
}

/**
 * Notes that mail is expected. A row that is there already is locked all the same: whoever writes that mail waits for
 * what is being told now, or has gone before it came. Resolves to what is due now.
 */
export async function planMail(ctx: Ctx, expected: readonly ExpectedMail[]): Promise<readonly ExpectedMail[]> {
  if (expected.length === 0) return [];
  const now = ctx.clock.now();
  const rows = await ctx.db
    .insertInto("notice_due")
    .values(
      expected
        .toSorted((one, other) => (one.personId < other.personId ? -1 : 1))
        .map(({ personId, what }) => ({
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
    .returning(["person_id as personId", "what", "due_at as dueAt"])
    .execute();
  return rows.filter(({ dueAt }) => dueAt <= now).map(({ personId, what }) => ({ personId, what }));
}
