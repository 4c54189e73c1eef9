import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { found, marks, plant } from "./fixture.ts";
import { acceptMigrations } from "./migrations/checksums.ts";
import { readMigrations } from "./migrations/folder.ts";
import { rules } from "./migrations/rules.ts";
import { checkMigrations, statementFindings } from "./migrations.ts";

const broken = "violations/migrations";

test("every violation is caught where it stands, and nothing else is", () => {
  using house = plant(broken);
  expect(found(checkMigrations(house.top))).toEqual(marks(broken));
});

test("every rule has its violation", () => {
  const violated = marks(broken).map((mark) => mark.split(" in ")[0]);
  const others = ["forward-only", "no-gaps", "released-stays", "contract-says-why", "concurrently-alone"];
  const known = [...rules.map(({ name }) => name), ...others];
  expect([...new Set(violated)].sort()).toEqual(known.sort());
});

test("a clean house passes", () => {
  using house = plant("clean");
  expect(checkMigrations(house.top)).toEqual([]);
});

test("accepting records what is new and forgives nothing that has changed", () => {
  using house = plant("clean");
  const [first] = readMigrations(house.top);
  expect(acceptMigrations(house.top, readMigrations(house.top))).toEqual(["0004_contract.sql"]);
  writeFileSync(join(house.top, "packages/db/migrations", String(first?.name)), "select 1;");
  expect(acceptMigrations(house.top, readMigrations(house.top))).toEqual([]);
  expect(checkMigrations(house.top).map(({ rule }) => rule)).toContain("released-stays");
  expect(readFileSync(join(house.top, "packages/db/migrations/checksums.json"), "utf8")).toContain("0004_contract.sql");
});

test.for([
  ["alter table person add column nick text not null default ''", []],
  ["alter table person add nick text not null", ["no-required-column"]],
  [
    "alter table person add column a int, add column b int not null, add column c int default 1",
    ["no-required-column"],
  ],
  ["alter table person add constraint named check (name is not null) not valid", []],
  ["alter table person drop constraint named", []],
  ["alter table person alter column name drop not null", []],
  ["alter table person alter name drop default, drop nick", ["no-drop-column"]],
  ['alter table only public."person" rename to human', ["no-rename"]],
  ["alter table person rename constraint a to b", []],
  ["alter table person alter column name set data type citext", ["no-type-change"]],
  ["alter table person alter column name set default 'drop column'", []],
  ["create unique index concurrently a on person (name)", []],
  ["create unique index if not exists a on only person (name)", ["index-concurrently"]],
  ["create table pet (name text); create index a on pet (name); alter table pet drop column name; drop table pet", []],
  ["drop table if exists pet, person cascade", ["no-drop"]],
  ["create function f() returns void language sql as $$ drop table person; $$", []],
  ["do $$ begin drop table person; end $$", ["no-drop"]],
  ["-- alter table person drop column name;\nselect 1 /* drop table person */", []],
  ["create view late as select * from person where due_at < current_timestamp", ["no-wall-clock"]],
  ["-- contract: nothing reads it since 1.4\nalter table person drop column name", []],
  ["-- contract: nothing reads it since 1.4\n\nalter table person drop column name", ["no-drop-column"]],
  ["-- contract: safe\ncreate view late as select now()", ["no-wall-clock"]],
] as const)("%s", ([sql, names]) => {
  const first = { name: "0001_person.sql", sql: "create table person (id uuid, name text);" };
  const findings = statementFindings([first, { name: "0002_next.sql", sql }]);
  expect(findings.map(({ rule }) => rule)).toEqual(names);
});
