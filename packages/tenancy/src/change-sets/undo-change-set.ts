import { conflict, type Id, idSchema, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { sql } from "kysely";
import { z } from "zod";
import { recordChange } from "../audit/record-change.ts";
import { changeSetPolicy } from "./change-set.policy.ts";
import { undoableTables } from "./change-set.ts";
import { bringBack, type Item, type Outcome, removeRow, restoreColumns, type SkipReason } from "./take-back-row.ts";

const undoChangeSetInput = z.object({ changeSetId: idSchema("change_set") });

/** What undo did. Rows are skipped rather than guessed at, each with its reason. */
export interface Undone {
  readonly restored: number;
  readonly removed: number;
  readonly broughtBack: number;
  readonly skipped: readonly { subjectType: string; subjectId: Id<string>; reason: SkipReason }[];
}

/**
 * Takes a change set back. A row gets each column again that the change set changed and nobody has changed since; a row
 * that it made goes, a row that it removed comes back. Erased people stay erased. Undoing twice is a conflict.
 */
export async function undoChangeSet(ctx: Ctx, input: unknown): Promise<Undone> {
  const { changeSetId } = undoChangeSetInput.parse(input);
  const changeSet = await ctx.db
    .selectFrom("change_set")
    .selectAll()
    .where("id", "=", changeSetId)
    .forUpdate()
    .executeTakeFirst();
  if (!changeSet) throw notFound();
  changeSetPolicy.require(ctx.actor, "undo", { actorPersonId: changeSet.actor_person_id });
  if (changeSet.undone_at) throw conflict("tenancy.change-set-undone");

  const undone = await takeBack(ctx, changeSetId);

  await ctx.db
    .updateTable("change_set")
    .set({ undone_at: ctx.clock.now(), undone_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null })
    .where("id", "=", changeSetId)
    .execute();
  await recordChange(ctx, {
    action: "change-set.undone",
    subjectType: "change_set",
    subjectId: changeSetId,
    changeSetId,
    before: null,
    after: { ...undone, skipped: undone.skipped.length },
  });
  await appendFact(ctx, "tenancy.change-set-undone", { changeSetId });
  return undone;
}

async function takeBack(ctx: Ctx, changeSetId: Id<"change_set">): Promise<Undone> {
  const undone = { restored: 0, removed: 0, broughtBack: 0, skipped: [] as Undone["skipped"][number][] };
  const count = (item: Item, outcome: Outcome) => {
    if (outcome === "restored" || outcome === "removed" || outcome === "broughtBack") undone[outcome]++;
    else undone.skipped.push({ subjectType: item.subject_type, subjectId: item.subject_id, reason: outcome });
  };
  for (const table of undoableTables) {
    for (const item of await itemsOf(ctx, changeSetId, table)) {
      if (item.redacted_at) count(item, "erased");
      else if (item.after === null) count(item, await bringBack(ctx, item));
      else if (item.before !== null) count(item, await restoreColumns(ctx, item));
    }
  }
  for (const table of [...undoableTables].reverse()) {
    // children before parents
    for (const item of await itemsOf(ctx, changeSetId, table))
      if (item.before === null && !item.redacted_at) count(item, await removeRow(ctx, item));
  }
  return undone;
}

async function itemsOf(ctx: Ctx, changeSetId: Id<"change_set">, table: Item["subject_type"]): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select subject_type, subject_id, subject_version, before, after, redacted_at from change_set_item
    where change_set_id = ${changeSetId} and subject_type = ${table} order by subject_id`.execute(ctx.db);
  return rows;
}
