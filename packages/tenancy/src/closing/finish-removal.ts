import { type Clock, clockAt, type Id, idSchema } from "@guildhall/core";
import type { Database, DB } from "@guildhall/db";
import { m } from "@guildhall/i18n/messages";
import { notice, queuePlatformMessage } from "@guildhall/mail";
import type { Kysely } from "kysely";

/** Strikes a removed hall off and tells those who owned it, in one transaction: they hear of it once. */
export async function finishRemoval(database: Database, hallId: Id<"tenant">, now: Date): Promise<void> {
  await database.withPlatform("closing", async (db) => {
    const hall = await db
      .updateTable("closed_hall")
      .set({ finished_at: now })
      .where("hall_id", "=", hallId)
      .where("finished_at", "is", null)
      .returning(["name", "slug", "locale", "owner_account_ids"])
      .executeTakeFirst();
    if (hall) await tellOwners({ db, clock: clockAt(now) }, hall);
  });
}

interface Hall {
  readonly name: string;
  readonly slug: string;
  readonly locale: "en" | "zh-CN";
  readonly owner_account_ids: readonly string[];
}

async function tellOwners(platform: { db: Kysely<DB>; clock: Clock }, hall: Hall): Promise<void> {
  const ownerIds = hall.owner_account_ids.map((id) => idSchema("user_account").parse(id));
  if (ownerIds.length === 0) return;
  const owners = await platform.db
    .selectFrom("user_account")
    .select(["email", "locale"])
    .where("id", "in", ownerIds)
    .execute();
  for (const owner of owners) {
    const locale = owner.locale ?? hall.locale;
    await queuePlatformMessage(platform, {
      template: notice,
      purpose: "transactional",
      recipient: owner.email,
      locale,
      input: {
        title: m.signup_closed_mail_title({ name: hall.name.slice(0, 80) }, { locale }),
        paragraphs: [
          m.signup_closed_mail_gone({ name: hall.name }, { locale }),
          m.signup_closed_mail_slug({ slug: hall.slug }, { locale }),
        ],
      },
    });
  }
}
