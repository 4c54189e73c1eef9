import type { Ctx, FoundTenant } from "@guildhall/db";
import { hasConsent } from "../consents/consent.queries.ts";
import { needsConsent } from "../purpose.ts";
import { isSuppressed } from "../suppressions/suppression.queries.ts";
import type { MessageReason, QueuedMessage } from "./message.ts";

/** Why a message may not go out, as things stand now; null if it may. */
export async function refusal(
  ctx: Ctx,
  status: FoundTenant["status"],
  { channel, recipient, purpose }: QueuedMessage,
): Promise<MessageReason | null> {
  const address = { channel, address: recipient };
  if (await isSuppressed(ctx, address)) return "address-suppressed";
  if (purpose === "transactional") return null;
  if (status === "suspended") return "house-suspended";
  if (!needsConsent(purpose)) return null;
  return (await hasConsent(ctx, address, purpose)) ? null : "no-consent";
}
