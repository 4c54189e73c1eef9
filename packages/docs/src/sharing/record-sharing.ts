import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import type { SharedThing } from "./grant.ts";

type Deed = "shared" | "share-refused" | "share-changed" | "unshared" | "inheritance-changed";

/** Writes into the history who may what from now on, and says so. */
export async function recordSharing(
  ctx: Ctx,
  deed: Deed,
  on: SharedThing,
  before: object | null,
  after: object | null,
): Promise<void> {
  const subjectType = "spaceId" in on ? "space" : "document";
  const subjectId: Id<string> = idSchema("subject").parse("spaceId" in on ? on.spaceId : on.documentId);
  await recordChange(ctx, { action: `${subjectType}.${deed}`, subjectType, subjectId, before, after });
  if ("spaceId" in on) await appendFact(ctx, "docs.space-access-changed", { spaceId: on.spaceId });
  else await appendFact(ctx, "docs.document-access-changed", { documentId: on.documentId });
}
