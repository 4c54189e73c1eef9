import { type Id, localeSchema } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import { z } from "zod";
import { channelSchema } from "../addresses/address.ts";
import { purposeSchema } from "../purpose.ts";
import type { QueuedMessage } from "./message.ts";

const queued = z.object({ channel: channelSchema, purpose: purposeSchema, locale: localeSchema });

/** Locks a queued message for this transaction; null where somebody else has it, or it is done with. */
export async function claimMessage(db: Kysely<DB>, id: Id<"message">): Promise<QueuedMessage | null> {
  const row = await db
    .selectFrom("message")
    .select(["id", "channel", "purpose", "template", "locale", "recipient", "input"])
    .where("id", "=", id)
    .where("state", "=", "queued")
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ? { ...row, ...queued.parse(row) } : null;
}
