import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { getDocument } from "./document.queries.ts";
import { documentRefInput } from "./document.ts";

const keepInput = documentRefInput.extend({ keep: z.boolean() });

/** Keeps a document at hand for whoever asks, or no longer. */
export async function keepAtHand(ctx: Ctx, input: unknown): Promise<void> {
  const { documentId, keep } = keepInput.parse(input);
  if (ctx.actor.kind !== "person") return;
  const { personId } = ctx.actor;
  if (!keep) {
    await ctx.db
      .deleteFrom("document_favourite")
      .where("person_id", "=", personId)
      .where("document_id", "=", documentId)
      .execute();
    return;
  }
  await getDocument(ctx, documentId);
  await ctx.db
    .insertInto("document_favourite")
    .values({ tenant_id: ctx.tenant.id, person_id: personId, document_id: documentId, added_at: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Remembers that the reader was there, for what they find under "recent". The caller has asked whether they may. */
export async function rememberVisit(ctx: Ctx, documentId: Id<"document">): Promise<void> {
  if (ctx.actor.kind !== "person") return;
  const visited_at = ctx.clock.now();
  await ctx.db
    .insertInto("document_visit")
    .values({ tenant_id: ctx.tenant.id, person_id: ctx.actor.personId, document_id: documentId, visited_at })
    .onConflict((conflict) => conflict.columns(["tenant_id", "person_id", "document_id"]).doUpdateSet({ visited_at }))
    .execute();
}
