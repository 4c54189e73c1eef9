import { z } from "zod";

/** Runs a statement without parameters and gives its rows. */
export type RunQuery = (text: string) => Promise<readonly unknown[]>;

const foreignKey = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  /** Those that may be null, so that the row can be there before what it refers to. */
  nullable: z.array(z.string()),
  target: z.string(),
});
export type ForeignKey = z.infer<typeof foreignKey>;

const table = z.object({
  /** "schema.name", unique in the database. */
  key: z.string(),
  schema: z.string(),
  name: z.string(),
  /** Row-level security binds the owner too. */
  forced: z.boolean(),
  /** All that are stored, in their order; not those that PostgreSQL computes. */
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  primaryKey: z.array(z.string()),
  foreignKeys: z.array(foreignKey),
});
export type Table = z.infer<typeof table>;

/** The migrator's and the job queue's own books: made anew by their migrations, wherever the data goes. */
const bookkeeping = ["public.migration", "public.migration_lock", "graphile_worker.migrations"];

/** Every table of ours that holds data, as the catalog has it, by name. */
export async function readTables(query: RunQuery): Promise<Table[]> {
  const rows = await query(`
    select n.nspname || '.' || t.relname as key, n.nspname as schema, t.relname as name, t.relforcerowsecurity as forced,
      coalesce((select json_agg(json_build_object('name', a.attname, 'type', y.typname) order by a.attnum)
        from pg_attribute a join pg_type y on y.oid = a.atttypid
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''), '[]') as columns,
      coalesce((select json_agg(a.attname order by k.n) from pg_index i, unnest(i.indkey) with ordinality k (attnum, n)
        join pg_attribute a on a.attnum = k.attnum
        where a.attrelid = t.oid and i.indrelid = t.oid and i.indisprimary), '[]') as "primaryKey",
      coalesce((select json_agg(json_build_object('name', k.conname, 'target', rn.nspname || '.' || r.relname,
          'columns', (select json_agg(a.attname) from pg_attribute a where a.attrelid = t.oid and a.attnum = any (k.conkey)),
          'nullable', (select coalesce(json_agg(a.attname), '[]') from pg_attribute a
            where a.attrelid = t.oid and a.attnum = any (k.conkey) and not a.attnotnull)) order by k.conname)
        from pg_constraint k join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where k.conrelid = t.oid and k.contype = 'f'), '[]') as "foreignKeys"
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where t.relkind = 'r' and n.nspname in ('public', 'graphile_worker')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.deptype = 'e')
    order by n.nspname collate "C", t.relname collate "C"`);
  return z
    .array(table)
    .parse(rows)
    .filter(({ key }) => !bookkeeping.includes(key));
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The table as SQL names it. */
export function quoteTable({ schema, name }: Pick<Table, "schema" | "name">): string {
  return `${quoteName(schema)}.${quoteName(name)}`;
}
