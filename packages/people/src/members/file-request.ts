import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import type { Claim } from "./admit.ts";
import type { Joiner } from "./member.ts";

/** Why somebody has to wait for staff. */
export type WaitReason = "approval" | "shared-address" | "person-taken" | "shown-out" | "two-records";

interface Request {
  readonly joiner: Joiner;
  readonly reason: WaitReason;
  readonly claim: Claim | null;
  /** Who they are here already, where the hall has two records of them. */
  readonly hasPersonId?: Id<"person"> | null;
}

/** Lays a request before staff; one that waits already stays as it is. */
export async function fileRequest(ctx: Ctx, { joiner, reason, claim, hasPersonId = null }: Request): Promise<void> {
  const filed = await ctx.db
    .insertInto("join_request")
    .values({
      tenant_id: ctx.tenant.id,
      user_id: joiner.userId,
      kind: reason === "two-records" ? "merge" : "join",
      reason,
      full_name: joiner.fullName,
      email: joiner.email,
      note: joiner.note,
      locale: joiner.locale,
      claims_person_id: claim?.personId ?? null,
      claims_by: claim?.by ?? null,
      has_person_id: hasPersonId,
      created_at: ctx.clock.now(),
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "user_id", "kind"]).where("state", "=", "waiting").doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (filed) await appendFact(ctx, "people.join-requested", { joinRequestId: filed.id });
}
