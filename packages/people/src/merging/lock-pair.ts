import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { Selectable } from "kysely";

export type PersonRow = Selectable<DB["person"]>;

export interface Pair {
  readonly kept: PersonRow;
  readonly merged: PersonRow;
}

interface Ids {
  readonly keptId: Id<"person">;
  readonly mergedId: Id<"person">;
}

/** Both records, as they stay where they were merged already, held until the transaction ends. */
export async function lockPair(ctx: Ctx, { keptId, mergedId }: Ids): Promise<Pair> {
  const roots = await ctx.db
    .selectFrom("person")
    .select((where) => ["id", where.fn.coalesce("canonical_id", "id").as("root")])
    .where("id", "in", [keptId, mergedId])
    .execute();
  const rootOf = (id: Id<"person">) => roots.find((row) => row.id === id)?.root;
  const [keptRoot, mergedRoot] = [rootOf(keptId), rootOf(mergedId)];
  if (!keptRoot || !mergedRoot) throw notFound();
  if (keptRoot === mergedRoot) throw conflict("people.merge-same");

  const rows = await ctx.db
    .selectFrom("person")
    .selectAll()
    .where("id", "in", [keptRoot, mergedRoot])
    .orderBy("id")
    .forUpdate()
    .execute();
  const [kept, merged] = [rows.find(({ id }) => id === keptRoot), rows.find(({ id }) => id === mergedRoot)];
  if (!kept || !merged) throw notFound();
  // Somebody was faster, and one of them is a part of another by now.
  if (kept.canonical_id || merged.canonical_id) return lockPair(ctx, { keptId, mergedId });
  if (kept.erased_at || merged.erased_at) throw conflict("people.merge-erased");
  return { kept, merged };
}
