import type { Ctx } from "@guildhall/db";
import { type GivenTenant, given, scansOf, useDatabase } from "@guildhall/testing";
import { beforeAll, expect, test } from "vitest";
import { countPeople, getPerson, listPeople } from "./people.queries.ts";

const db = useDatabase();
const firstPage = { size: 50, cursor: null };
const enough = 10_000; // for an index to be worth it

let hall: GivenTenant;
beforeAll(async () => {
  hall = await crowdedHall();
  await crowdedHall();
  await db.owner.query("vacuum analyze person, person_identity, membership");
});

test("a page of people is read off its index, where the cursor says and no further", async () => {
  // Far from either end: of a few rows, sorting them costs as little as reading them in order.
  let inMidst = await hall.inside((ctx) => listPeople(ctx, { size: 200, cursor: null }));
  for (let pages = 1; pages < 20; pages++)
    inMidst = await hall.inside((ctx) => listPeople(ctx, { size: 200, cursor: inMidst.next }));
  const places = [
    { cursor: null, from: /^\(tenant_id = / },
    { cursor: inMidst.next, from: /tenant_id = .*ROW\(created_at, id\) < ROW\(/ },
    { cursor: inMidst.previous, from: /tenant_id = .*ROW\(created_at, id\) > ROW\(/ },
  ];
  for (const { cursor, from } of places) {
    const scans = await plan((ctx) => listPeople(ctx, { size: 50, cursor }));
    expect(scans.filter(({ table }) => table === "person")).toEqual([
      { table: "person", by: "Index Scan", index: "person_newest", from: expect.stringMatching(from), sorted: false },
    ]);
    expect(scans.filter(({ table }) => table === "person_identity")).toMatchObject([
      { index: "person_identity_oldest" },
      { index: "person_identity_oldest" },
    ]);
  }
});

test("people are counted along the index of their list", async () => {
  expect(await plan((ctx) => countPeople(ctx, 100))).toMatchObject([
    { table: "person", by: "Index Only Scan", index: "person_newest", sorted: false },
  ]);
});

test("one person is found by their key", async () => {
  const { rows } = await hall.inside((ctx) => listPeople(ctx, { size: 1, cursor: null }));
  const scans = await plan(async (ctx) => {
    for (const { id } of rows) await getPerson(ctx, id);
  });
  expect(scans.filter(({ table }) => table === "person")).toMatchObject([{ index: "person_pkey" }]);
  expect(scans.filter(({ table }) => table === "person_identity")).toMatchObject([
    { index: "person_identity_oldest" },
    { index: "person_identity_oldest" },
  ]);
});

test("without its index a page would be sorted out of everybody", async () => {
  await db.owner.query("drop index person_newest");
  const scans = await plan((ctx) => listPeople(ctx, firstPage));
  expect(scans.filter(({ table }) => table === "person")).toMatchObject([{ sorted: true }]);
});

const plan = (ask: (ctx: Ctx) => Promise<unknown>) => scansOf(db, hall.scope(), ask);

async function crowdedHall(): Promise<GivenTenant> {
  const made = await given(db).tenant();
  await db.owner.query(
    `with newcomer as (
       insert into person (tenant_id, full_name, created_at, updated_at)
       select $1, '欧阳' || n, came, came
       from generate_series(1, $2::int) n, lateral (select timestamptz '2026-01-01 09:00Z' + (n * 7919 % 10007) * interval '1 minute' as came)
       returning tenant_id, id, created_at)
     insert into person_identity (tenant_id, person_id, kind, value, source, created_at)
     select tenant_id, id, kind, kind || id, 'import', created_at from newcomer, unnest(array['email', 'phone']) kind`,
    [made.tenant.id, enough],
  );
  return made;
}
