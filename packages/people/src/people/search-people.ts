import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type RawBuilder, sql } from "kysely";
import { peoplePolicy } from "./person.policy.ts";
import { prefixRange } from "./prefix-range.ts";
import { namePrefixes } from "./search-words.ts";

/** Somebody as pickers offer them. */
export interface FoundPerson {
  readonly id: Id<"person">;
  readonly fullName: string;
  readonly email: string | null;
  readonly avatarFileId: Id<"file"> | null;
}

const longest = 200;

/**
 * People whose name (in any script, or its pinyin), address or number begins with this text; by name from the start
 * where there is none. Each way in reads a stretch of one index, so it costs the same in a hall of a million.
 */
export async function searchPeople(ctx: Ctx, text: string, limit = 10): Promise<readonly FoundPerson[]> {
  peoplePolicy.require(ctx.actor, "view", null);
  const ways = waysTo(ctx, text.trim().slice(0, longest), limit);
  const { rows } = await sql<FoundPerson>`
    select p.id, p.full_name as "fullName", p.email, p.avatar_file_id as "avatarFileId"
    from person p
    where p.tenant_id = ${ctx.tenant.id} and p.id in (${sql.join(ways, sql` union all `)})
    order by p.sort_name, p.id limit ${limit}`.execute(ctx.db);
  return rows;
}

function waysTo(ctx: Ctx, typed: string, limit: number): RawBuilder<unknown>[] {
  const by = (column: "sort_name" | "email" | "phone", prefix: string) => {
    const { from, to } = prefixRange(prefix);
    return sql`(select id from person
      where tenant_id = ${ctx.tenant.id} and canonical_id is null and erased_at is null
        and ${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${to}
      order by ${sql.ref(column)}, id limit ${limit})`;
  };
  const ways = namePrefixes(typed).map((prefix) => by("sort_name", prefix));
  if (typed !== "" && !/\s/.test(typed)) ways.push(by("email", typed.toLowerCase()));
  for (const number of numbersOf(typed)) ways.push(by("phone", number));
  return ways;
}

/** What a number may begin with: a mobile of China is often typed without its country. */
function numbersOf(typed: string): string[] {
  const digits = typed.normalize("NFKC").replaceAll(/[\s().-]/g, "");
  if (!/^\+?\d{3,15}$/.test(digits)) return [];
  if (digits.startsWith("+")) return [digits];
  return /^1[3-9]/.test(digits) ? [`+${digits}`, `+86${digits}`] : [`+${digits.replace(/^00/, "")}`];
}
