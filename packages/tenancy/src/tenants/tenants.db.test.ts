import { rejects } from "node:assert/strict";
import { actorWith, given, testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { createTenant } from "./create-tenant.ts";
import { setTestClock } from "./set-test-clock.ts";

const db = useDatabase();

test("of ten who want one slug at once one gets it, and the others are told", async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) => createTenant(db.database, { slug: "far-hills", name: `Hall ${n}` })),
  );
  expect(results.filter(({ status }) => status === "fulfilled").length).toBe(1);
  for (const result of results)
    if (result.status === "rejected")
      expect(result.reason).toMatchObject({
        kind: "conflict",
        code: "tenancy.slug-taken",
        fields: { slug: "tenancy.slug-taken" },
      });
  expect((await db.owner.query("select from tenant where slug = 'far-hills'")).rowCount).toBe(1);
});

test("a hall whose furnishing fails is not there at all", async () => {
  const failing = createTenant(db.database, { slug: "half-built", name: "H" }, async () =>
    Promise.reject(new Error("no chairs")),
  );
  await expect(failing).rejects.toThrow("no chairs");
  expect((await db.owner.query("select from tenant where slug = 'half-built'")).rowCount).toBe(0);
});

test.each(["www", "A", "-a-", "far hills", "ab/../c", "会馆", "x".repeat(60)])("%j is no slug", async (slug) => {
  await expect(createTenant(db.database, { slug, name: "H" })).rejects.toThrow();
});

test("a test clock is its owner's to set, goes forward only, and can be taken off again", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  const owner = actorWith(person, "tenant.own");
  const later = new Date(testNow.getTime() + 3_600_000);
  const set = (at: Date | null, actor = owner) => hall.inside((ctx) => setTestClock(ctx, { at }), actor);
  const clock = async () =>
    (await db.owner.query("select test_clock_at as at from tenant where id = $1", [hall.tenant.id])).rows[0];

  await rejects(set(later, actorWith(person, "settings.edit")), { code: "core.forbidden" });
  await set(later);
  expect(await clock()).toEqual({ at: later });
  await rejects(set(testNow), { code: "tenancy.clock-backwards" });
  expect(await clock()).toEqual({ at: later });
  await set(null);
  expect(await clock()).toEqual({ at: null });
  const { rows } = await db.owner.query("select after from audit_entry where tenant_id = $1 order by id", [
    hall.tenant.id,
  ]);
  expect(rows).toEqual([{ after: { testClockAt: later.toISOString() } }, { after: { testClockAt: null } }]);
});
