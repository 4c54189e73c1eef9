import type { Id } from "@guildhall/core";
import { type GivenTenant, given, scansOf, testNow, useDatabase } from "@guildhall/testing";
import { beforeAll, expect, test } from "vitest";
import { listTimeline } from "./timeline.queries.ts";

const db = useDatabase();
const many = 20_000; // for an index to be worth it; the bench asks of a hundred thousand

let hall: GivenTenant;
let chen: Id<"person">;
let merged: Id<"person">;

beforeAll(async () => {
  hall = await given(db).tenant();
  chen = await hall.person("陈雨泽");
  merged = await hall.person("陈雨泽");
  await db.owner.query("update person set canonical_id = $1 where id = $2", [chen, merged]);
  await db.owner.query(
    `insert into timeline_entry (tenant_id, subject_type, subject_id, at, id, name, kind, active)
     select $1, 'person', case when n % 50 = 0 then $3::uuid else $2::uuid end, $4::timestamptz - n * interval '1 minute', uuidv7(),
       'people.person-updated', case when n % 1000 = 0 then 'membership' else 'record' end, n % 7 = 0
     from generate_series(1, $5::int) n`,
    [hall.tenant.id, chen, merged, testNow, many],
  );
  await db.owner.query("vacuum analyze timeline_entry, person");
});

const scans = async (asked: Partial<Parameters<typeof listTimeline>[2]> = {}) =>
  (
    await scansOf(db, hall.scope(), (ctx) => listTimeline(ctx, chen, { page: { size: 50, cursor: null }, ...asked }))
  ).filter(({ table }) => table === "timeline_entry");

test("a page is read off the index of each record, from its place and no further", async () => {
  expect(await scans()).toMatchObject([{ by: "Index Scan", index: "timeline_entry_pkey" }]);
  const { next } = await hall.inside((ctx) => listTimeline(ctx, chen, { page: { size: 50, cursor: null } }));
  const [second] = await scans({ page: { size: 50, cursor: next } });
  expect(second).toMatchObject({ index: "timeline_entry_pkey", from: expect.stringMatching(/ROW\(at, id\) < ROW\(/) });
});

test("so is one of some kinds, however rare they are", async () => {
  expect(await scans({ kinds: ["membership", "notes"] })).toMatchObject([{ index: "timeline_entry_kind" }]);
});

test("a page holds what both records have, in order", async () => {
  const { rows } = await hall.inside((ctx) => listTimeline(ctx, chen, { page: { size: 100, cursor: null } }));
  const times = rows.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(times.at(-1)).toBe(testNow.getTime() - 100 * 60_000);
  expect(new Set(rows.map(({ subject }) => subject.id))).toEqual(new Set([chen, merged]));
});
