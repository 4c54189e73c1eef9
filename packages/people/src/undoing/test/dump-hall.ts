import type { Id } from "@guildhall/core";
import type { TestDatabase } from "@guildhall/testing";

/** What undoing does not give back, and why. Everything else of a hall does come back, whatever tables are to come. */
const exceptions: Readonly<Record<string, string>> = {
  audit_entry: "that something was done and taken back stays known",
  fact: "what happened happened, and taking it back is one more fact",
  outbox: "facts on their way",
  delivery: "facts on their way",
  scheduled_fact: "facts on their way",
  timeline_entry: "projected from facts by handlers, which say themselves what undoing means there",
  change_set: "what undoing reads, and where it says that it was done",
  change_set_item: "what undoing reads, and where it says what it left",
  bulk_run: "a job and how it went",
  import_run: "a job and how it went",
  import_row: "a job and how it went",
  import_mapping: "how somebody read a file, remembered for their next one",
  file: "what was imported, as it was sent",
};

/** Counts every change of a row, so that its facts have an order: undoing is one more change. */
const countsOn = "version";

/** Every row of a hall as text, by table; the tables are those that there are. */
export async function dumpHall(
  { owner }: TestDatabase,
  tenantId: Id<"tenant">,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relrowsecurity order by 1`,
  );
  const dumped = tables.rows.map(({ name }) => name).filter((name) => !Object.hasOwn(exceptions, name));
  const every = dumped.map(
    (name) =>
      `select '${name}' as "table", (to_jsonb(t) - '${countsOn}')::text as row from "${name}" t where t.tenant_id = $1`,
  );
  const { rows } = await owner.query<{ table: string; row: string }>(`${every.join(" union all ")} order by 1, 2`, [
    tenantId,
  ]);
  const dump: Record<string, string[]> = Object.fromEntries(dumped.map((name) => [name, []]));
  for (const { table, row } of rows) dump[table]?.push(row);
  return dump;
}
