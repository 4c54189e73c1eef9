import type { Ctx } from "@guildhall/db";
import type { KyselyPlugin } from "kysely";

/** For twins of concurrency tests alone: the same command whose queries ask for no row locks. */
export function withoutLocks(ctx: Ctx): Ctx {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (node.kind !== "SelectQueryNode") return node;
      const { endModifiers: _, ...unlocked } = node;
      return unlocked;
    },
    transformResult: async ({ result }) => result,
  };
  return { ...ctx, db: ctx.db.withPlugin(plugin) };
}
