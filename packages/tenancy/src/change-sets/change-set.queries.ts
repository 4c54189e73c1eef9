import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { sql } from "kysely";
import { z } from "zod";
import { changeSetPolicy } from "./change-set.policy.ts";
import { type Skip, skipReasons } from "./take-back.ts";
import { type UndoableTable, undoableTables } from "./undoable-tables.ts";

/** A change set as those see it who may look at people. */
export interface ChangeSet {
  readonly id: Id<"change_set">;
  /** One of `changeSetKinds`, or one that an older version knew. */
  readonly kind: string;
  readonly actorPersonId: Id<"person"> | null;
  readonly actorName: string | null;
  readonly createdAt: Date;
  readonly undoneAt: Date | null;
  readonly undoneByName: string | null;
  /** Whether a job is about to take it back. */
  readonly undoing: boolean;
  readonly mayUndo: boolean;
  /** What whoever made it wrote down: the name of what was deleted, the choice of a bulk edit. */
  readonly summary: Readonly<Record<string, unknown>>;
}

export async function getChangeSet(ctx: Ctx, id: Id<"change_set">): Promise<ChangeSet> {
  const row = await changeSets(ctx).where("s.id", "=", id).executeTakeFirst();
  if (!row || !changeSetPolicy.allows(ctx.actor, "view", row)) throw notFound();
  return asChangeSet(ctx, row);
}

/** Those that changed anything, newest first. */
export async function listChangeSets(ctx: Ctx, page: Page): Promise<PageOf<ChangeSet>> {
  if (!changeSetPolicy.allows(ctx.actor, "view", { kind: "" })) throw notFound();
  const query = changeSets(ctx).where(({ exists, selectFrom }) =>
    exists(selectFrom("change_set_item as i").select("i.subject_id").whereRef("i.change_set_id", "=", "s.id")),
  );
  const found = await keyset(query, page, {
    columns: ["createdAt", "id"],
    direction: "desc",
    references: { createdAt: "s.created_at", id: "s.id" },
  });
  return { ...found, rows: found.rows.map((row) => asChangeSet(ctx, row)) };
}

function changeSets(ctx: Ctx) {
  return ctx.db
    .selectFrom("change_set as s")
    .leftJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "s.tenant_id").onRef("p.id", "=", "s.actor_person_id"),
    )
    .leftJoin("person as u", (join) =>
      join.onRef("u.tenant_id", "=", "s.tenant_id").onRef("u.id", "=", "s.undone_by_person_id"),
    )
    .select([
      "s.id",
      "s.kind",
      "s.summary",
      "s.actor_person_id as actorPersonId",
      "p.full_name as actorName",
      "s.created_at as createdAt",
      "s.undone_at as undoneAt",
      "u.full_name as undoneByName",
      "s.undo_requested_at as undoRequestedAt",
    ]);
}

const summarySchema = z.record(z.string(), z.unknown());

function asChangeSet(
  ctx: Ctx,
  { undoRequestedAt, summary, ...row }: Awaited<ReturnType<ReturnType<typeof changeSets>["executeTakeFirstOrThrow"]>>,
): ChangeSet {
  return {
    ...row,
    summary: summarySchema.parse(summary),
    undoing: row.undoneAt === null && undoRequestedAt !== null,
    mayUndo: row.undoneAt === null && changeSetPolicy.allows(ctx.actor, "undo", row),
  };
}

/** How many rows of a table a change set made, changed and removed; `more` where there are more than are counted. */
export interface ChangeCount {
  readonly subjectType: UndoableTable;
  readonly made: number;
  readonly changed: number;
  readonly removed: number;
  /** Of them those whose values were blanked when their person was erased. */
  readonly erased: number;
  readonly more: boolean;
}

const mostCounted = 10_000;

const changeCount = z.object({
  subjectType: z.enum(undoableTables),
  made: z.number(),
  changed: z.number(),
  removed: z.number(),
  erased: z.number(),
});

/** What a change set did, table by table. Rows that only got a new time of their last change are not counted. */
export async function countChanges(ctx: Ctx, id: Id<"change_set">): Promise<ChangeCount[]> {
  await getChangeSet(ctx, id);
  const { rows } = await sql`
    select t.name as "subjectType", c.* from unnest(${[...undoableTables]}::text[]) with ordinality t (name, place),
      lateral (
        select count(*) filter (where before is null and redacted_at is null)::int as made,
          count(*) filter (where before is not null and after is not null)::int as changed,
          count(*) filter (where after is null and redacted_at is null)::int as removed,
          count(*) filter (where redacted_at is not null)::int as erased
        from (
          select before, after, redacted_at from change_set_item i
          where i.change_set_id = ${id} and i.subject_type = t.name
            and (before is null or after is null or before - 'updated_at' <> '{}')
          limit ${mostCounted + 1}
        ) counted
      ) c
    order by t.place`.execute(ctx.db);
  return z
    .array(changeCount)
    .parse(rows)
    .map((row) => ({ ...row, more: row.made + row.changed + row.removed + row.erased > mostCounted }))
    .filter(({ made, changed, removed, erased }) => made + changed + removed + erased > 0);
}

/** A row that undo left, with the person whom it is about, where it is about one. */
export interface LeftRow extends Skip {
  readonly personId: Id<"person"> | null;
}

const skip = z.object({ reason: z.enum(skipReasons), columns: z.array(z.string()) });

/** The rows that undoing a change set left as they are, wholly or in part, with the reason. */
export async function listUndoSkips(ctx: Ctx, id: Id<"change_set">, page: Page): Promise<PageOf<LeftRow>> {
  await getChangeSet(ctx, id);
  const query = ctx.db
    .selectFrom("change_set_item")
    .select([
      "subject_type as subjectType",
      "subject_id as subjectId",
      "person_id as personId",
      "undo_skip as undoSkip",
    ])
    .where("change_set_id", "=", id)
    .where("undo_skip", "is not", null);
  const found = await keyset(query, page, {
    columns: ["subjectType", "subjectId"],
    direction: "asc",
    references: { subjectType: "subject_type", subjectId: "subject_id" },
  });
  return {
    ...found,
    rows: found.rows.map(({ subjectType, subjectId, personId, undoSkip }) => ({
      subjectType: z.enum(undoableTables).parse(subjectType),
      subjectId,
      personId,
      ...skip.parse(undoSkip),
    })),
  };
}
