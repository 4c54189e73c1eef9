import { type Id, systemClock, unavailable } from "@guildhall/core";
import { findTenantById, systemScope } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { takeBounce } from "../bounces/take-bounce.ts";
import type { PostOffice } from "../post-office.ts";
import type { Outcome } from "../transports/transport.ts";
import { claimMessage } from "./claim-message.ts";
import { handOver } from "./hand-over.ts";
import { refusal } from "./refusal.ts";
import type { SendRun } from "./send-run.ts";
import { type Settlement, settleMessage } from "./settle-message.ts";

/**
 * Sends one message; throws for it to be tried again. Its row stays locked while it is handed over, so two runners
 * never send it at once, and after a crash it goes out again under the same id.
 */
export async function sendMessage(office: PostOffice, messageId: Id<"message">, run: SendRun): Promise<void> {
  const row = await run.database.withPlatform("send-message", (db) =>
    db.selectFrom("message").select("tenant_id").where("id", "=", messageId).executeTakeFirst(),
  );
  if (!row) return;
  const outcome = row.tenant_id
    ? await sendForTenant(office, row.tenant_id, messageId, run)
    : await sendForGuildhall(office, messageId, run);
  if (!outcome || outcome.kind === "accepted") return;
  run.logger.info({ messageId, outcome }, "a message was not taken");
  if (outcome.kind === "postponed" && !isLast(run)) {
    throw unavailable("mail.postponed", { messageId, reason: outcome.reason, detail: outcome.detail });
  }
}

async function sendForTenant(
  office: PostOffice,
  tenantId: Id<"tenant">,
  messageId: Id<"message">,
  run: SendRun,
): Promise<Outcome | null> {
  const tenant = await run.database.withPlatform("resolve-tenant", (db) => findTenantById(db, tenantId));
  if (!tenant) return null;
  return run.database.withTenant(systemScope(tenant), async (ctx) => {
    const message = await claimMessage(ctx.db, messageId);
    if (!message) return null;
    const reason = await refusal(ctx, tenant.status, message);
    if (reason) {
      const input = office.templates.get(message.template)?.withoutSecrets(message.input) ?? {};
      await settleMessage(ctx.db, messageId, { state: "suppressed", reason, at: ctx.clock.now(), kept: { input } });
      return null;
    }
    const { outcome, kept } = await handOver(office, message, tenant, run.logger);
    const settlement = settlementOf(outcome, isLast(run), ctx.clock.now());
    const settled = settlement !== null && (await settleMessage(ctx.db, messageId, { ...settlement, kept }));
    if (settled && outcome.kind === "accepted") await appendFact(ctx, "mail.message-sent", { messageId });
    if (outcome.kind === "bounced") await takeBounce(ctx, message);
    return outcome;
  });
}

async function sendForGuildhall(office: PostOffice, messageId: Id<"message">, run: SendRun): Promise<Outcome | null> {
  return run.database.withPlatform("send-message", async (db) => {
    const message = await claimMessage(db, messageId);
    if (!message) return null;
    const { outcome, kept } = await handOver(office, message, null, run.logger);
    const settlement = settlementOf(outcome, isLast(run), systemClock.now());
    if (settlement) await settleMessage(db, messageId, { ...settlement, kept });
    return outcome;
  });
}

function isLast({ attempt }: SendRun): boolean {
  return attempt.number >= attempt.max;
}

/** What a try comes to; null if there is another. */
function settlementOf(outcome: Outcome, last: boolean, at: Date): Settlement | null {
  switch (outcome.kind) {
    case "accepted":
      return { state: "sent", at };
    case "bounced":
      return { state: "bounced", reason: outcome.reason, at };
    case "failed":
      return { state: "failed", reason: outcome.reason, at };
    case "postponed":
      return last ? { state: "failed", reason: outcome.reason, at } : null;
  }
}
