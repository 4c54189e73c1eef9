import { type Id, type Locale, localeSchema, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Database, type DB, keyset } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { Channel } from "../addresses/address.ts";
import type { MessageState } from "../messages/message.ts";

/** A message as /dev/mail and /dev/sms list it. */
export interface DevMessage {
  readonly id: Id<"message">;
  readonly tenantId: Id<"tenant"> | null;
  readonly channel: Channel;
  readonly purpose: string;
  readonly template: string;
  readonly locale: Locale;
  readonly recipient: string;
  readonly subject: string | null;
  readonly text: string | null;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

/** The same with its HTML, which is shown in a frame without scripts and without our origin. */
export interface DevMessageWithBody extends DevMessage {
  readonly html: string | null;
}

/** Messages of every tenant and of Guildhall itself, newest first. For installations that run the embedded defaults. */
export async function listDevMessages(database: Database, channel: Channel, page: Page): Promise<PageOf<DevMessage>> {
  return database.withPlatform(
    "operate",
    async (db) => {
      const found = await keyset(messages(db).where("channel", "=", channel), page, {
        columns: ["created_at", "id"],
        direction: "desc",
      });
      return { ...found, rows: found.rows.map(asDevMessage) };
    },
    { readOnly: true },
  );
}

/** One of them; not found where there is none. */
export async function getDevMessage(database: Database, id: Id<"message">): Promise<DevMessageWithBody> {
  return database.withPlatform(
    "operate",
    async (db) => {
      const row = await messages(db).select("body_html").where("id", "=", id).executeTakeFirst();
      if (!row) throw notFound();
      return { ...asDevMessage(row), html: row.body_html };
    },
    { readOnly: true },
  );
}

function messages(db: Kysely<DB>) {
  return db
    .selectFrom("message")
    .select([
      "id",
      "tenant_id",
      "channel",
      "purpose",
      "template",
      "locale",
      "recipient",
      "subject",
      "body_text",
      "state",
      "reason",
      "created_at",
      "sent_at",
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof messages>["executeTakeFirstOrThrow"]>>;

function asDevMessage(row: Row): DevMessage {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    channel: row.channel,
    purpose: row.purpose,
    template: row.template,
    locale: localeSchema.parse(row.locale),
    recipient: row.recipient,
    subject: row.subject,
    text: row.body_text,
    state: row.state,
    reason: row.reason,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}
