import { isUuid } from "@guildhall/core";
import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { tenantSearch } from "./tenant-search.ts";
import { countTenants, getTenant, listTenants } from "./tenants.queries.ts";

const db = useDatabase();
const found = async (search: Record<string, string>) =>
  (await listTenants(db.database, tenantSearch.parse(search))).rows.map(({ name }) => name);

test("the operator finds a hall by part of its name or address, by how it stands, and page by page", async () => {
  for (const name of ["远山户外", "Harbor 100%", "Under_line"])
    await given(db).tenant({ name, slug: `find-${name.length}` });
  await db.owner.query("update tenant set name = '远山户外' where slug = 'find-4'");
  await db.owner.query("update tenant set name = 'Harbor 100%', status = 'suspended' where slug = 'find-11'");
  await db.owner.query("update tenant set name = 'Under_line', closes_at = now() where slug = 'find-10'");
  expect(await found({ q: "远山" })).toEqual(["远山户外"]);
  expect(await found({ q: "FIND-1" })).toHaveLength(2);
  expect(await found({ q: "100%" })).toEqual(["Harbor 100%"]);
  expect(await found({ q: "r_l" })).toEqual(["Under_line"]);
  expect(await found({ q: "%" })).toEqual(["Harbor 100%"]);
  expect(await found({ status: "suspended" })).toEqual(["Harbor 100%"]);
  expect(await found({ status: "closing" })).toEqual(["Under_line"]);
  const first = await listTenants(db.database, tenantSearch.parse({ size: "2" }));
  const second = await listTenants(db.database, tenantSearch.parse({ size: "2", cursor: first.next ?? "" }));
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(3);
});

test("one hall shows how it stands; one that is not there is not found", async () => {
  const { tenant } = await given(db).tenant();
  expect(await getTenant(db.database, tenant.id)).toMatchObject({
    slug: tenant.slug,
    status: "active",
    closesAt: null,
  });
  const { id } = (await db.owner.query("select uuidv7() as id")).rows[0];
  expect(isUuid(id)).toBe(true);
  await expect(getTenant(db.database, id)).rejects.toMatchObject({ code: "core.not-found" });
});

test("the figures count each hall where it stands", async () => {
  const now = new Date("2026-03-02T09:00:00Z");
  const before = await countTenants(db.database, now);
  const { tenant } = await given(db).tenant();
  await db.owner.query("update tenant set trial_ends_at = $2 where id = $1", [tenant.id, "2026-03-03T00:00:00Z"]);
  const after = await countTenants(db.database, now);
  expect([after.total - before.total, after.onTrial - before.onTrial]).toEqual([1, 1]);
});
