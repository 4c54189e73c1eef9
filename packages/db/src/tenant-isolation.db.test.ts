import { newId } from "@guildhall/core";
import { given, useDatabase } from "@guildhall/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";

const db = useDatabase();

test("a tenant sees its own rows and no others", async () => {
  const mine = await given(db).tenant();
  const theirs = await given(db).tenant();
  const neighbour = await theirs.person("欧阳一诺");
  await mine.person("陈雨泽");

  const seen = await mine.inside((ctx) => ctx.db.selectFrom("person").select(["full_name"]).execute());
  expect(seen).toEqual([{ full_name: "陈雨泽" }]);

  const changed = await mine.inside((ctx) =>
    ctx.db.updateTable("person").set({ full_name: "X" }).where("id", "=", neighbour).executeTakeFirst(),
  );
  expect(changed.numUpdatedRows).toBe(0n);
  const removed = await mine.inside((ctx) =>
    ctx.db.deleteFrom("person").where("id", "=", neighbour).executeTakeFirst(),
  );
  expect(removed.numDeletedRows).toBe(0n);
});

test("a row cannot be written into another tenant, nor moved there", async () => {
  const mine = await given(db).tenant();
  const theirs = await given(db).tenant();
  const person = await mine.person();
  const now = new Date();

  await expect(
    mine.inside((ctx) =>
      ctx.db
        .insertInto("person")
        .values({ tenant_id: theirs.tenant.id, full_name: "X", created_at: now, updated_at: now })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(
    mine.inside((ctx) =>
      ctx.db.updateTable("person").set({ tenant_id: theirs.tenant.id }).where("id", "=", person).execute(),
    ),
  ).rejects.toThrow(/row-level security/);
});

test("a foreign key does not reach into another tenant", async () => {
  const mine = await given(db).tenant();
  const theirs = await given(db).tenant();
  const neighbour = await theirs.person();
  await expect(
    mine.inside((ctx) =>
      ctx.db
        .insertInto("person_identity")
        .values({
          tenant_id: mine.tenant.id,
          person_id: neighbour,
          kind: "email",
          value: "a@b.example",
          source: "test",
          created_at: new Date(),
        })
        .execute(),
    ),
  ).rejects.toThrow(/foreign key/);
});

test("the tenant does not outlive its transaction on the connection", async () => {
  const mine = await given(db).tenant();
  await mine.person();
  await mine.inside((ctx) => ctx.db.selectFrom("person").selectAll().execute());
  const left = await db.database.withPlatform("operate", (platform) =>
    sql<{ tenant: string | null }>`select current_setting('app.tenant_id', true) as tenant`.execute(platform),
  );
  expect(left.rows[0]?.tenant ?? "").toBe("");
});

test("a transaction without a tenant sees nothing, as the app role", async () => {
  const mine = await given(db).tenant();
  await mine.person();
  const nobody = { ...mine.scope(), tenant: { ...mine.tenant, id: newId<"tenant">() } };
  expect(await db.database.withTenant(nobody, (ctx) => ctx.db.selectFrom("person").selectAll().execute())).toEqual([]);
});

test("a platform transaction may do what its purpose names and nothing else", async () => {
  const mine = await given(db).tenant();
  await mine.person();
  const seenFor = (purpose: "sign-in" | "relay") =>
    db.database.withPlatform(purpose, (platform) => platform.selectFrom("person").select("id").execute());
  expect((await seenFor("sign-in")).length).toBeGreaterThan(0);
  expect(await seenFor("relay")).toEqual([]);
  await expect(
    db.database.withPlatform("sign-in", (platform) => platform.deleteFrom("person").execute()),
  ).rejects.toThrow(/permission denied/);
});

test("what fails is rolled back whole", async () => {
  const mine = await given(db).tenant();
  await expect(
    mine.inside(async (ctx) => {
      await ctx.db
        .insertInto("person")
        .values({ tenant_id: mine.tenant.id, full_name: "X", created_at: new Date(), updated_at: new Date() })
        .execute();
      throw new Error("halfway");
    }),
  ).rejects.toThrow("halfway");
  expect(await mine.inside((ctx) => ctx.db.selectFrom("person").selectAll().execute())).toEqual([]);
});

test("a deadlock is tried again and both changes land", async () => {
  const mine = await given(db).tenant();
  const [first, second] = [await mine.person("A"), await mine.person("B")];
  let arrived = 0;
  let release: () => void = () => undefined;
  const bothIn = new Promise<void>((resolve) => {
    release = resolve;
  });
  const rename = (order: readonly (typeof first)[], suffix: string) =>
    mine.inside(async (ctx) => {
      for (const [step, id] of order.entries()) {
        await ctx.db
          .updateTable("person")
          .set((row) => ({ full_name: sql`${row.ref("full_name")} || ${suffix}` }))
          .where("id", "=", id)
          .execute();
        if (step === 0 && ++arrived >= 2) release();
        if (step === 0) await bothIn;
      }
    });
  await Promise.all([rename([first, second], "1"), rename([second, first], "2")]);
  const names = await mine.inside((ctx) =>
    ctx.db.selectFrom("person").select("full_name").orderBy("full_name").execute(),
  );
  expect(names.map((row) => row.full_name.split("").sort().join(""))).toEqual(["12A", "12B"]);
});
