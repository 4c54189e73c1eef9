import { buffer, text } from "node:stream/consumers";
import { newId } from "@guildhall/core";
import { actorWith, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { exportGrid } from "./export-grid.ts";
import type { ExportWords } from "./row-cells.ts";
import { unzip } from "./test/unzip.ts";

const db = useDatabase();
const words: ExportWords = { heading: (column) => column.toUpperCase(), option: (_, option) => `«${option}»` };
const everybody = { search: null, filter: null, sort: { column: "name", direction: "asc" } };

async function hallOfThree() {
  const hall = await given(db).tenant();
  const { id } = hall.tenant;
  const people = [
    ["=cmd|' /c calc'!A1", "a", "lead"],
    ["张伟, “Wei”", "b", "customer"],
    ["@sum", "c", null],
  ];
  for (const [name, sort, stage] of people)
    await db.owner.query(
      "insert into person (tenant_id, full_name, sort_name, stage, created_at, updated_at) values ($1, $2, $3, $4, '2026-03-01T18:00:00Z', '2026-03-01T18:00:00Z')",
      [id, name, sort, stage],
    );
  await db.owner.query(
    "insert into person_identity (tenant_id, person_id, kind, value, source, created_at) select tenant_id, id, 'phone', '+8613800138000', 'x', now() from person where tenant_id = $1 and sort_name = 'b'",
    [id],
  );
  const keeper = actorWith(await hall.person("z"), "people.view", "people.bulk-edit");
  return { hall, keeper };
}

test("a file holds what matches, in its order, in the hall's own time, and runs nothing on anybody's machine", async () => {
  const { hall, keeper } = await hallOfThree();
  const input = {
    grid: "people",
    question: { ...everybody, filter: { column: "name", is: "is-not", text: "z" } },
    columns: ["name", "phone", "stage", "createdAt"],
    format: "csv",
  };
  const file = await exportGrid(db.database, hall.scope(keeper), input, words);
  expect((await buffer(file.content)).toString()).toBe(
    [
      "\ufeffNAME,PHONE,STAGE,CREATEDAT",
      `"'=cmd|' /c calc'!A1",,«lead»,2026-03-02 02:00:00`,
      '"张伟, “Wei”",+8613800138000,«customer»,2026-03-02 02:00:00',
      `"'@sum",,,2026-03-02 02:00:00`,
      "",
    ].join("\r\n"),
  );
  const { rows } = await db.owner.query("select action from audit_entry where tenant_id = $1", [hall.tenant.id]);
  expect(rows).toEqual([{ action: "people.exported" }]);
});

test("those that were chosen, in their order, and all but those that were not", async () => {
  const { hall, keeper } = await hallOfThree();
  const { rows } = await db.owner.query<{ id: string }>(
    "select id from person where tenant_id = $1 and sort_name in ('a', 'b', 'c') order by sort_name desc",
    [hall.tenant.id],
  );
  const [c, b, a] = rows.map(({ id }) => id);
  const names = async (selection: object) => {
    const asked = { grid: "people", selection, columns: ["name"], format: "csv" };
    const file = await exportGrid(db.database, hall.scope(keeper), asked, words);
    return (await buffer(file.content)).toString().split("\r\n").slice(1, -1);
  };
  expect(await names({ ids: [c, a, newId()] })).toEqual([`"'@sum"`, `"'=cmd|' /c calc'!A1"`]);
  const question = { ...everybody, filter: { column: "name", is: "is-not", text: "z" } };
  expect(await names({ question, exclude: [b] })).toEqual([`"'=cmd|' /c calc'!A1"`, `"'@sum"`]);
  const next = await given(db).tenant();
  const elsewhere = await exportGrid(
    db.database,
    next.scope(actorWith(await next.person("z"), "people.view", "people.bulk-edit")),
    { grid: "people", selection: { ids: [a] }, columns: ["name"], format: "csv" },
    words,
  );
  expect((await buffer(elsewhere.content)).toString()).not.toContain("cmd");
});

test("a workbook has the same rows", async () => {
  const { hall, keeper } = await hallOfThree();
  const file = await exportGrid(
    db.database,
    hall.scope(keeper),
    { grid: "people", question: everybody, format: "xlsx" },
    words,
  );
  const sheet = unzip(await buffer(file.content)).get("xl/worksheets/sheet1.xml");
  expect(sheet?.match(/<row>/g)).toHaveLength(5);
  expect(sheet).toContain("=cmd|' /c calc'!A1</t>");
});

test.each(["name", "email", "jobTitle", "stage", "company"])(
  "many rows come each once, sorted by %s",
  async (column) => {
    const { hall, keeper } = await hallOfThree();
    await db.owner.query(
      `insert into person (tenant_id, full_name, sort_name, stage, created_at, updated_at)
     select $1, 'Guest ' || n, 'guest ' || n % 50, case when n % 3 > 0 then 'lead' end, now(), now() from generate_series(1, 5000) n`,
      [hall.tenant.id],
    );
    const input = {
      grid: "people",
      question: { ...everybody, sort: { column, direction: "desc" } },
      columns: ["name"],
      format: "csv",
    };
    const file = await exportGrid(db.database, hall.scope(keeper), input, words);
    const lines = (await text(file.content)).trim().split("\r\n");
    expect(lines).toHaveLength(5_005);
    expect(new Set(lines).size).toBe(5_005);
  },
);

test("whoever may not take people out in bulk takes none, and columns that are not there are refused", async () => {
  const { hall, keeper } = await hallOfThree();
  const input = { grid: "people", question: everybody, format: "csv" };
  const looker = actorWith(await hall.person(), "people.view", "people.edit");
  await expect(exportGrid(db.database, hall.scope(looker), input, words)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(
    exportGrid(db.database, hall.scope(keeper), { ...input, columns: ["passwords"] }, words),
  ).rejects.toMatchObject({ code: "core.grid-column-unknown" });
});
