import type { Table } from "@guildhall/db/copy";
import { expect, test } from "vitest";
import { planImport } from "./plan-import.ts";

const tableOf = (name: string, columns: string[], ...foreignKeys: Table["foreignKeys"]): Table => ({
  key: `public.${name}`,
  schema: "public",
  name,
  forced: true,
  columns: columns.map((column) => ({ name: column, type: "uuid" })),
  primaryKey: ["tenant_id", "id"],
  foreignKeys,
});
const refersTo = (target: string, column: string, nullable = true) => ({
  name: `to_${target}`,
  columns: ["tenant_id", column],
  nullable: nullable ? [column] : [],
  target: `public.${target}`,
});
const asExported = (tables: readonly Table[]) => ({
  tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
});

test("what may be null and closes a circle is filled in later, as far as the export has it", () => {
  const person = tableOf("person", ["id", "boss_id"], refersTo("person", "boss_id"));
  expect(planImport(asExported([person]), [person])).toMatchObject([{ late: ["boss_id"] }]);
  expect(planImport({ tables: [{ name: "person", columns: ["id"] }] }, [person])).toMatchObject([{ late: [] }]);
});

test("a circle that cannot be opened is found by us, not by who moves", () => {
  const person = tableOf("person", ["id", "boss_id"], refersTo("person", "boss_id", false));
  expect(() => planImport(asExported([person]), [person])).toThrow(/closes a circle/);
});

test("what refers to users waits for them, and so does what refers to that", () => {
  const tables = [
    tableOf("badge", ["id", "login_id"], refersTo("login", "login_id", false)),
    tableOf(
      "login",
      ["id", "user_id", "person_id"],
      refersTo("user_account", "user_id", false),
      refersTo("person", "person_id"),
    ),
    tableOf("person", ["id"]),
  ];
  const plan = planImport(asExported(tables), tables).map(({ table, afterUsers }) => [table.name, afterUsers]);
  expect(plan).toEqual([
    ["person", false],
    ["login", true],
    ["badge", true],
  ]);
});

test("what an export has not is left to defaults; what has no place here is refused", () => {
  const tables = [tableOf("person", ["id", "name"]), tableOf("note", ["id"])];
  const older = { tables: [{ name: "person", columns: ["id"] }] };
  expect(planImport(older, tables)).toMatchObject([{ columns: [{ name: "id" }] }]);
  const refusal = (name: string, column: string) => () => planImport({ tables: [{ name, columns: [column] }] }, tables);
  expect(refusal("task", "id")).toThrow("transfer.table-unknown");
  expect(refusal("note", "text")).toThrow("transfer.column-unknown");
});
