import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, type DB, keyset } from "@guildhall/db";
import type { ExpressionBuilder } from "kysely";
import { peoplePolicy, personPolicy } from "./person.policy.ts";
import type { PersonSummary } from "./person.ts";

/** Everybody of the tenant, newest first. */
export function listPeople(ctx: Ctx, page: Page): Promise<PageOf<PersonSummary>> {
  peoplePolicy.require(ctx.actor, "view", null);
  return keyset(summaries(ctx).where("person.canonical_id", "is", null), page, {
    columns: ["createdAt", "id"],
    direction: "desc",
    references: { createdAt: "person.created_at", id: "person.id" },
  });
}

/** One person; somebody whom the actor may not see is not there. */
export async function getPerson(ctx: Ctx, id: Id<"person">): Promise<PersonSummary> {
  if (!personPolicy.allows(ctx.actor, "view", { id })) throw notFound();
  const person = await summaries(ctx).where("person.id", "=", id).executeTakeFirst();
  if (!person) throw notFound();
  return person;
}

/** How many people the tenant has, exact up to `cap`; `more` when there are others beyond. */
export async function countPeople(ctx: Ctx, cap = 10_000): Promise<{ count: number; more: boolean }> {
  peoplePolicy.require(ctx.actor, "view", null);
  const seen = ctx.db
    .selectFrom("person")
    .where("canonical_id", "is", null)
    .orderBy("created_at", "desc") // along the list's index: otherwise it may be the table, and the policy row by row
    .limit(cap + 1);
  const { count } = await ctx.db
    .selectFrom(seen.as("seen"))
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return { count: Math.min(count, cap), more: count > cap };
}

function summaries(ctx: Ctx) {
  return ctx.db
    .selectFrom("person")
    .leftJoin("membership", (join) =>
      join.onRef("membership.tenant_id", "=", "person.tenant_id").onRef("membership.person_id", "=", "person.id"),
    )
    .select([
      "person.id",
      "person.full_name as fullName",
      "membership.role",
      "person.avatar_file_id as avatarFileId",
      "person.created_at as createdAt",
    ])
    .select((eb) => (["email", "phone"] as const).map((kind) => firstIdentity(eb, kind).as(kind)));
}

/** The identity of a kind that a person has had longest. */
function firstIdentity(eb: ExpressionBuilder<DB, "person">, kind: "email" | "phone") {
  return eb
    .selectFrom("person_identity as i")
    .select("i.value")
    .whereRef("i.tenant_id", "=", "person.tenant_id")
    .whereRef("i.person_id", "=", "person.id")
    .where("i.kind", "=", kind)
    .orderBy("i.created_at")
    .orderBy("i.id")
    .limit(1);
}
