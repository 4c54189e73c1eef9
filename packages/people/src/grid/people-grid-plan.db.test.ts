import { fieldColumn, type GridQuestion } from "@guildhall/core/grid";
import { type GivenTenant, given, scansOf, useDatabase } from "@guildhall/testing";
import { beforeAll, expect, test } from "vitest";
import { listPeopleGrid } from "./people-grid.ts";

const db = useDatabase();
const enough = 20_000; // for an index to be worth it

let hall: GivenTenant;
let score: string;
beforeAll(async () => {
  hall = await given(db).tenant();
  const { id } = hall.tenant;
  const { rows } = await db.owner.query(
    "insert into field (tenant_id, subject, key, name, type, created_at) values ($1, 'person', 'score', 'Score', 'number', now()) returning id",
    [id],
  );
  score = rows[0].id;
  await db.owner.query(
    `insert into company (tenant_id, name, sort_name, created_at, updated_at)
     select $1, 'c' || n, 'c' || lpad((n * 7919 % 10007)::text, 6, '0'), now(), now() from generate_series(1, 1000) n`,
    [id],
  );
  await db.owner.query(
    `insert into person (tenant_id, full_name, sort_name, stage, email, company_id, fields, created_at, updated_at)
     select $1, '欧阳' || n, 'ou yang ' || n * 7919 % 10007, case when n % 3 > 0 then 'lead' end, 'n' || n || '@example.com', c.ids[1 + n % 1000],
       jsonb_build_object($2::text, n), timestamptz '2026-01-01' + n * interval '1 minute', now()
     from generate_series(1, $3::int) n, (select array_agg(id) as ids from company where tenant_id = $1) c`,
    [id, score, enough],
  );
  await db.owner.query("vacuum analyze");
});

const everybody: GridQuestion = { search: null, filter: null, sort: null };

/** How the rows of people and of what leads to them are reached. */
const scans = async (question: Partial<GridQuestion>) => {
  const found = await scansOf(db, hall.scope(), (ctx) =>
    listPeopleGrid(ctx, { question: { ...everybody, ...question }, page: { size: 50, cursor: null } }),
  );
  return found.map(({ table, by, index, sorted }) => `${table} ${index ?? by}${sorted ? " sorted" : ""}`);
};

test.each([
  ["name", "person person_by_name"],
  ["email", "person person_by_email"],
  ["createdAt", "person person_newest"],
  ["stage", "person person_by_stage"],
  ["company", "company company_by_name"],
] as const)("a page sorted by %s is read off an index", async (column, index) => {
  for (const direction of ["asc", "desc"] as const) {
    const read = await scans({ sort: { column, direction } });
    expect(read).toContain(index);
    expect(
      read.filter((scan) => /Seq Scan/.test(scan) && /^(person|field_entry)/.test(scan)),
      read.join("; "),
    ).toEqual([]);
  }
});

test("a page sorted by a hall's own field is read off the index of fields", async () => {
  const read = await scans({ sort: { column: fieldColumn(score), direction: "desc" } });
  expect(read).toContain("field_entry field_entry_pkey");
  expect(read.filter((scan) => /^(person|field_entry) Seq/.test(scan))).toEqual([]);
});

test("what few have is found by the index of fields, and only their rows are looked at", async () => {
  const read = await scans({ filter: { column: fieldColumn(score), is: "lt", number: 20 } });
  expect(read).toContain("field_entry field_entry_pkey");
  expect(read.filter((scan) => /^(person|field_entry) Seq/.test(scan))).toEqual([]);
});
