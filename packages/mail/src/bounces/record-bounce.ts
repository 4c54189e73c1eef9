import { type Id, systemClock } from "@guildhall/core";
import { type Database, type DB, findTenantById, systemScope } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { z } from "zod";
import { type Channel, channelSchema } from "../addresses/address.ts";
import { settleMessage } from "../messages/settle-message.ts";
import { addSuppression } from "../suppressions/add-suppression.ts";
import { type Bounce, bounceSchema } from "./bounce-report.ts";
import { takeBounce } from "./take-bounce.ts";

/** `known`: said before, or of no consequence. `unknown`: about no message of ours. */
export type BounceAnswer = "recorded" | "known" | "unknown";

/** Takes a provider's report. However often it comes, the address is suppressed and the fact appended once. */
export async function recordBounce(database: Database, input: Bounce): Promise<BounceAnswer> {
  const { kind, about } = bounceSchema.parse(input);
  const message = await database.withPlatform("send-message", (db) => findReported(db, about));
  if (!message?.recipient) return "unknown"; // or its person was erased
  if (kind === "soft-bounce") return "known";
  const recorded = message.tenantId
    ? await recordForTenant(database, message.tenantId, message, kind)
    : await recordForGuildhall(database, message, kind);
  return recorded ? "recorded" : "known";
}

interface Reported {
  readonly id: Id<"message">;
  readonly tenantId: Id<"tenant"> | null;
  readonly channel: Channel;
  readonly recipient: string;
}

async function findReported(db: Kysely<DB>, about: z.output<typeof bounceSchema>["about"]): Promise<Reported | null> {
  const messages = db.selectFrom("message").select(["id", "tenant_id", "channel", "recipient"]);
  const row = await ("messageId" in about
    ? messages.where("id", "=", about.messageId)
    : messages
        .where("channel", "=", about.channel)
        .where("recipient", "=", about.address)
        .where("state", "in", ["sent", "bounced"])
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(1)
  ).executeTakeFirst();
  return row
    ? { id: row.id, tenantId: row.tenant_id, channel: channelSchema.parse(row.channel), recipient: row.recipient }
    : null;
}

async function recordForTenant(
  database: Database,
  tenantId: Id<"tenant">,
  message: Reported,
  kind: "hard-bounce" | "complaint",
): Promise<boolean> {
  const tenant = await database.withPlatform("resolve-tenant", (db) => findTenantById(db, tenantId));
  if (!tenant) return false;
  return database.withTenant(systemScope(tenant), async (ctx) => {
    if (kind === "complaint") {
      await noteComplaint(ctx.db, message.id);
      return addSuppression(ctx, { channel: message.channel, address: message.recipient, reason: "complaint" });
    }
    const bounced = await settleMessage(ctx.db, message.id, { state: "bounced", reason: kind, at: ctx.clock.now() });
    if (bounced) await takeBounce(ctx, message);
    return bounced;
  });
}

/** Guildhall's own mail answers what its reader did (sign in, reset): there is no list to be taken off. */
async function recordForGuildhall(
  database: Database,
  message: Reported,
  kind: "hard-bounce" | "complaint",
): Promise<boolean> {
  return database.withPlatform("send-message", (db) =>
    kind === "complaint"
      ? noteComplaint(db, message.id)
      : settleMessage(db, message.id, { state: "bounced", reason: kind, at: systemClock.now() }),
  );
}

/** The message arrived, so it stays sent. */
async function noteComplaint(db: Kysely<DB>, id: Id<"message">): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("message")
    .set({ reason: "complaint" })
    .where("id", "=", id)
    .where("state", "=", "sent")
    .where("reason", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
