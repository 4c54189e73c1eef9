import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** A row as a change set found it and left it; columns as in the database. */
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

/** The tables whose rows undo can restore, parents first. Others may not be written by bulk changes. */
export const undoableTables = [
  "tag",
  "field",
  "person",
  "person_identity",
  "company",
  "company_domain",
  "affiliation",
  "relationship",
  "audience",
  "audience_member",
] as const;
export type UndoableTable = (typeof undoableTables)[number];

/** Opens a change set: what follows is recorded in it and can be undone as one. */
export async function openChangeSet(ctx: Ctx, kind: string, summary: object = {}): Promise<Id<"change_set">> {
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

/** Adds images to a change set, in the transaction that changes the rows. */
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
      .execute();
}
