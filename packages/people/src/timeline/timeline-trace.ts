import type { PersonTrace } from "../erasure/person-trace.ts";
import { deriveActivity } from "./write-lines.ts";

/** What stands on a person's timeline. Lines of others that name them find no name any more once they are forgotten. */
export const timelineTrace: PersonTrace = {
  name: "timeline",
  collect: (ctx, { ids }) =>
    ctx.db
      .selectFrom("timeline_entry")
      .select(["at", "name"])
      .where("subject_id", "in", [...ids])
      .orderBy("at")
      .orderBy("id")
      .execute(),
  erase: async (ctx, { ids }) => {
    await ctx.db
      .deleteFrom("timeline_entry")
      .where("subject_id", "in", [...ids])
      .execute();
    await deriveActivity(ctx, ids);
  },
};
