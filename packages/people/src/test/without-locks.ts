import type { Ctx } from "@guildhall/db";
import type { KyselyPlugin } from "kysely";

/** For twins of concurrency tests alone: the same command whose queries ask for no locks, of rows or by name. */
export function withoutLocks(ctx: Ctx): Ctx {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (node.kind !== "SelectQueryNode") return node;
      const { endModifiers: _, selections, ...unlocked } = node;
      const isLock = JSON.stringify(selections)?.includes("pg_advisory_xact_lock");
      return { ...unlocked, ...(selections && !isLock && { selections }) };
    },
    transformResult: async ({ result }) => result,
  };
  return { ...ctx, db: ctx.db.withPlugin(plugin) };
}
