import { conflict, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { clusterOf, holdPerson, resolvePerson } from "../people/resolve-person.ts";
import { type RelationshipKind, relateInput, unrelateInput } from "./relationship.ts";

/** Ties one person to another in one direction. A tie that is there stays; nobody is tied to themselves. */
export async function relate(ctx: Ctx, input: unknown): Promise<void> {
  const { fromPersonId, kind, toPersonId, since } = relateInput.parse(input);
  const [from, to] = await bothEnds(ctx, fromPersonId, toPersonId);
  if (from.id === to.id)
    throw conflict("people.relationship-to-self", {}, { toPersonId: "people.relationship-to-self" });
  if ((await tiesBetween(ctx, from.id, kind, to.id)).length > 0) return;
  const now = ctx.clock.now();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("relationship")
    .values({
      tenant_id: ctx.tenant.id,
      from_person_id: from.id,
      kind,
      to_person_id: to.id,
      since: since ?? now,
      source: "by-hand",
      created_at: now,
    })
    .onConflict((tie) => tie.columns(["tenant_id", "from_person_id", "kind", "to_person_id"]).doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return;
  await tell(ctx, "related", { from: from.id, kind, to: to.id });
}

/** Unties them, in that direction alone, over all the records that are one with theirs. */
export async function unrelate(ctx: Ctx, input: unknown): Promise<void> {
  const { fromPersonId, kind, toPersonId } = unrelateInput.parse(input);
  const [from, to] = await bothEnds(ctx, fromPersonId, toPersonId);
  const ties = await tiesBetween(ctx, from.id, kind, to.id);
  if (ties.length === 0) return;
  await ctx.db.deleteFrom("relationship").where("id", "in", ties).execute();
  await tell(ctx, "unrelated", { from: from.id, kind, to: to.id });
}

/** Both, locked in the order of their ids, so that two who tie the same pair never wait for each other. */
async function bothEnds(ctx: Ctx, fromId: Id<"person">, toId: Id<"person">) {
  const ids = [await resolvePerson(ctx, fromId), await resolvePerson(ctx, toId)];
  const [from, to] = ids;
  if (!from || !to) throw notFound();
  const held = new Map<string, Awaited<ReturnType<typeof holdPerson>>>();
  for (const id of [from, to].sort()) held.set(id, await holdPerson(ctx, id));
  const [heldFrom, heldTo] = [held.get(from), held.get(to)];
  if (!heldFrom || !heldTo) throw notFound();
  return [heldFrom, heldTo] as const;
}

async function tiesBetween(ctx: Ctx, from: Id<"person">, kind: RelationshipKind, to: Id<"person">) {
  const rows = await ctx.db
    .selectFrom("relationship")
    .select("id")
    .where("from_person_id", "in", await clusterOf(ctx, from))
    .where("kind", "=", kind)
    .where("to_person_id", "in", await clusterOf(ctx, to))
    .execute();
  return rows.map(({ id }) => id);
}

interface Tie {
  readonly from: Id<"person">;
  readonly kind: RelationshipKind;
  readonly to: Id<"person">;
}

async function tell(ctx: Ctx, what: "related" | "unrelated", { from, kind, to }: Tie): Promise<void> {
  await ctx.db.updateTable("person").set({ updated_at: ctx.clock.now() }).where("id", "in", [from, to]).execute();
  const tie = { kind, toPersonId: to };
  await recordChange(ctx, {
    action: `person.${what}`,
    subjectType: "person",
    subjectId: from,
    personId: from,
    before: what === "related" ? null : tie,
    after: what === "related" ? tie : null,
  });
  await appendFact(ctx, `people.person-${what}`, { personId: from, kind, toPersonId: to });
}
