import type { PersonTrace } from "@guildhall/people";
import { eraseNotices } from "./erase-notices.ts";

/** What the notification centre keeps about people: the notices laid before them, and how they want to hear of things. */
export const noticeTrace: PersonTrace = {
  name: "notices",
  collect: (ctx, { ids }) =>
    ctx.db
      .selectFrom("notification")
      .select(["kind", "created_at as createdAt", "read_at as readAt"])
      .where("person_id", "in", ids)
      .orderBy("created_at")
      .execute(),
  erase: async (ctx, { ids }) => {
    for (const id of ids) await eraseNotices(ctx, id);
  },
};
