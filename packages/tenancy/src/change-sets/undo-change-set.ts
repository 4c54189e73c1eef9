import { conflict, type Id, idSchema, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { z } from "zod";
import { recordChange } from "../audit/record-change.ts";
import { changeSetPolicy } from "./change-set.policy.ts";
import { keepSkips, type Skip, type TakenBack, takeBack } from "./take-back.ts";

export const undoChangeSetInput = z.object({ changeSetId: idSchema("change_set") });

/** What undo did. Rows are skipped rather than guessed at, each with its reason. */
export interface Undone extends Readonly<TakenBack> {
  /** How many rows were left as they are, wholly or in part; `listUndoSkips` names them. */
  readonly skippedCount: number;
  /** The first hundred of them. */
  readonly skipped: readonly Skip[];
}

const mostSkipsTold = 100;

/**
 * Takes a change set back. A row gets each column again that the change set changed and nobody has changed since; a row
 * that it made goes, a row that it removed comes back. Erased people stay erased. Undoing twice is a conflict. For the
 * commands whose own way this is a part of; everybody else asks `requestUndo`.
 */
export async function undoChangeSet(ctx: Ctx, input: unknown): Promise<Undone> {
  const { changeSetId } = undoChangeSetInput.parse(input);
  await requireMayUndo(ctx, changeSetId);
  return takeBackWhole(ctx, changeSetId, ctx.actor.kind === "person" ? ctx.actor.personId : null);
}

/** Holds the change set until the transaction ends: whoever comes second sees that it is undone. */
export async function requireMayUndo(ctx: Ctx, changeSetId: Id<"change_set">): Promise<{ kind: string }> {
  const changeSet = await ctx.db
    .selectFrom("change_set")
    .select(["kind", "undone_at"])
    .where("id", "=", changeSetId)
    .forUpdate()
    .executeTakeFirst();
  if (!changeSet) throw notFound();
  changeSetPolicy.require(ctx.actor, "undo", changeSet);
  if (changeSet.undone_at) throw conflict("tenancy.change-set-undone");
  return changeSet;
}

/** The work itself, for whoever has asked and may. */
export async function takeBackWhole(
  ctx: Ctx,
  changeSetId: Id<"change_set">,
  personId: Id<"person"> | null,
): Promise<Undone> {
  const skipped: Skip[] = [];
  let skippedCount = 0;
  const taken = await takeBack(ctx, changeSetId, async (skips) => {
    skippedCount += skips.length;
    skipped.push(...skips.slice(0, mostSkipsTold - skipped.length));
    await keepSkips(ctx, changeSetId, skips);
  });

  await ctx.db
    .updateTable("change_set")
    .set({ undone_at: ctx.clock.now(), undone_by_person_id: personId, undo_requested_at: null })
    .where("id", "=", changeSetId)
    .execute();
  await recordChange(ctx, {
    action: "change-set.undone",
    subjectType: "change_set",
    subjectId: changeSetId,
    changeSetId,
    before: null,
    after: { ...taken, skipped: skippedCount },
  });
  await appendFact(ctx, "tenancy.change-set-undone", { changeSetId });
  return { ...taken, skippedCount, skipped };
}
