import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import type { Channel } from "../addresses/address.ts";
import { addSuppression } from "../suppressions/add-suppression.ts";

/** What follows from a bounce inside the tenant: nothing more goes to that address, and whoever cares is told. */
export async function takeBounce(
  ctx: Ctx,
  { id, channel, recipient }: { id: Id<"message">; channel: Channel; recipient: string },
): Promise<void> {
  await addSuppression(ctx, { channel, address: recipient, reason: "hard-bounce" });
  await appendFact(ctx, "mail.message-bounced", { messageId: id });
}
