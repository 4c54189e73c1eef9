import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { ChangeSetKind } from "./change-set-kinds.ts";
import type { UndoableTable } from "./undoable-tables.ts";

/**
 * A row as a change set found it and left it; columns as in the database, without those that triggers derive. Of a
 * changed row the columns that changed are enough (`updated_at` among them, so that undo gives it back as well).
 */
export interface Image {
  readonly subjectType: UndoableTable;
  readonly subjectId: Id<string>;
  /** The subject's version once changed, for subjects that count one. */
  readonly subjectVersion: number | null;
  readonly personId: Id<"person"> | null;
  /** Null where the change set made the row. */
  readonly before: object | null;
  /** Null where the change set removed the row. */
  readonly after: object | null;
}

/** Opens a change set: what follows is recorded in it and can be undone as one. */
export async function openChangeSet(ctx: Ctx, kind: ChangeSetKind, summary: object = {}): Promise<Id<"change_set">> {
  const { id } = await ctx.db
    .insertInto("change_set")
    .values({
      tenant_id: ctx.tenant.id,
      kind,
      actor_user_id: ctx.actor.kind === "person" ? ctx.actor.userId : null,
      actor_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      summary: JSON.stringify(summary),
      created_at: ctx.clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/**
 * Adds images to a change set, in the transaction that changes the rows. A row that the set has changed already keeps
 * what it was at first, and gets what it is now.
 */
export async function recordImages(ctx: Ctx, changeSetId: Id<"change_set">, images: readonly Image[]): Promise<void> {
  const rows = images.map((image) => ({
    tenant_id: ctx.tenant.id,
    change_set_id: changeSetId,
    subject_type: image.subjectType,
    subject_id: image.subjectId,
    subject_version: image.subjectVersion,
    person_id: image.personId,
    before: image.before && JSON.stringify(image.before),
    after: image.after && JSON.stringify(image.after),
  }));
  for (let from = 0; from < rows.length; from += 1_000)
    await ctx.db
      .insertInto("change_set_item")
      .values(rows.slice(from, from + 1_000))
      .onConflict((conflict) =>
        conflict.columns(["tenant_id", "change_set_id", "subject_type", "subject_id"]).doUpdateSet({
          before: sql`case when change_set_item.before is null then null else excluded.before || change_set_item.before end`,
          after: sql`case when excluded.after is null then null else change_set_item.after || excluded.after end`,
        }),
      )
      .execute();
}
