import { rejects } from "node:assert/strict";
import { actorWith, type GivenTenant, given, scansOf, useDatabase } from "@guildhall/testing";
import { beforeAll, expect, test } from "vitest";
import { searchCompanies } from "../companies/search-companies.ts";
import { createPerson } from "./create-person.ts";
import { searchPeople } from "./search-people.ts";
import { sortName } from "./sort-name.ts";

const db = useDatabase();

let hall: GivenTenant;
beforeAll(async () => {
  hall = await given(db).tenant();
  const people = [
    { fullName: "陈雨泽", email: "yuze@outlook.example", phone: "+8613800138000" },
    { fullName: "陈晓", email: null, phone: null },
    { fullName: "Chenille Dupont", email: "c.dupont@lyon.example", phone: "+33612345678" },
    { fullName: "Xi'an Friend", email: null, phone: null },
  ];
  for (const person of people) {
    const id = await hall.inside((ctx) => createPerson(ctx, person));
    await db.owner.query("update person set sort_name = $2 where id = $1", [id, sortName(person)]);
  }
  const other = await given(db).tenant();
  await other.inside((ctx) => createPerson(ctx, { fullName: "陈雨泽", email: "yuze@outlook.example", phone: null }));
});

const found = async (text: string, limit?: number) =>
  (await hall.inside((ctx) => searchPeople(ctx, text, limit))).map(({ fullName }) => fullName);

test.each([
  ["陈", ["Chenille Dupont", "陈晓", "陈雨泽"]],
  ["陈雨", ["陈雨泽"]],
  ["chen yu", ["陈雨泽"]],
  ["chenyuze", ["陈雨泽"]],
  ["chenx", ["陈晓"]],
  ["CHEN", ["陈晓", "陈雨泽", "Chenille Dupont"]],
  ["yuze@", ["陈雨泽"]],
  ["138 0013", ["陈雨泽"]],
  ["+33 6", ["Chenille Dupont"]],
  ["%", []],
  ["nobody", []],
])("%j finds %j", async (text, names) => {
  expect(new Set(await found(text))).toEqual(new Set(names));
});

test("nothing typed offers everybody by name, as many as asked for", async () => {
  expect(await found("", 2)).toEqual(["陈晓", "陈雨泽"]);
});

test("who was erased or merged is not offered", async () => {
  const gone = await hall.person("Zelda Gone");
  const merged = await hall.person("Zelda Merged");
  const kept = await hall.person("Zelda Kept");
  await db.owner.query("update person set erased_at = now() where id = $1", [gone]);
  await db.owner.query("update person set canonical_id = $2 where id = $1", [merged, kept]);
  expect(await found("zelda")).toEqual(["Zelda Kept"]);
});

test("whoever may not see people or companies finds none", async () => {
  const nobody = actorWith(await hall.person());
  await rejects(
    hall.inside((ctx) => searchPeople(ctx, "chen"), nobody),
    { code: "core.not-found" },
  );
  await rejects(
    hall.inside((ctx) => searchCompanies(ctx, "chen"), nobody),
    { code: "core.not-found" },
  );
});

test("every way to a person reads a stretch of an index", async () => {
  await db.owner.query(
    `insert into person (tenant_id, full_name, sort_name, created_at, updated_at)
     select $1, 'n' || n, 'n' || n, now(), now() from generate_series(1, 4000) n`,
    [(await given(db).tenant()).tenant.id],
  );
  await db.owner.query(
    `insert into person (tenant_id, full_name, sort_name, created_at, updated_at)
     select $1, 'n' || n, 'n' || n, now(), now() from generate_series(1, 4000) n`,
    [hall.tenant.id],
  );
  await db.owner.query("vacuum analyze person");
  const scans = await scansOf(db, hall.scope(), (ctx) => searchPeople(ctx, "139001"));
  expect(scans.map(({ index }) => index)).toEqual(
    expect.arrayContaining(["person_by_name", "person_by_email", "person_by_phone"]),
  );
  for (const scan of scans) expect(scan.by).not.toBe("Seq Scan");
});
