import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { readersAmong } from "../delivering/readers.ts";
import { ringBells } from "../delivering/ring-bells.ts";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import { eraseNotices } from "./erase-notices.ts";

const batchSize = 500;

/** Takes a person's notices away that they may not see any more: all of them, and their choices, from whoever has no way in. */
export async function dropUnseeable(ctx: Ctx, register: NoticeRegister, personId: Id<"person">): Promise<void> {
  const [actor] = await readersAmong(ctx, [personId]);
  if (!actor) return eraseNotices(ctx, personId);
  let after: Id<"notification"> | null = null;
  for (;;) {
    const rows: { id: Id<"notification">; kind: string; payload: unknown }[] = await batch(ctx, personId, after);
    const gone: Id<"notification">[] = [];
    for (const { id, kind, payload } of rows) {
      const notice = register.find(kind);
      if (notice && !(await notice.maySee({ ...ctx, actor }, payload))) gone.push(id);
    }
    if (gone.length > 0) await ctx.db.deleteFrom("notification").where("id", "in", gone).execute();
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) break;
    after = last.id;
  }
  await ringBells(ctx, [personId]);
}

function batch(ctx: Ctx, personId: Id<"person">, after: Id<"notification"> | null) {
  return ctx.db
    .selectFrom("notification")
    .select(["id", "kind", "payload"])
    .where("person_id", "=", personId)
    .$if(after !== null, (query) => query.where("id", ">", after))
    .orderBy("id")
    .limit(batchSize)
    .execute();
}
