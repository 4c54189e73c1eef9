import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { peoplePolicy } from "../people/person.policy.ts";
import type { TimelineEntry } from "./timeline.ts";

/** A mail or text message as a line names it. */
export interface TimelineMessage {
  readonly channel: "email" | "sms";
  readonly subject: string | null;
}

/** The messages of these lines, by id; for staff. */
export async function messagesOf(
  ctx: Ctx,
  entries: readonly Pick<TimelineEntry, "payload">[],
): Promise<Readonly<Record<string, TimelineMessage>>> {
  if (!peoplePolicy.allows(ctx.actor, "view", null)) return {};
  const ids = entries.flatMap(({ payload }): Id<"message">[] => {
    const id = idSchema("message").safeParse(payload.messageId);
    return id.success ? [id.data] : [];
  });
  if (ids.length === 0) return {};
  const rows = await ctx.db.selectFrom("message").select(["id", "channel", "subject"]).where("id", "in", ids).execute();
  return Object.fromEntries(rows.map(({ id, ...message }) => [id, message]));
}
