import { type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type GivenTenant, given, scansOf, useDatabase } from "@guildhall/testing";
import { beforeAll, expect, test } from "vitest";
import { listAudit } from "./list-audit.ts";

const db = useDatabase();
const firstPage = { size: 50, cursor: null };
const enough = 10_000; // for an index to be worth it

let hall: GivenTenant;
let subject: { type: string; id: Id<string> };
beforeAll(async () => {
  hall = await livelyHall();
  await livelyHall();
  await db.owner.query("vacuum analyze person, audit_entry");
  subject = { type: "person", id: newId<"person">() };
  await db.owner.query(
    "update audit_entry set subject_id = $1 where id in (select id from audit_entry where tenant_id = $2 order by id limit 120)",
    [subject.id, hall.tenant.id],
  );
});

test("a page of the history is read off its index, where the cursor says and no further", async () => {
  const { next } = await hall.inside((ctx) => listAudit(ctx, { page: firstPage }));
  const places = [
    { cursor: null, from: /^\(tenant_id = / },
    { cursor: next, from: /tenant_id = .*ROW\(at, id\) < ROW\(/ },
  ];
  for (const { cursor, from } of places) {
    const scans = await plan((ctx) => listAudit(ctx, { page: { size: 50, cursor } }));
    expect(scans.filter(({ table }) => table === "audit_entry")).toEqual([
      {
        table: "audit_entry",
        by: "Index Scan",
        index: "audit_entry_newest",
        from: expect.stringMatching(from),
        sorted: false,
      },
    ]);
    expect(scans.filter(({ table }) => table === "person")).toMatchObject([
      { index: "person_pkey" },
      { index: "person_pkey" },
    ]);
  }
});

test("so is a page of one subject's history", async () => {
  const { next } = await hall.inside((ctx) => listAudit(ctx, { page: firstPage, subject }));
  for (const cursor of [null, next]) {
    const scans = await plan((ctx) => listAudit(ctx, { page: { size: 50, cursor }, subject }));
    expect(scans.filter(({ table }) => table === "audit_entry")).toMatchObject([
      {
        by: "Index Scan",
        index: "audit_entry_subject",
        from: expect.stringMatching(/tenant_id = .*subject_type = .*subject_id = /),
        sorted: false,
      },
    ]);
  }
});

test("without its index a page would be sorted out of everything that happened", async () => {
  await db.owner.query("drop index audit_entry_newest");
  const scans = await plan((ctx) => listAudit(ctx, { page: firstPage }));
  expect(scans.filter(({ table }) => table === "audit_entry")).toMatchObject([{ sorted: true }]);
});

const plan = (ask: (ctx: Ctx) => Promise<unknown>) => scansOf(db, hall.scope(), ask);

/** People who each were made, by somebody among them. */
async function livelyHall(): Promise<GivenTenant> {
  const made = await given(db).tenant();
  await db.owner.query(
    `with newcomer as (
       insert into person (tenant_id, full_name, created_at, updated_at)
       select $1, '欧阳' || n, came, came
       from generate_series(1, $2::int) n, lateral (select timestamptz '2026-01-01 09:00Z' + (n * 7919 % 10007) * interval '1 minute' as came)
       returning tenant_id, id, created_at)
     insert into audit_entry (tenant_id, at, actor_kind, actor_person_id, action, subject_type, subject_id)
     select tenant_id, created_at, 'person', id, 'person.created', 'person', id from newcomer`,
    [made.tenant.id, enough],
  );
  return made;
}
