import { idSchema, pageSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { bellOf, listNotices, type NoticePlace, readAllNotices, readNotice, seeNotices } from "@guildhall/notify";
import { suiteNotices } from "@guildhall/suite";
import { z } from "zod";
import { topicsIn } from "./topics-in.ts";

/** What the address of a notification centre says. */
export const noticesSearch = pageSchema.extend({
  size: z.coerce.number().int().min(1).max(100).default(30),
  show: z.enum(["all", "unread"]).default("all"),
  topic: z.string().max(40).optional(),
});

const deed = z.discriminatedUnion("act", [
  z.object({ act: z.literal("read"), notice: idSchema("notification") }),
  z.object({ act: z.literal("read-all"), until: z.coerce.date() }),
]);

/** A page of the actor's notices, in their words. Whoever looks has seen what there is. */
export async function noticesPage(ctx: Ctx, { show, topic, ...page }: z.output<typeof noticesSearch>) {
  const notices = await listNotices(ctx, suiteNotices, { page, unreadOnly: show === "unread", topic });
  const { unread } = await bellOf(ctx);
  await seeNotices(ctx);
  return {
    notices,
    unread,
    show,
    topic: topic ?? null,
    topics: topicsIn(ctx.locale, ctx.actor),
    until: ctx.clock.now().toISOString(),
  };
}

/** The newest few, for the panel at the bell. */
export async function newestNotices(ctx: Ctx) {
  const { rows } = await listNotices(ctx, suiteNotices, { page: { size: 8, cursor: null } });
  await seeNotices(ctx);
  return { notices: rows, until: ctx.clock.now().toISOString() };
}

/** Marks one notice as read, or all up to a moment. */
export async function answerNotices(ctx: Ctx, form: FormData): Promise<void> {
  const wanted = deed.parse(Object.fromEntries(form));
  if (wanted.act === "read") await readNotice(ctx, { noticeId: wanted.notice });
  else await readAllNotices(ctx, wanted);
}

/** Where a notice leads from here: below this house where it can, in the other one where its reader may go there. */
export function addressOf(
  { workspace, portal }: NoticePlace,
  { slug, from, isStaff }: { slug: string; from: "w" | "c"; isStaff: boolean },
): string {
  const inWorkspace = isStaff && workspace !== undefined ? `/w/${slug}/${workspace}` : null;
  const inPortal = portal === undefined ? null : `/c/${slug}/${portal}`;
  const [near, far] = from === "w" ? [inWorkspace, inPortal] : [inPortal, inWorkspace];
  return (near ?? far ?? `/${from}/${slug}/notifications`).replace(/\/$/, "");
}
