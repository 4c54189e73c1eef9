import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { ownPerson } from "../centre/own-person.ts";
import { ringBells } from "../delivering/ring-bells.ts";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import { minutesOf, noticeSettingsInput } from "./notice-settings.ts";
import { planMailAnew } from "./plan-mail-anew.ts";

/** Topics that nothing is said about stay as they are. */
const someTopics = z.object({ topics: z.record(z.string(), z.unknown()) });

/** Keeps what the actor chose for this hall; mail that waits goes by the new choice. */
export async function saveNoticeSettings(ctx: Ctx, register: NoticeRegister, input: unknown): Promise<void> {
  const { topics } = someTopics.parse(input);
  const names = register.topics.map(({ name }) => name).filter((name) => name in topics);
  const chosen = noticeSettingsInput(names).parse(input);
  const own = { tenant_id: ctx.tenant.id, person_id: ownPerson(ctx), changed_at: ctx.clock.now() };
  const settings = {
    paused: chosen.paused,
    quiet_from: chosen.quiet ? minutesOf(chosen.quietFrom) : null,
    quiet_to: chosen.quiet ? minutesOf(chosen.quietTo) : null,
    digest: chosen.digest,
    digest_hour: chosen.digestHour,
    digest_weekday: chosen.digestWeekday,
    locale: chosen.locale === "account" ? null : chosen.locale,
    changed_at: own.changed_at,
  };
  await ctx.db
    .insertInto("notice_settings")
    .values({ ...own, ...settings })
    .onConflict((conflict) => conflict.columns(["tenant_id", "person_id"]).doUpdateSet(settings))
    .execute();
  const preferences = Object.entries(chosen.topics).map(([topic, { inApp, mail }]) => ({
    ...own,
    topic,
    in_app: inApp,
    mail,
  }));
  if (preferences.length > 0)
    await ctx.db
      .insertInto("notice_preference")
      .values(preferences)
      .onConflict((conflict) =>
        conflict.columns(["tenant_id", "person_id", "topic"]).doUpdateSet((row) => ({
          in_app: row.ref("excluded.in_app"),
          mail: row.ref("excluded.mail"),
          changed_at: row.ref("excluded.changed_at"),
        })),
      )
      .execute();
  await ringBells(ctx, [own.person_id], { due: await planMailAnew(ctx, own.person_id) });
}
