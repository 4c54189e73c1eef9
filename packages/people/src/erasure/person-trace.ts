import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** Somebody as every package finds its rows about them. */
export interface TracedPerson {
  /** The record that stays. */
  readonly id: Id<"person">;
  /** It and all that were merged into it. */
  readonly ids: readonly Id<"person">[];
  /** What they are or were reached at. */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/**
 * What a package keeps about people. Every package that does names its trace in packages/suite, so that a person can
 * take all of it along and have all of it forgotten.
 */
export interface PersonTrace {
  /** The part of the export that holds it. */
  readonly name: string;
  /** What is kept of them, as plain data; empty lists where there is nothing. */
  collect(ctx: Ctx, person: TracedPerson): Promise<unknown>;
  /** Blanks or removes it, in the transaction that forgets the person. Numbers and dates that belong to the books stay. */
  erase(ctx: Ctx, person: TracedPerson): Promise<void>;
}

/** Gathers where the traces of a person may be found. */
export async function tracePerson(ctx: Ctx, id: Id<"person">, ids: readonly Id<"person">[]): Promise<TracedPerson> {
  const identities = await ctx.db
    .selectFrom("person_identity")
    .select(["kind", "value"])
    .where("person_id", "in", ids)
    .execute();
  const accounts = await ctx.db
    .selectFrom("join_request as r")
    .innerJoin("login as l", (join) =>
      join.onRef("l.tenant_id", "=", "r.tenant_id").onRef("l.user_id", "=", "r.user_id"),
    )
    .select("r.email")
    .where("l.person_id", "in", ids)
    .execute();
  const of = (kind: string) => identities.flatMap((identity) => (identity.kind === kind ? [identity.value] : []));
  return {
    id,
    ids,
    emails: [...new Set([...of("email"), ...accounts.map(({ email }) => email.toLowerCase())])],
    phones: of("phone"),
  };
}
