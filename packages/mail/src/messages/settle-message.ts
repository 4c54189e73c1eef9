import type { Id } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { Rendered } from "../templates/template.ts";
import { type MessageReason, type MessageState, statesBefore } from "./message.ts";

/** What is kept of a message that is done with; `written` where it was. */
export interface Kept {
  readonly input: object;
  readonly written?: Rendered;
}

export interface Settlement {
  readonly state: Exclude<MessageState, "queued">;
  readonly reason?: MessageReason;
  readonly at: Date;
  readonly kept?: Kept | undefined;
}

/** Says what became of a message; false where it cannot come to that any more. */
export async function settleMessage(
  db: Kysely<DB>,
  id: Id<"message">,
  { state, reason, at, kept }: Settlement,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("message")
    .set({
      state,
      reason: reason ?? null,
      ...(state === "sent" && { sent_at: at }),
      ...(kept && { input: JSON.stringify(kept.input), ...(kept.written && columnsOf(kept.written)) }),
    })
    .where("id", "=", id)
    .where("state", "in", statesBefore(state))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function columnsOf(written: Rendered) {
  return written.channel === "email"
    ? { subject: written.subject, body_text: written.text, body_html: written.html }
    : { subject: null, body_text: written.text, body_html: null };
}
