import { z } from "zod";
import type { RunQuery } from "./read-tables.ts";

const sequence = z.object({ schema: z.string(), name: z.string(), lastValue: z.string().nullable() });
export type Sequence = z.infer<typeof sequence>;

/** Where every sequence of ours stands; null for one that gave out nothing yet. */
export async function readSequences(query: RunQuery): Promise<Sequence[]> {
  const rows = await query(`
    select schemaname as schema, sequencename as name, last_value::text as "lastValue"
    from pg_sequences where schemaname in ('public', 'graphile_worker')
    order by schemaname collate "C", sequencename collate "C"`);
  return z.array(sequence).parse(rows);
}
