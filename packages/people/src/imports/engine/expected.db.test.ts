import type { Id } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { givenImports, useImportFiles } from "./test/given-imports.ts";

const db = useDatabase();
const files = useImportFiles();

/** The table of fixtures/imports/EXPECTED.md: created, matched, conflicts, refused and empty; people afterwards. */
const expected = [
  ["1-hubspot-contacts.csv", null, [320, 1, 0, 4], 320],
  ["2-salesforce-contacts.csv", "GB", [145, 75, 0, 0], 465],
  ["3-mailchimp-audience.csv", null, [197, 183, 0, 0], 662],
  ["4-youzan-customers.gbk.csv", "CN", [218, 142, 0, 1], 880],
  ["5-eventbrite-attendees.csv", null, [84, 246, 0, 0], 964],
  ["6-shopify-customers.csv", null, [30, 195, 35, 0], 994],
  ["7-wechat-group.utf16.tsv", null, [125, 115, 0, 0], 1119],
  ["8-partners.xlsx", null, [12, 93, 15, 1], 1131],
] as const;

test("the eight files come to 1131 people, again to nobody new, and undone to nobody at all", {
  timeout: 60_000,
}, async () => {
  const hall = await givenImports(db, files);
  const before = await dump(hall.tenant.id);
  const runs: Id<"import_run">[] = [];
  for (const [name, defaultCountry, figures, people] of expected) {
    const runId = await hall.bring({ name }, { map: (mapping) => ({ ...mapping, defaultCountry }) });
    const foreseen = (await hall.foresee(runId)).preview?.figures;
    const run = await hall.run(runId);
    expect([name, run.state, run.errorCode]).toEqual([name, "done", null]);
    const { created, updated, unchanged, conflicts, refused, empty } = run.figures;
    expect([name, created, updated + unchanged, conflicts, refused + empty]).toEqual([name, ...figures]);
    expect([name, foreseen]).toEqual([name, run.figures]);
    expect(await countPeople(hall.tenant.id)).toBe(people);
    runs.push(runId);
  }
  expect(await countIdentities(hall.tenant.id)).toEqual({ identities: 1842, many: 18 });

  for (const [name, defaultCountry] of expected) {
    const run = await hall.run(await hall.bring({ name }, { map: (mapping) => ({ ...mapping, defaultCountry }) }));
    expect([name, run.figures.created]).toEqual([name, 0]);
    runs.push(run.id);
  }
  expect(await countIdentities(hall.tenant.id)).toEqual({ identities: 1842, many: 18 });
  expect(await underived(hall.tenant.id)).toBe(0);

  for (const runId of runs.reverse()) {
    const { state, undone } = await hall.undo(runId);
    expect([state, undone?.skipped]).toEqual(["undone", []]);
  }
  expect(await dump(hall.tenant.id)).toEqual(before);
});

const one = async <Row>(text: string, ...values: unknown[]): Promise<Row> =>
  (await db.owner.query(text, values)).rows[0];

const countPeople = async (tenantId: string) =>
  (await one<{ count: number }>("select count(*)::int - 1 as count from person where tenant_id = $1", tenantId)).count;

const countIdentities = (tenantId: string) =>
  one(
    `select sum(count)::int as identities, count(*) filter (where count >= 4)::int as many from (
      select count(*) from person_identity where tenant_id = $1 and kind <> 'external' group by person_id) each`,
    tenantId,
  );

/** People whose derived columns are not what the triggers would write. */
async function underived(tenantId: string): Promise<number> {
  const columns =
    "select id, email, phone, company_id, job_title, sort_name from person where tenant_id = $1 order by id";
  const before = (await db.owner.query(columns, [tenantId])).rows;
  await db.owner.query(
    "select derive_contacts($1, array_agg(id)), derive_positions($1, array_agg(id)) from person where tenant_id = $1",
    [tenantId],
  );
  const after = (await db.owner.query(columns, [tenantId])).rows;
  return before.filter((row, place) => JSON.stringify(row) !== JSON.stringify(after[place])).length;
}

const kept = new Set([
  "audit_entry",
  "fact",
  "outbox",
  "delivery",
  "change_set",
  "change_set_item",
  "import_run",
  "import_row",
  "import_mapping",
  "file",
]);

/** Every row of the hall, but for what remembers that something happened. */
async function dump(tenantId: string): Promise<Record<string, unknown[]>> {
  const { rows } = await db.owner.query<{ name: string }>(
    "select table_name as name from information_schema.columns where column_name = 'tenant_id' and table_schema = 'public' order by 1",
  );
  const tables: Record<string, unknown[]> = {};
  for (const { name } of rows.filter((row) => !kept.has(row.name))) {
    const found = await db.owner.query(
      `select to_jsonb(t) - 'version' as row from ${name} t where tenant_id = $1 order by 1`,
      [tenantId],
    );
    tables[name] = found.rows.map(({ row }) => row);
  }
  return tables;
}
