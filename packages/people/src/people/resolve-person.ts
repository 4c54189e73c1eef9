import { type Id, notFound } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { Selectable } from "kysely";
import { personPolicy } from "./person.policy.ts";

/** The record that stays, whichever of those that were merged into it is asked for; null where there is none. */
export async function resolvePerson(ctx: Ctx, personId: Id<"person">): Promise<Id<"person"> | null> {
  const row = await ctx.db
    .selectFrom("person")
    .select((person) => person.fn.coalesce("canonical_id", "id").as("id"))
    .where("id", "=", personId)
    .executeTakeFirst();
  return row?.id ?? null;
}

type Act = "view" | "edit" | "keep" | "consent" | "export" | "erase";

/**
 * A person for a change by the actor: the record that stays, locked until the transaction ends. Not there for whoever
 * may not see them, nor once they were erased.
 */
export async function holdPerson(ctx: Ctx, personId: Id<"person">, act: Act = "keep"): Promise<HeldPerson> {
  const id = await resolvePerson(ctx, personId);
  if (!id) throw notFound();
  personPolicy.require(ctx.actor, act, { id });
  const person = await ctx.db
    .selectFrom("person")
    .selectAll()
    .where("id", "=", id)
    .where("erased_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw notFound();
  // Merged into another between the two looks: the other one is whom this change is about.
  return person.canonical_id ? holdPerson(ctx, person.canonical_id, act) : person;
}

export type HeldPerson = Selectable<DB["person"]>;

/** A record and all that were merged into it. */
export async function clusterOf(ctx: Ctx, personId: Id<"person">): Promise<Id<"person">[]> {
  const rows = await ctx.db
    .selectFrom("person")
    .select("id")
    .where((person) => person.or([person("id", "=", personId), person("canonical_id", "=", personId)]))
    .execute();
  return rows.map(({ id }) => id);
}
