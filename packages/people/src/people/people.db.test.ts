import { rejects } from "node:assert/strict";
import { type Actor, type Id, newId, systemActor } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { listAudit } from "@guildhall/tenancy";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { withoutLocks } from "../test/without-locks.ts";
import { createPerson } from "./create-person.ts";
import { findNameOf, findPeopleByName } from "./find-by-name.ts";
import { mayViewPerson } from "./may-view-person.ts";
import { countPeople, getPerson, listPeople } from "./people.queries.ts";
import { requireMaySetPicture } from "./set-picture.ts";

const db = useDatabase();

const create = (hall: GivenTenant, input: unknown, actor: Actor = systemActor) =>
  hall.inside((ctx) => createPerson(ctx, input), actor);

test("a new person has a row, identities, an audit entry and a fact", async () => {
  const hall = await given(db).tenant();
  const id = await create(hall, { fullName: "  陈雨泽 ", email: " Yuze@Example.COM ", phone: "+86 138-0013-8000" });
  expect(await hall.inside((ctx) => getPerson(ctx, id))).toMatchObject({
    id,
    fullName: "陈雨泽",
    email: "yuze@example.com",
    phone: "+8613800138000",
    role: null,
  });
  expect((await hall.inside((ctx) => listAudit(ctx, { page: { size: 10, cursor: null } }))).rows).toMatchObject([
    { action: "person.created", subjectId: id },
  ]);
  const { rows } = await db.owner.query(
    "select name, subject_id, payload::text as payload from fact where tenant_id = $1",
    [hall.tenant.id],
  );
  expect(rows).toMatchObject([{ name: "people.person-created", subject_id: id }]);
  expect(JSON.stringify(rows)).not.toMatch(/yuze|陈|138/);
});

test.each([
  ["no name", { fullName: "   " }],
  ["a name that turns the text around", { fullName: "abc\u202edef" }],
  ["no real address", { fullName: "A", email: "a@b" }],
  ["a number without its country", { fullName: "A", phone: "13800138000" }],
])("a person with %s is refused, and nothing is left behind", async (_, input) => {
  const hall = await given(db).tenant();
  await expect(create(hall, input)).rejects.toThrow();
  expect(await hall.inside((ctx) => countPeople(ctx))).toEqual({ count: 0, more: false });
});

test("of two people at once with one address one is made, and the other refused beside its field", async () => {
  const hall = await given(db).tenant();
  const both = await Promise.allSettled(
    ["One", "Two"].map((fullName) => create(hall, { fullName, email: "shared@example.com" })),
  );
  const refused = both.filter((result) => result.status === "rejected");
  expect(refused).toMatchObject([
    { reason: { kind: "conflict", code: "people.identity-taken", fields: { email: "people.identity-taken" } } },
  ]);
  expect(await hall.inside((ctx) => countPeople(ctx))).toEqual({ count: 1, more: false });
});

test("a taken number stands beside the number; another hall may have the same", async () => {
  const [hall, other] = [await given(db).tenant(), await given(db).tenant()];
  await create(hall, { fullName: "One", phone: "+441632960000" });
  await rejects(create(hall, { fullName: "Two", email: "two@example.com", phone: "+44 1632 960000" }), {
    code: "people.identity-taken",
    fields: { phone: "people.identity-taken" },
  });
  await create(other, { fullName: "Elsewhere", phone: "+441632960000" });
});

test("people page newest first, each once, whoever comes in between", async () => {
  const hall = await given(db).tenant();
  const everybody: Id<"person">[] = [];
  for (let n = 0; n < 25; n++) everybody.push(await hall.person(`Person ${n}`)); // all at the same instant
  const seen: Id<"person">[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPeople>> = await hall.inside((ctx) =>
      listPeople(ctx, { size: 7, cursor }),
    );
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
    await hall.person("Newcomer");
  } while (cursor);
  expect(seen.filter((id) => everybody.includes(id))).toEqual(everybody.toReversed());
  expect(new Set(seen).size).toBe(seen.length);
});

test("a person who was merged into another is not listed or counted twice", async () => {
  const hall = await given(db).tenant();
  const [kept, merged] = [await hall.person("Kept"), await hall.person("Merged")];
  await hall.inside((ctx) =>
    ctx.db.updateTable("person").set({ canonical_id: kept }).where("id", "=", merged).execute(),
  );
  expect((await hall.inside((ctx) => listPeople(ctx, { size: 10, cursor: null }))).rows.map(({ id }) => id)).toEqual([
    kept,
  ]);
  expect(await hall.inside((ctx) => countPeople(ctx))).toEqual({ count: 1, more: false });
});

test("counts are exact up to a cap, then say that there are more", async () => {
  const hall = await given(db).tenant();
  for (let n = 0; n < 4; n++) await hall.person();
  expect(await hall.inside((ctx) => countPeople(ctx, 4))).toEqual({ count: 4, more: false });
  expect(await hall.inside((ctx) => countPeople(ctx, 3))).toEqual({ count: 3, more: true });
});

test("somebody of another hall is not there for any command or query", async () => {
  const [mine, theirs] = [await given(db).tenant(), await given(db).tenant()];
  const [me, neighbour] = [await mine.person(), await theirs.person()];
  const actor = actorWith(me, "people.view", "people.edit");
  await rejects(
    mine.inside((ctx) => getPerson(ctx, neighbour), actor),
    { code: "core.not-found" },
  );
  await rejects(
    mine.inside((ctx) => requireMaySetPicture(ctx, neighbour), actor),
    { code: "core.not-found" },
  );
  expect(await mine.inside((ctx) => mayViewPerson(ctx, neighbour), actor)).toBe(false);
  expect(
    (await mine.inside((ctx) => listPeople(ctx, { size: 200, cursor: null }), actor)).rows.map(({ id }) => id),
  ).toEqual([me]);
});

test("without permission one sees oneself and nobody else, and adds nobody", async () => {
  const hall = await given(db).tenant();
  const [me, other] = [await hall.person(), await hall.person()];
  const member = actorWith(me);
  expect((await hall.inside((ctx) => getPerson(ctx, me), member)).id).toBe(me);
  await hall.inside((ctx) => requireMaySetPicture(ctx, me), member);
  expect(await hall.inside((ctx) => mayViewPerson(ctx, me), member)).toBe(true);
  await rejects(
    hall.inside((ctx) => getPerson(ctx, other), member),
    { code: "core.not-found" },
  );
  await rejects(
    hall.inside((ctx) => getPerson(ctx, newId()), member),
    { code: "core.not-found" },
  );
  await rejects(
    hall.inside((ctx) => requireMaySetPicture(ctx, other), member),
    { code: "core.not-found" },
  );
  await rejects(
    hall.inside((ctx) => listPeople(ctx, { size: 10, cursor: null }), member),
    { code: "core.not-found" },
  );
  await rejects(create(hall, { fullName: "X" }, member), { code: "core.not-found" });
  await rejects(create(hall, { fullName: "X" }, actorWith(me, "people.view")), { code: "core.forbidden" });
});

/** A hall with room for so many people more than it has. */
async function hallWithRoomFor(free: number): Promise<GivenTenant> {
  const hall = await given(db).tenant();
  await db.owner.query(
    `insert into person (tenant_id, full_name, created_at, updated_at)
     select $1, 'Somebody ' || n, now(), now() from generate_series(1, 500 - $2::int) n`,
    [hall.tenant.id, free],
  );
  return hall;
}

test("a plan has room for so many people; one more is refused with its number, and nothing is left behind", async () => {
  const hall = await hallWithRoomFor(1);
  const merged = await create(hall, { fullName: "Last" });
  await rejects(create(hall, { fullName: "One too many" }), { code: "tenancy.people-full", params: { most: 500 } });
  expect((await hall.inside((ctx) => countPeople(ctx))).count).toBe(500);
  await db.owner.query("update person set erased_at = now() where id = $1", [merged]);
  await create(hall, { fullName: "In their place" });
});

test("of many at once the last place is given once; without the lock it is given away twice", async () => {
  const atOnce = (hall: GivenTenant, twin: (ctx: Ctx) => Ctx) =>
    Promise.allSettled(
      Array.from({ length: 6 }, (_, n) => hall.inside((ctx) => createPerson(twin(ctx), { fullName: `Comer ${n}` }))),
    );
  const made = (all: PromiseSettledResult<unknown>[]) => all.filter(({ status }) => status === "fulfilled").length;
  expect(made(await atOnce(await hallWithRoomFor(1), (ctx) => ctx))).toBe(1);
  expect(made(await atOnce(await hallWithRoomFor(1), withoutLocks))).toBeGreaterThan(1);
});

test("somebody is found by any part of their name, in this hall alone, by whoever may see people", async () => {
  const [hall, other] = [await given(db).tenant(), await given(db).tenant()];
  const found = async (query: string, actor: Actor = systemActor) =>
    (await hall.inside((ctx) => findPeopleByName(ctx, query), actor)).map(({ fullName }) => fullName);
  for (const fullName of ["陈雨泽", "Ada Chen", "50%_off"]) await create(hall, { fullName });
  await create(other, { fullName: "陈雨泽 elsewhere" });
  expect(await found("雨泽")).toEqual(["陈雨泽"]);
  expect(await found(" CHEN ")).toEqual(["Ada Chen"]);
  expect(await found("%")).toEqual(["50%_off"]);
  expect(await found("")).toEqual([]);
  const [ada] = await hall.inside((ctx) => findPeopleByName(ctx, "Ada"));
  const id = ada?.id ?? newId<"person">();
  await rejects(found("a", actorWith(await hall.person("Nobody"), "workspace.enter")), { kind: "not-found" });
  expect(await hall.inside((ctx) => findNameOf(ctx, id))).toBe("Ada Chen");
  expect(await other.inside((ctx) => findNameOf(ctx, id))).toBeNull();
  await db.owner.query("update person set erased_at = now() where id = $1", [id]);
  expect(await found("Ada")).toEqual([]);
  expect(await hall.inside((ctx) => findNameOf(ctx, id))).toBeNull();
});
