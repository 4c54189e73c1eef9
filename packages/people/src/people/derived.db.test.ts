import { type Id, newId } from "@guildhall/core";
import { type GivenTenant, given, testNow, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addIdentity } from "../identities/add-identity.ts";

const db = useDatabase();

const contact = async (hall: GivenTenant, id: Id<"person">) =>
  (
    await db.owner.query("select email, phone, job_title from person where tenant_id = $1 and id = $2", [
      hall.tenant.id,
      id,
    ])
  ).rows[0];

const addEmail = (hall: GivenTenant, personId: Id<"person">, value: string) =>
  hall.inside((ctx) => addIdentity(ctx, { personId, kind: "email", value, source: "by-hand" }));

const point = (hall: GivenTenant, from: Id<"person">, to: Id<"person"> | null) =>
  hall.inside((ctx) => ctx.db.updateTable("person").set({ canonical_id: to }).where("id", "=", from).execute());

test("the address to use is the preferred one, then the oldest, and follows what is added and taken away", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  expect(await contact(hall, person)).toMatchObject({ email: null, phone: null });
  await addEmail(hall, person, "first@example.com");
  await addEmail(hall, person, "second@example.com");
  expect(await contact(hall, person)).toMatchObject({ email: "first@example.com" });
  await hall.inside((ctx) =>
    ctx.db.updateTable("person_identity").set({ preferred: true }).where("value", "=", "second@example.com").execute(),
  );
  expect(await contact(hall, person)).toMatchObject({ email: "second@example.com" });
  await hall.inside((ctx) => ctx.db.deleteFrom("person_identity").where("value", "=", "second@example.com").execute());
  expect(await contact(hall, person)).toMatchObject({ email: "first@example.com" });
});

test("records that are one have one address, and each its own again when they part", async () => {
  const hall = await given(db).tenant();
  const [kept, merged] = [await hall.person(), await hall.person()];
  await addEmail(hall, merged, "merged@example.com");
  await point(hall, merged, kept);
  expect(await contact(hall, kept)).toMatchObject({ email: "merged@example.com" });
  await point(hall, merged, null);
  expect(await contact(hall, kept)).toMatchObject({ email: null });
  expect(await contact(hall, merged)).toMatchObject({ email: "merged@example.com" });
});

test("the present position is the preferred of those that have not ended", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  const company = newId<"company">();
  const at = { tenant_id: hall.tenant.id, created_at: testNow };
  await hall.inside(async (ctx) => {
    await ctx.db
      .insertInto("company")
      .values({ ...at, id: company, name: "远山", updated_at: testNow })
      .execute();
    const place = { ...at, company_id: company, person_id: person, source: "by-hand" };
    await ctx.db
      .insertInto("affiliation")
      .values([
        { ...place, title: "Guide", since: "2020-01-01", until: "2024-01-01" },
        { ...place, title: "Head guide", since: "2024-01-01" },
      ])
      .execute();
  });
  expect(await contact(hall, person)).toMatchObject({ job_title: "Head guide" });
  await hall.inside((ctx) => ctx.db.deleteFrom("affiliation").where("until", "is", null).execute());
  expect(await contact(hall, person)).toMatchObject({ job_title: null });
});

const entries = async (hall: GivenTenant) =>
  (
    await db.owner.query("select field_id, key from field_entry where tenant_id = $1 order by field_id, key", [
      hall.tenant.id,
    ])
  ).rows.map(({ field_id, key }) => [field_id, key]);

test("fields and tags have entries that follow the row, whichever way it changes", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person();
  const [word = "", list = "", amount = "", tag = ""] = [newId(), newId(), newId(), newId()].sort();
  const write = (fields: object, tags: string[]) =>
    db.owner.query("update person set fields = $3, tag_ids = $4 where tenant_id = $1 and id = $2", [
      hall.tenant.id,
      person,
      JSON.stringify(fields),
      tags,
    ]);
  await write({ [word]: "Ärger Ab", [list]: ["b", "a"], [amount]: { amount: -5, currency: "CNY" } }, [tag]);
  expect(await entries(hall)).toEqual([
    [word, "ärger ab"],
    [list, "a"],
    [list, "b"],
    [amount, "CNY0999999999999995.000000"],
    [tag, ""],
  ]);
  await write({ [word]: 12.5, [list]: ["a"] }, []);
  expect(await entries(hall)).toEqual([
    [word, "1000000000000012.500000"],
    [list, "a"],
  ]);
  await db.owner.query("delete from person where tenant_id = $1 and id = $2", [hall.tenant.id, person]);
  expect(await entries(hall)).toEqual([]);
});

test("the keys of numbers are in the order of the numbers", async () => {
  const { rows } = await db.owner.query<{ ordered: boolean }>(
    `select array_agg(n order by n) = array_agg(n order by number_key(n) collate "C") as ordered
     from unnest(array[0, -0.000001, 0.000001, -1, 1, 9.9, 10, -10, 1e14, -1e14, 123456789.123456]::numeric[]) n`,
  );
  expect(rows).toEqual([{ ordered: true }]);
});

test("a name written without what it sorts by still sorts", async () => {
  const hall = await given(db).tenant();
  const person = await hall.person("Zoë");
  const sorted = () => db.owner.query("select sort_name from person where id = $1", [person]);
  expect((await sorted()).rows).toEqual([{ sort_name: "zoë" }]);
  await db.owner.query("update person set full_name = 'Adam' where id = $1", [person]);
  expect((await sorted()).rows).toEqual([{ sort_name: "adam" }]);
});
