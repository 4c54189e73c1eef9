import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import type { Channels } from "../kinds/topic.ts";
import { defaultSettings, type NoticeChoices, type NoticeSettings } from "./notice-settings.ts";

/** What these people chose about mail; who chose nothing is not in it. */
export async function settingsOf(
  ctx: Ctx,
  personIds: readonly Id<"person">[],
): Promise<ReadonlyMap<Id<"person">, NoticeSettings>> {
  if (personIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("notice_settings")
    .select(["person_id", "paused", "quiet_from", "quiet_to", "digest", "digest_hour", "digest_weekday", "locale"])
    .where("person_id", "in", personIds)
    .execute();
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        paused: row.paused,
        quiet: row.quiet_from === null || row.quiet_to === null ? null : { from: row.quiet_from, to: row.quiet_to },
        digest: row.digest,
        digestHour: row.digest_hour,
        digestWeekday: row.digest_weekday,
        locale: row.locale,
      },
    ]),
  );
}

/** The channels that these people chose for the topics that they touched. */
export async function chosenChannels(
  ctx: Ctx,
  personIds: readonly Id<"person">[],
  topic?: string,
): Promise<ReadonlyMap<Id<"person">, ReadonlyMap<string, Channels>>> {
  if (personIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("notice_preference")
    .select(["person_id", "topic", "in_app", "mail"])
    .where("person_id", "in", personIds)
    .$if(topic !== undefined, (query) => query.where("topic", "=", topic ?? ""))
    .execute();
  const byPerson = Map.groupBy(rows, (row) => row.person_id);
  return new Map(
    [...byPerson].map(([personId, chosen]) => [
      personId,
      new Map(chosen.map((row) => [row.topic, { inApp: row.in_app, mail: row.mail }])),
    ]),
  );
}

/** Everything that a person chose for this hall, ready for their form. */
export async function noticeChoices(
  ctx: Ctx,
  { topics }: Pick<NoticeRegister, "topics">,
  personId: Id<"person">,
): Promise<NoticeChoices> {
  const settings = (await settingsOf(ctx, [personId])).get(personId) ?? defaultSettings;
  const chosen = (await chosenChannels(ctx, [personId])).get(personId);
  return {
    settings,
    topics: Object.fromEntries(topics.map(({ name, defaults }) => [name, chosen?.get(name) ?? defaults])),
  };
}
