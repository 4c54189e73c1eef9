import type { Conjunct } from "@guildhall/db";
import { sql } from "kysely";
import { sortName } from "../people/sort-name.ts";

/** Companies whose name has every word, as it is written or as it is read, or one of whose domains has all of it. */
export function searchCompanies(words: string): Conjunct {
  const each = words.split(/\s+/).filter((word) => word !== "");
  const tests = each.map((word) =>
    /\p{Script=Han}/u.test(word)
      ? sql`strpos(r.name, ${word}::text) > 0`
      : sql`strpos(r.sort_name, ${sortName({ fullName: word })}::text) > 0`,
  );
  const domain = sql`exists (select from company_domain d where d.tenant_id = r.tenant_id and d.company_id = r.id
    and strpos(d.domain, ${words.toLowerCase()}::text) > 0)`;
  return { matches: sql<boolean>`(${sql.join(tests, sql` and `)} or ${domain})`, set: null, column: null };
}
