import { type Id, isUuid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { peoplePolicy } from "../people/person.policy.ts";
import type { TimelineName } from "./timeline.ts";

interface Naming {
  readonly actor_person_id: Id<"person"> | null;
  readonly subject_id: Id<string>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * What the people and companies are called whom these lines name: whoever acted, whose they are, and every id they
 * carry. For staff; a member reads no names of others.
 */
export async function namesOn(ctx: Ctx, rows: readonly Naming[]): Promise<Readonly<Record<string, TimelineName>>> {
  if (!peoplePolicy.allows(ctx.actor, "view", null)) return {};
  return namesOf(
    ctx,
    rows.flatMap((row) => [row.actor_person_id, row.subject_id, ...Object.values(row.payload)]),
  );
}

/** What these people and companies are called; other values, and those who were erased, have no name. */
export async function namesOf(ctx: Ctx, values: readonly unknown[]): Promise<Readonly<Record<string, TimelineName>>> {
  const ids = [...new Set(values.filter((value): value is string => typeof value === "string" && isUuid(value)))];
  if (ids.length === 0) return {};
  const { rows } = await sql<{ id: string } & TimelineName>`
    select p.id, 'person' as type, p.full_name as name, p.avatar_file_id as "avatarFileId"
    from person p where p.id = any (${ids}::uuid[]) and p.erased_at is null
    union all
    select c.id, 'company', c.name, null from company c where c.id = any (${ids}::uuid[])`.execute(ctx.db);
  return Object.fromEntries(rows.map(({ id, ...named }) => [id, named]));
}
