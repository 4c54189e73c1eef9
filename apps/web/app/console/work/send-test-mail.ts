import { systemClock, unauthenticated } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { notice, queuePlatformMessage } from "@guildhall/mail";
import type { House } from "../../server/house.ts";
import type { Visit } from "../../server/visit.ts";

/** Queues a mail to the operator who asks, so that the whole way out is tried. */
export async function sendTestMail(house: House, visit: Visit): Promise<boolean> {
  const session = await visit.session();
  if (!session) throw unauthenticated();
  const locale = await visit.locale();
  await house.database.withPlatform("send-message", (db) =>
    queuePlatformMessage(
      { db, clock: systemClock },
      {
        template: notice,
        purpose: "transactional",
        recipient: session.user.email,
        locale,
        input: { title: m.console_mail_subject({}, { locale }), paragraphs: [m.console_mail_body({}, { locale })] },
      },
    ),
  );
  return true;
}
