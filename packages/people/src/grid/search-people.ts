import type { Conjunct, Sql } from "@guildhall/db";
import { sql } from "kysely";
import { sortName } from "../people/sort-name.ts";

const han = /\p{Script=Han}/u;

/**
 * Whom these words find: every word stands in the name, as it is written or, in Latin letters, as it is read (zhangwei
 * finds 张伟); or all of it stands in the address or, where it is a number, in the number to call.
 */
export function searchPeople(words: string): Conjunct {
  const ways = [byName(words), byEmail(words), byPhone(words)].filter((way) => way !== null);
  const sets = ways.map(({ ids }) => ids);
  const known = sets.filter((ids) => ids !== null);
  return {
    matches: sql<boolean>`(${sql.join(
      ways.map(({ matches }) => matches),
      sql` or `,
    )})`,
    set:
      known.length < sets.length
        ? null
        : {
            ids: sql.join(
              known.map((ids) => sql`(${ids})`),
              sql` union all `,
            ),
            inOrder: false,
            once: false,
            exact: false,
            slow: true,
          },
    column: null,
  };
}

interface Way {
  readonly matches: Sql;
  /** Along the whole of an index, which is a tenth of the table; null where none knows. */
  readonly ids: Sql | null;
}

const along = (where: Sql) => sql`select x.id from person x where x.canonical_id is null and ${where}`;

function byName(words: string): Way | null {
  if (words.includes("@")) return null;
  const each = words.split(/\s+/).filter((word) => word !== "");
  const written = each.filter((word) => han.test(word));
  const read = each.filter((word) => !han.test(word)).map((word) => sortName({ fullName: word }));
  const together = sql`replace(x.sort_name, ' ', '')`;
  const tests = [
    ...written.map((word) => sql`strpos(r.full_name, ${word}::text) > 0`),
    ...read.map(
      (word) => sql`(strpos(r.sort_name, ${word}::text) > 0
        or octet_length(r.full_name) <> length(r.full_name) and strpos(replace(r.sort_name, ' ', ''), ${word}::text) > 0)`,
    ),
  ];
  return {
    matches: sql`(${sql.join(tests, sql` and `)})`,
    ids:
      read.length === 0
        ? null
        : along(
            sql.join(
              read.map((word) => sql`strpos(${together}, ${word}::text) > 0`),
              sql` and `,
            ),
          ),
  };
}

function byEmail(words: string): Way | null {
  if (!/^[\x21-\x7e]+$/.test(words)) return null;
  const part = words.toLowerCase();
  return { matches: sql`strpos(r.email, ${part}::text) > 0`, ids: along(sql`strpos(x.email, ${part}::text) > 0`) };
}

/** At least three digits, with whatever people put between them; the 0 before an area is not written abroad. */
function byPhone(words: string): Way | null {
  const digits = words
    .normalize("NFKC")
    .replaceAll(/[\s()+./-]/g, "")
    .replace(/^0+/, "");
  if (!/^\d{3,15}$/.test(digits)) return null;
  return { matches: sql`strpos(r.phone, ${digits}::text) > 0`, ids: along(sql`strpos(x.phone, ${digits}::text) > 0`) };
}
