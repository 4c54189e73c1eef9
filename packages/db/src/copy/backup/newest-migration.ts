import type pg from "pg";
import { z } from "zod";

/** The name of the newest migration that the database has; null for one that has none. */
export async function newestMigration(client: pg.Client): Promise<string | null> {
  const { rows: there } = await client.query("select to_regclass('public.migration') is not null as known");
  if (!z.object({ known: z.boolean() }).parse(there[0]).known) return null;
  const { rows } = await client.query(`select name from public.migration order by name collate "C" desc limit 1`);
  const [newest] = z.array(z.object({ name: z.string() })).parse(rows);
  return newest?.name ?? null;
}
