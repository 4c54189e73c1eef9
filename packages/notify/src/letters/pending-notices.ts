import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { planMail } from "../delivering/expect-mail.ts";
import { readersAmong } from "../delivering/readers.ts";
import type { AnyNotice } from "../kinds/notice.ts";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import { chooseChannels } from "../preferences/choose-channels.ts";
import { chosenChannels } from "../preferences/notice-settings.queries.ts";
import type { NoticeSettings } from "../preferences/notice-settings.ts";

/** A notice that waits to be mailed. */
export interface PendingNotice {
  readonly id: Id<"notification">;
  /** The one in the list that it belongs to. */
  readonly headId: Id<"notification">;
  readonly notice: AnyNotice;
  readonly payload: unknown;
  readonly collapseKey: string | null;
}

/** More than anybody has; whatever is beyond it comes with the mail after this one. */
const most = 5_000;

/**
 * What a person has not read and is still to be mailed this way, oldest first, as they choose today: what they no longer
 * want, or may no longer see, is mailed no more; what they want in the other way goes there.
 */
export async function pendingNotices(
  ctx: Ctx,
  register: NoticeRegister,
  { personId, as, settings }: { personId: Id<"person">; as: "now" | "digest"; settings: NoticeSettings },
): Promise<readonly PendingNotice[]> {
  const rows = await ctx.db
    .selectFrom("notification")
    .select(["id", "under_id", "kind", "payload", "collapse_key"])
    .where("person_id", "=", personId)
    .where("mail_as", "=", as)
    .where("mailed_at", "is", null)
    .where("read_at", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .limit(most)
    .execute();
  const chosen = (await chosenChannels(ctx, [personId])).get(personId);
  const [actor] = await readersAmong(ctx, [personId]);
  const pending: PendingNotice[] = [];
  const elsewhere = new Map<"now" | "digest" | null, Id<"notification">[]>();
  for (const row of rows) {
    const notice = register.find(row.kind);
    const wanted =
      notice?.fits(row.payload) && actor && (await notice.maySee({ ...ctx, actor }, row.payload))
        ? chooseChannels(notice, chosen?.get(notice.topic.name) ?? notice.topic.defaults, settings)
        : null;
    const mail = wanted?.mail ?? "off";
    if (notice && mail === as)
      pending.push({
        id: row.id,
        headId: row.under_id ?? row.id,
        notice,
        payload: row.payload,
        collapseKey: row.collapse_key,
      });
    else {
      const way = mail === "off" ? null : mail;
      elsewhere.set(way, [...(elsewhere.get(way) ?? []), row.id]);
    }
  }
  for (const [way, ids] of elsewhere) await redirect(ctx, personId, way, ids);
  if (rows.length === most) await planMail(ctx, [{ personId, what: as === "now" ? "letter" : "digest" }]);
  return pending;
}

async function redirect(ctx: Ctx, personId: Id<"person">, way: "now" | "digest" | null, ids: Id<"notification">[]) {
  await ctx.db.updateTable("notification").set({ mail_as: way }).where("id", "in", ids).execute();
  if (way) await planMail(ctx, [{ personId, what: way === "now" ? "letter" : "digest" }]);
}

/** Notes that these have been mailed; returns those that nobody else had mailed before. */
export async function markMailed(
  ctx: Ctx,
  pending: readonly PendingNotice[],
): Promise<ReadonlySet<Id<"notification">>> {
  if (pending.length === 0) return new Set();
  const rows = await ctx.db
    .updateTable("notification")
    .set({ mailed_at: ctx.clock.now() })
    .where(
      "id",
      "in",
      pending.map(({ id }) => id),
    )
    .where("mailed_at", "is", null)
    .returning("id")
    .execute();
  return new Set(rows.map(({ id }) => id));
}
