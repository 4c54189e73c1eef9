import { idSchema, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { ringBells } from "../delivering/ring-bells.ts";
import type { NoticePlace } from "../kinds/notice.ts";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import { ownPerson } from "./own-person.ts";

const noticeInput = z.object({ noticeId: idSchema("notification") });

/** Opens one of the actor's notices: it is read from then on. Resolves to where it leads; empty where it leads nowhere, or may not any more. */
export async function openNotice(ctx: Ctx, register: NoticeRegister, input: unknown): Promise<NoticePlace> {
  const { noticeId } = noticeInput.parse(input);
  const row = await ctx.db
    .selectFrom("notification")
    .select(["kind", "payload", "behind"])
    .where("id", "=", noticeId)
    .where("person_id", "=", ownPerson(ctx))
    .executeTakeFirst();
  if (!row) throw notFound();
  await readNotice(ctx, { noticeId });
  const notice = register.find(row.kind);
  if (!notice?.fits(row.payload)) return {};
  return (await notice.maySee(ctx, row.payload)) ? notice.link(row.payload, row.behind + 1) : {};
}

/** Marks one of the actor's notices as read, with those that stand behind it. */
export async function readNotice(ctx: Ctx, input: unknown): Promise<void> {
  const { noticeId } = noticeInput.parse(input);
  const own = await ctx.db
    .selectFrom("notification")
    .select("id")
    .where("id", "=", noticeId)
    .where("person_id", "=", ownPerson(ctx))
    .where("under_id", "is", null)
    .forUpdate() // what is about to stand behind it finds it read, and stands by itself
    .executeTakeFirst();
  if (!own) throw notFound();
  const now = ctx.clock.now();
  const { numUpdatedRows } = await ctx.db
    .updateTable("notification")
    .set({ read_at: now, seen_at: now })
    .where((where) => where.or([where("id", "=", noticeId), where("under_id", "=", noticeId)]))
    .where("read_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await ringBells(ctx, [ownPerson(ctx)]);
}

const allInput = z.object({
  /** When the list that its reader looked at was made: what came since stays unread. */
  until: z.coerce.date(),
});

/** Marks all of the actor's notices as read that had come by then. */
export async function readAllNotices(ctx: Ctx, input: unknown): Promise<void> {
  const { until } = allInput.parse(input);
  const personId = ownPerson(ctx);
  const now = ctx.clock.now();
  const heads = await ctx.db
    .selectFrom("notification")
    .select("id")
    .where("person_id", "=", personId)
    .where("under_id", "is", null)
    .where("read_at", "is", null)
    .where("in_app", "=", true)
    .where("latest_at", "<=", until)
    .orderBy("id")
    .forUpdate()
    .execute();
  const ids = heads.map(({ id }) => id);
  if (ids.length === 0) return;
  await ctx.db
    .updateTable("notification")
    .set({ read_at: now, seen_at: now })
    .where((where) => where.or([where("id", "in", ids), where("under_id", "in", ids)]))
    .where("read_at", "is", null)
    .execute();
  await ringBells(ctx, [personId]);
}

/** Remembers that the actor has looked at the list: what they left unread rings no more. */
export async function seeNotices(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable("notification")
    .set({ seen_at: ctx.clock.now() })
    .where("person_id", "=", ownPerson(ctx))
    .where("under_id", "is", null)
    .where("read_at", "is", null)
    .where("in_app", "=", true)
    .where("seen_at", "is", null)
    .execute();
}
