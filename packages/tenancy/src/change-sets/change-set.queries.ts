import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { z } from "zod";
import { changeSetPolicy } from "./change-set.policy.ts";
import { type Skip, skipReasons } from "./take-back.ts";
import { undoableTables } from "./undoable-tables.ts";

/** A change set as those see it who may look at people. */
export interface ChangeSet {
  readonly id: Id<"change_set">;
  readonly kind: string;
  readonly actorPersonId: Id<"person"> | null;
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
  /** Whether a job is about to take it back. */
  readonly undoing: boolean;
  readonly mayUndo: boolean;
}

export async function getChangeSet(ctx: Ctx, id: Id<"change_set">): Promise<ChangeSet> {
  const row = await ctx.db
    .selectFrom("change_set")
    .select(["id", "kind", "actor_person_id", "created_at", "undone_at", "undo_requested_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row || !changeSetPolicy.allows(ctx.actor, "view", { actorPersonId: row.actor_person_id })) throw notFound();
  return {
    id: row.id,
    kind: row.kind,
    actorPersonId: row.actor_person_id,
    createdAt: row.created_at,
    undoneAt: row.undone_at,
    undoing: row.undone_at === null && row.undo_requested_at !== null,
    mayUndo:
      row.undone_at === null && changeSetPolicy.allows(ctx.actor, "undo", { actorPersonId: row.actor_person_id }),
  };
}

const skip = z.object({ reason: z.enum(skipReasons), columns: z.array(z.string()) });

/** The rows that undoing a change set left as they are, wholly or in part, with the reason. */
export async function listUndoSkips(ctx: Ctx, id: Id<"change_set">, page: Page): Promise<PageOf<Skip>> {
  await getChangeSet(ctx, id);
  const query = ctx.db
    .selectFrom("change_set_item")
    .select(["subject_type as subjectType", "subject_id as subjectId", "undo_skip as undoSkip"])
    .where("change_set_id", "=", id)
    .where("undo_skip", "is not", null);
  const found = await keyset(query, page, {
    columns: ["subjectType", "subjectId"],
    direction: "asc",
    references: { subjectType: "subject_type", subjectId: "subject_id" },
  });
  return {
    ...found,
    rows: found.rows.map(({ subjectType, subjectId, undoSkip }) => ({
      subjectType: z.enum(undoableTables).parse(subjectType),
      subjectId,
      ...skip.parse(undoSkip),
    })),
  };
}
