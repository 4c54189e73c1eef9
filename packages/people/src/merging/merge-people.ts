import { conflict, forbidden, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { type Image, openChangeSet, recordChange, recordImages } from "@guildhall/tenancy";
import { findRole, holdRoster } from "../staff/roster.ts";
import { mayGiveRole } from "../staff/staff.policy.ts";
import { joinedColumns } from "./join-records.ts";
import { lockPair, type Pair, type PersonRow } from "./lock-pair.ts";
import { mergePolicy } from "./merge.policy.ts";
import { mergePeopleInput } from "./merge.ts";
import type { MergeStep } from "./merge-step.ts";
import { preferChosen } from "./prefer-chosen.ts";

export interface Merged {
  readonly keptId: Id<"person">;
  readonly mergedId: Id<"person">;
  readonly changeSetId: Id<"change_set">;
}

/**
 * Makes two records one. The kept one takes what was chosen of the other; identities, ties, logins and history stay where
 * they are and are read as one. Both who could sign in still can. Taken back by `unmergePeople`.
 */
export async function mergePeople(ctx: Ctx, input: unknown, steps: readonly MergeStep[] = []): Promise<Merged> {
  const { keptId, mergedId, choices } = mergePeopleInput.parse(input);
  mergePolicy.require(ctx.actor, "merge", null);
  const still = await holdRoster(ctx);
  const pair = await lockPair(still, { keptId, mergedId });
  const { kept, merged } = await withStaffKept(still, pair);

  const changeSetId = await openChangeSet(ctx, "people.merge");
  const now = ctx.clock.now();
  await writeKept(ctx, {
    row: kept,
    changes: { ...joinedColumns({ kept, merged }, choices), updated_at: now },
    changeSetId,
  });
  await preferChosen(ctx, { kept, merged, choices, changeSetId });
  await pointAt(ctx, { kept, merged, changeSetId });
  await rememberMerge(ctx, { kept, merged, changeSetId });
  for (const step of steps) await step.merge(ctx, { keptId: kept.id, mergedId: merged.id, changeSetId });

  await recordChange(ctx, {
    action: "person.merged",
    subjectType: "person",
    subjectId: kept.id,
    personId: kept.id,
    changeSetId,
    before: null,
    after: { mergedId: merged.id, name: merged.full_name },
  });
  await appendFact(ctx, "people.people-merged", { keptId: kept.id, mergedId: merged.id });
  return { keptId: kept.id, mergedId: merged.id, changeSetId };
}

/**
 * A record of staff is the one that stays, whichever was asked for, since its role hangs on it; and since the other's
 * login gets that role, only who could give the role may do it.
 */
async function withStaffKept(ctx: Ctx, { kept, merged }: Pair): Promise<Pair> {
  const [keptRole, mergedRole] = [await findRole(ctx, kept.id), await findRole(ctx, merged.id)];
  if (keptRole && mergedRole) throw conflict("people.merge-two-staff");
  const role = keptRole ?? mergedRole;
  if (role && !mayGiveRole(ctx.actor, role)) throw forbidden("people.merge-of-staff");
  return mergedRole ? { kept: merged, merged: kept } : { kept, merged };
}

interface Writing {
  readonly row: PersonRow;
  readonly changes: Partial<PersonRow>;
  readonly changeSetId: Id<"change_set">;
}

async function writeKept(ctx: Ctx, { row, changes, changeSetId }: Writing): Promise<void> {
  await ctx.db.updateTable("person").set(changes).where("id", "=", row.id).execute();
  const before = Object.fromEntries(Object.keys(changes).map((column) => [column, row[column as keyof PersonRow]]));
  await recordImages(ctx, changeSetId, [imageOf(row.id, before, changes)]);
}

interface Pointing extends Pair {
  readonly changeSetId: Id<"change_set">;
}

/** The merged record points to the kept one, and so do those that pointed to it: never a chain. */
async function pointAt(ctx: Ctx, { kept, merged, changeSetId }: Pointing): Promise<void> {
  const now = ctx.clock.now();
  const rows = await ctx.db
    .selectFrom("person")
    .select(["id", "canonical_id", "updated_at"])
    .where((where) => where.or([where("id", "=", merged.id), where("canonical_id", "=", merged.id)]))
    .orderBy("id")
    .forUpdate()
    .execute();
  await ctx.db
    .updateTable("person")
    .set({ canonical_id: kept.id, updated_at: now })
    .where(
      "id",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  await recordImages(
    ctx,
    changeSetId,
    rows.map(({ id, ...before }) => imageOf(id, before, { canonical_id: kept.id, updated_at: now })),
  );
}

async function rememberMerge(ctx: Ctx, { kept, merged, changeSetId }: Pointing): Promise<void> {
  const row = await ctx.db
    .insertInto("person_merge")
    .values({
      tenant_id: ctx.tenant.id,
      kept_person_id: kept.id,
      merged_person_id: merged.id,
      change_set_id: changeSetId,
      merged_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      merged_at: ctx.clock.now(),
    })
    .returningAll()
    .executeTakeFirst();
  if (!row) throw notFound();
  await recordImages(ctx, changeSetId, [
    { subjectType: "person_merge", subjectId: row.id, subjectVersion: null, personId: null, before: null, after: row },
  ]);
}

/** The facts that merging makes come after, so the versions of its rows stand beside no fact before it. */
function imageOf(id: Id<"person">, before: object, after: object): Image {
  return { subjectType: "person", subjectId: id, subjectVersion: null, personId: id, before, after };
}
