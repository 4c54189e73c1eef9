import type { Id } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { FactName } from "@guildhall/facts";
import type { SelectQueryBuilder } from "kysely";
import { factOfRow } from "../relay/fact-of-row.ts";
import type { Fact } from "../relay/handler.ts";

/** One fact of this tenant; null where there is none. */
export async function findFact(ctx: Ctx, factId: Id<"fact">): Promise<Fact | null> {
  const row = await columns(ctx.db.selectFrom("fact")).where("id", "=", factId).executeTakeFirst();
  return row ? factOfRow(row) : null;
}

/** The facts of these names about one subject, oldest first. */
export async function factsAbout(
  ctx: Ctx,
  subject: { readonly type: string; readonly id: Id<string> },
  names: readonly FactName[],
): Promise<readonly Fact[]> {
  const rows = await columns(ctx.db.selectFrom("fact"))
    .where("subject_type", "=", subject.type)
    .where("subject_id", "=", subject.id)
    .where("name", "in", names)
    .orderBy("occurred_at")
    .orderBy("id")
    .execute();
  return rows.map(factOfRow);
}

/** Facts of these names, so many after the one given by id: for what is made of all of them anew. */
export async function readFacts(
  ctx: Ctx,
  names: readonly FactName[],
  { after, limit }: { readonly after: Id<"fact"> | null; readonly limit: number },
): Promise<readonly Fact[]> {
  const rows = await columns(ctx.db.selectFrom("fact"))
    .where("name", "in", names)
    .$if(after !== null, (query) => query.where("id", ">", after))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(factOfRow);
}

function columns<Row>(query: SelectQueryBuilder<DB, "fact", Row>) {
  return query.select([
    "id",
    "name",
    "payload",
    "subject_type",
    "subject_id",
    "actor_person_id",
    "change_set_id",
    "occurred_at",
  ]);
}
