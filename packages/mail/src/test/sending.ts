import { type Id, idSchema, systemClock } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { GivenTenant, TestDatabase } from "@guildhall/testing";
import { queueMessage, queuePlatformMessage } from "../messages/queue-message.ts";
import { sendMessage } from "../messages/send-message.ts";
import { openPostOffice, type PostOffice, type PostOfficeOptions } from "../post-office.ts";
import type { ConsentPurpose } from "../purpose.ts";
import { notice } from "../templates/notice.ts";
import { resetPassword } from "../templates/reset-password.ts";

export const secret = "a secret of thirty-two characters";
export const ada = "ada@example.com";
const quiet = { info: () => undefined, error: () => undefined };

export function postOffice(over: Partial<PostOfficeOptions> = {}): PostOffice {
  return openPostOffice({
    from: "Guildhall <hall@guildhall.example>",
    publicUrl: "https://guildhall.example",
    secret,
    ...over,
  });
}

/** What tests of sending do again and again. */
export function sendingIn(db: TestDatabase) {
  return {
    /** Queues a notice to Ada. */
    queueNotice: (hall: GivenTenant, purpose: ConsentPurpose | "transactional" = "transactional") =>
      hall.inside((ctx: Ctx) =>
        queueMessage(ctx, {
          template: notice,
          purpose,
          input: { title: "周六采茶", paragraphs: ["六点半集合。"] },
          recipient: ada,
          locale: "zh-CN",
        }),
      ),
    /** Queues a password reset, which is Guildhall's own. */
    queueReset: (url = "https://guildhall.example/reset/s3cret-t0ken") =>
      db.database.withPlatform("send-message", (platform) =>
        queuePlatformMessage(
          { db: platform, clock: systemClock },
          {
            template: resetPassword,
            purpose: "transactional",
            input: { url, minutes: 30 },
            recipient: ada,
            locale: "en",
          },
        ),
      ),
    send: (office: PostOffice, id: Id<"message">, attempt = { number: 1, max: 12 }) =>
      sendMessage(office, id, { database: db.database, logger: quiet, attempt }),
    /** The message as it stands in the database. */
    row: async (id: Id<"message">) => {
      const { rows } = await db.owner.query("select * from message where id = $1", [id]);
      return rows[0];
    },
    bounceFacts: async (hall: GivenTenant): Promise<Id<"message">[]> => {
      const { rows } = await db.owner.query<{ id: string }>(
        "select payload ->> 'messageId' as id from fact where tenant_id = $1 and name = 'mail.message-bounced'",
        [hall.tenant.id],
      );
      return rows.map((row) => idSchema("message").parse(row.id));
    },
  };
}
