import { Kysely, PostgresDialect, sql } from "kysely";
import { PostgresDialect as CodegenDialect, generate, RawExpressionNode } from "kysely-codegen";
import { maintenancePool } from "./maintenance-pool.ts";

interface NarrowedColumn {
  table: string;
  column: string;
  is_uuid: boolean;
  nullable: boolean;
  defaulted: boolean;
  refers_to: string | null;
  one_of: string | null;
}

/**
 * TypeScript for the migrated database at `ownerUrl`, the text of schema.gen.ts: ids branded by their table, and text
 * that a check constraint limits to a few words as those words.
 */
export async function generateTypes(ownerUrl: string): Promise<string> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: maintenancePool(ownerUrl) }) });
  try {
    const { rows } = await sql<NarrowedColumn>`
      select t.relname as table, c.attname as column, c.atttypid = 'uuid'::regtype as is_uuid,
        not c.attnotnull as nullable, c.atthasdef as defaulted,
        (select min(r.relname) from pg_constraint k
         join pg_class r on r.oid = k.confrelid
         join pg_attribute rc on rc.attrelid = r.oid and rc.attnum = k.confkey[array_position(k.conkey, c.attnum)]
         where k.contype = 'f' and k.conrelid = t.oid and c.attnum = any (k.conkey) and rc.attname = 'id') as refers_to,
        (select min(pg_get_constraintdef(k.oid)) from pg_constraint k
         where k.contype = 'c' and k.conrelid = t.oid and k.conkey = array[c.attnum]
           and pg_get_constraintdef(k.oid) ~ ' = ANY \\(ARRAY\\[') as one_of
      from pg_attribute c
      join pg_class t on t.oid = c.attrelid and t.relkind in ('r', 'v') and t.relnamespace = 'public'::regnamespace
      where c.atttypid in ('uuid'::regtype, 'text'::regtype) and c.attnum > 0 and not c.attisdropped
      order by 1, 2`.execute(db);
    const columns = Object.fromEntries(
      rows.flatMap((row) => {
        const type = typeOf(row);
        return type === null ? [] : [[`${row.table}.${row.column}`, new RawExpressionNode(type)]];
      }),
    );
    const text = await generate({
      db,
      dialect: new CodegenDialect(),
      overrides: { columns },
      includePattern: "public.*",
      excludePattern: "(migration|migration_lock)",
      defaultSchemas: ["public"],
      typeMapping: { int8: "number" },
      outFile: null,
      print: false,
    });
    return text.replace(
      "import type { ColumnType",
      'import type { Id } from "@guildhall/core";\nimport type { ColumnType',
    );
  } finally {
    await db.destroy();
  }
}

function typeOf(column: NarrowedColumn): string | null {
  const base = column.is_uuid ? idType(column) : wordsType(column);
  if (base === null) return null;
  return column.defaulted ? `Generated<${base}>` : base;
}

function idType({ table, column, refers_to }: NarrowedColumn): string {
  const named = /(?:^|_)(user|person|tenant|file|fact|change_set)_id$/.exec(column)?.[1];
  const brand = column === "id" ? table : (refers_to ?? (named === "user" ? "user_account" : named));
  return brand ? `Id<"${brand}">` : "Id<string>";
}

function wordsType({ one_of }: NarrowedColumn): string | null {
  const words = one_of?.match(/'[^']+'(?=::text)/g);
  return words ? words.map((word) => `"${word.slice(1, -1)}"`).join(" | ") : null;
}
