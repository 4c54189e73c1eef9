import { rejects } from "node:assert/strict";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findOrMakeTags, settleTags } from "./settle-tags.ts";
import { tagKey } from "./tag.ts";
import { tagPerson, untagPerson } from "./tag-person.ts";

const db = useDatabase();

const tagsOf = async (hall: GivenTenant) =>
  (await db.owner.query("select name, name_key from tag where tenant_id = $1 order by name_key", [hall.tenant.id]))
    .rows;

test("one word however it is written", () => {
  expect(new Set(["VIP", "vip", "ＶＩＰ", " Vip "].map(tagKey)).size).toBe(1);
  expect(tagKey("露营")).not.toBe(tagKey("露營"));
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (name) => tagKey(tagKey(name)) === tagKey(name)));
});

test("tags are found or made by name, in the order asked for and each once", async () => {
  const hall = await given(db).tenant();
  const [vip] = await hall.inside((ctx) => settleTags(ctx, ["VIP"]));
  const ids = await hall.inside((ctx) => settleTags(ctx, ["露营", "vip", "Ｖip", "Leaders"]));
  expect(ids).toHaveLength(3);
  expect(ids[1]).toBe(vip);
  expect(await tagsOf(hall)).toMatchObject([{ name: "Leaders" }, { name: "VIP" }, { name: "露营" }]);
  const again = await hall.inside((ctx) => findOrMakeTags(ctx, ["VIP", "new"]));
  expect([...again.values()].map(({ made }) => made).sort()).toEqual([false, true]);
});

test("many at once who ask for the same new tags get the same ones, and nobody waits for nobody", async () => {
  const hall = await given(db).tenant();
  const names = Array.from({ length: 20 }, (_, n) => `Tag ${n}`);
  const asked = Array.from({ length: 6 }, (_, n) => (n % 2 ? names : names.toReversed()));
  const all = await Promise.all(asked.map((some) => hall.inside((ctx) => settleTags(ctx, some))));
  expect(new Set(all.flat()).size).toBe(20);
  expect(await tagsOf(hall)).toHaveLength(20);
});

test("the twin whose hall does not keep names unique makes doubles", async () => {
  const hall = await given(db).tenant();
  await db.owner.query("alter table tag drop constraint tag_tenant_id_name_key_key");
  try {
    const careless = (name: string) =>
      hall.inside(async (ctx) => {
        const found = await ctx.db.selectFrom("tag").select("id").where("name_key", "=", tagKey(name)).execute();
        await new Promise((done) => setImmediate(done));
        if (found.length === 0)
          await ctx.db
            .insertInto("tag")
            .values({ tenant_id: ctx.tenant.id, name, name_key: tagKey(name), created_at: ctx.clock.now() })
            .execute();
      });
    await Promise.all(["VIP", "vip", "VIP", "vip"].map(careless));
    expect((await tagsOf(hall)).length).toBeGreaterThan(1);
  } finally {
    await db.owner.query("delete from tag where tenant_id = $1", [hall.tenant.id]);
    await db.owner.query("alter table tag add unique (tenant_id, name_key)");
  }
});

test("a person is tagged and untagged by staff, and says so once", async () => {
  const hall = await given(db).tenant();
  const [me, person] = [await hall.person(), await hall.person()];
  const staff = actorWith(me, "people.view", "people.edit");
  const tag = (...names: string[]) => hall.inside((ctx) => tagPerson(ctx, { personId: person, names }), staff);
  await tag("VIP", "露营");
  await tag("vip");
  const row = async () => (await db.owner.query("select tag_ids from person where id = $1", [person])).rows[0];
  const tagIds: string[] = (await row()).tag_ids;
  expect(tagIds).toHaveLength(2);
  await hall.inside((ctx) => untagPerson(ctx, { personId: person, tagIds: tagIds.slice(0, 1) }), staff);
  expect((await row()).tag_ids).toEqual(tagIds.slice(1));
  const { rows } = await db.owner.query("select name, payload from fact where tenant_id = $1 order by id", [
    hall.tenant.id,
  ]);
  expect(rows).toEqual([
    { name: "people.person-tagged", payload: { personId: person, tagIds } },
    { name: "people.person-untagged", payload: { personId: person, tagIds: tagIds.slice(0, 1) } },
  ]);
  for (const [actor, code] of [
    [actorWith(me, "people.view"), "core.forbidden"],
    [actorWith(person), "core.forbidden"],
    [actorWith(me), "core.not-found"],
  ] as const)
    await rejects(
      hall.inside((ctx) => tagPerson(ctx, { personId: person, names: ["x"] }), actor),
      { code },
    );
});
