import { type Clock, type Id, invalid, type Locale } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import type { Kysely } from "kysely";
import { type Channel, parseAddress } from "../addresses/address.ts";
import { headerText } from "../addresses/line.ts";
import type { Purpose } from "../purpose.ts";
import { houseOf } from "../templates/house.ts";
import type { Template } from "../templates/template.ts";
import { sendMessageJob } from "./send-message-job.ts";

/** A message to one address; its template says through which channel it goes, and what it may be sent for. */
export interface MessageToQueue<Input, For extends Purpose> {
  template: Template<Input, For>;
  purpose: NoInfer<For>;
  input: NoInfer<Input>;
  recipient: string;
  personId?: Id<"person"> | null;
  locale: Locale;
}

/**
 * Queues a message of this tenant in the command's own transaction. Whether it may go out (consent, suppression) is
 * asked when it does. Invalid input: a recipient, input or subject that is malformed.
 */
export async function queueMessage<Input, For extends Purpose>(
  ctx: Ctx,
  message: MessageToQueue<Input, For>,
): Promise<Id<"message">> {
  return queue(ctx, ctx.tenant, message);
}

/** Queues a message of Guildhall itself, with no tenant, in a platform transaction for "send-message". */
export async function queuePlatformMessage<Input, For extends Purpose>(
  platform: { db: Kysely<DB>; clock: Clock },
  message: Omit<MessageToQueue<Input, For>, "personId" | "purpose"> & { purpose: "transactional" & NoInfer<For> },
): Promise<Id<"message">> {
  return queue(platform, null, { ...message, personId: null });
}

const attempts = {
  email: 12, // the last some 16 hours after the first
  sms: 6, // some four minutes: a code is of no use later
} as const satisfies Record<Channel, number>;

async function queue<Input, For extends Purpose>(
  { db, clock }: { db: Kysely<DB>; clock: Clock },
  tenant: Ctx["tenant"] | null,
  { template, purpose, input, recipient, personId = null, locale }: MessageToQueue<Input, For>,
): Promise<Id<"message">> {
  const { channel } = template;
  if (!tenant && purpose !== "transactional") throw invalid("mail.purpose-needs-tenant");
  const stored = template.input.parse(input);
  // Written now for the list of what waits, and so that what cannot be written is its caller's error; and again when sent.
  const house = houseOf(tenant, locale);
  headerText(house.name);
  const written = template.render(stored, { locale, house, purpose, unsubscribeUrl: null });

  const { id } = await db
    .insertInto("message")
    .values({
      tenant_id: tenant?.id ?? null,
      channel,
      purpose,
      template: template.name,
      locale,
      recipient: parseAddress(channel, recipient),
      person_id: personId,
      input: JSON.stringify(stored),
      subject: written.channel === "email" ? written.subject : null,
      created_at: clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await enqueueJob(db, sendMessageJob, { messageId: id }, { key: id, maxAttempts: attempts[channel] });
  return id;
}
