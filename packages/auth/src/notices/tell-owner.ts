import type { Id } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import type { Kysely } from "kysely";
import { z } from "zod";

/** What the owner of an account is told by whoever has neither their address at hand nor this house's. */
export const ownerNoticeSchema = z.enum([
  "app-added",
  "app-removed",
  "codes-renewed",
  "code-used",
  "codes-guessed",
  "passkey-added",
  "passkey-removed",
]);
export type OwnerNotice = z.infer<typeof ownerNoticeSchema>;

export const tellOwnerJob = "auth.tell-owner";

/** Has the owner told, once this platform transaction is there. */
export async function tellOwner(platform: Kysely<DB>, userId: Id<"user_account">, what: OwnerNotice): Promise<void> {
  await enqueueJob(platform, tellOwnerJob, { userId, what });
}
