import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { proposeMapping } from "./mapping/propose-mapping.ts";
import { readPerson } from "./mapping/read-person.ts";
import { openTable } from "./reading/open-table.ts";
import type { Row, Table } from "./reading/table.ts";
import { InMemoryPeople, type Outcome } from "./test/in-memory-people.ts";

const folder = new URL("../../fixtures/imports/", import.meta.url);
const open = (name: string) => openTable({ path: fileURLToPath(new URL(name, folder)) });

/** The table of fixtures/imports/EXPECTED.md. */
const expected = [
  ["1-hubspot-contacts.csv", "hubspot", null, "utf-8", ",", [325, 320, 1, 0, 3, 1], 320],
  ["2-salesforce-contacts.csv", "salesforce", "GB", "windows-1252", ";", [220, 145, 75, 0, 0, 0], 465],
  ["3-mailchimp-audience.csv", "mailchimp", null, "utf-8", ",", [380, 197, 183, 0, 0, 0], 662],
  ["4-youzan-customers.gbk.csv", "youzan", null, "gb18030", ",", [361, 218, 142, 0, 1, 0], 880],
  ["5-eventbrite-attendees.csv", "eventbrite", null, "utf-8", ",", [330, 84, 246, 0, 0, 0], 964],
  ["6-shopify-customers.csv", "shopify", null, "utf-8", ",", [260, 30, 195, 35, 0, 0], 994],
  ["7-wechat-group.utf16.tsv", "wechat-group", null, "utf-16le", "\t", [240, 125, 115, 0, 0, 0], 1119],
  ["8-partners.xlsx", null, null, null, null, [121, 12, 93, 15, 1, 0], 1131],
] as const;

async function rowsOf(table: Table): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const item of table.rows()) {
    if (item.kind === "row") rows.push(item);
    // An empty row of the file is a row with nothing in it.
    else if (item.kind === "empty")
      for (let count = 0; count < item.count; count++)
        rows.push({ kind: "row", number: item.number + count, line: item.line, cells: [""] });
    else throw new Error(`row ${item.number}: ${item.code}`);
  }
  return rows;
}

async function read(name: string, defaultCountry: string | null) {
  const table = await open(name);
  const rows = await rowsOf(table);
  const proposal = proposeMapping(table.columns, rows, { customFields: [], defaultCountry });
  await table.close();
  return { table, proposal, people: rows.map((row) => readPerson(row, proposal.mapping)) };
}

test("the eight files come to 1131 people, and again to nobody new", async () => {
  const people = new InMemoryPeople();
  const importAll = async () => {
    const outcomes: Outcome[] = [];
    for (const [name, preset, country, encoding, delimiter] of expected) {
      const { table, proposal, people: rows } = await read(name, country);
      expect([name, table.encoding, table.delimiter, proposal.preset]).toEqual([name, encoding, delimiter, preset]);
      const outcome: Outcome = { rows: rows.length, created: 0, matched: 0, conflicts: 0, refused: 0, empty: 0 };
      for (const row of rows) people.take(row, outcome);
      outcomes.push(outcome);
    }
    return outcomes;
  };

  const first = await importAll();
  expect(
    first.map(({ rows, created, matched, conflicts, refused, empty }) => [
      rows,
      created,
      matched,
      conflicts,
      refused,
      empty,
    ]),
  ).toEqual(expected.map(([, , , , , outcome]) => outcome));
  expect(people.count).toBe(1131);
  expect(people.identityCount).toBe(1842);
  expect(people.withAtLeast(4)).toBe(18);

  const again = await importAll();
  expect(again.map(({ created }) => created)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect(people.identityCount).toBe(1842);
});
