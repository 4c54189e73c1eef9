import { rejects } from "node:assert/strict";
import { type Actor, type Id, newId } from "@guildhall/core";
import { listAudit } from "@guildhall/tenancy";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { givenField } from "../test/given-field.ts";
import { createPerson } from "./create-person.ts";
import { editPerson } from "./edit-person.ts";

const db = useDatabase();

async function givenHall() {
  const hall = await given(db).tenant();
  const maya = await hall.person("Maya Lin");
  await hall.inside((ctx) =>
    ctx.db
      .insertInto("membership")
      .values({ tenant_id: ctx.tenant.id, person_id: maya, role: "staff", created_at: ctx.clock.now() })
      .execute(),
  );
  const staff = actorWith(maya, "people.view", "people.edit");
  const yuze = await hall.person("陈雨泽");
  const edit = (changes: object, over: { personId?: Id<"person">; expected?: object; as?: Actor } = {}) =>
    hall.inside(
      (ctx) => editPerson(ctx, { personId: over.personId ?? yuze, changes, expected: over.expected }),
      over.as ?? staff,
    );
  return { hall, maya, staff, yuze, edit };
}

async function rowOf(hall: GivenTenant, id: Id<"person">) {
  const { rows } = await db.owner.query("select * from person where tenant_id = $1 and id = $2", [hall.tenant.id, id]);
  return rows[0];
}

async function factsOf(hall: GivenTenant, name: string) {
  const { rows } = await db.owner.query("select payload from fact where tenant_id = $1 and name = $2 order by id", [
    hall.tenant.id,
    name,
  ]);
  return rows.map(({ payload }) => payload);
}

test("one thing is changed and nothing else, with what stood there in the history and a fact without personal data", async () => {
  const { hall, maya, yuze, edit } = await givenHall();
  await edit({ stage: "customer", ownerPersonId: maya });
  expect(await rowOf(hall, yuze)).toMatchObject({ full_name: "陈雨泽", stage: "customer", owner_person_id: maya });
  const audit = await hall.inside((ctx) => listAudit(ctx, { page: { size: 10, cursor: null } }));
  expect(audit.rows).toMatchObject([
    {
      action: "person.updated",
      subjectId: yuze,
      before: { stage: null, ownerPersonId: null },
      after: { stage: "customer", ownerPersonId: maya },
    },
  ]);
  expect(await factsOf(hall, "people.person-updated")).toEqual([
    { personId: yuze, fields: ["stage", "ownerPersonId"] },
  ]);
});

test("a new name takes what lists sort by along", async () => {
  const { hall, yuze, edit } = await givenHall();
  await edit({ fullName: "曾国藩" });
  expect(await rowOf(hall, yuze)).toMatchObject({ full_name: "曾国藩", sort_name: "zeng guo fan" });
  await edit({ fullName: "José García Márquez", familyName: "García Márquez", givenName: "José" });
  expect(await rowOf(hall, yuze)).toMatchObject({ sort_name: "garcia marquez jose" });
});

test("what changes nothing leaves no trace", async () => {
  const { hall, edit } = await givenHall();
  await edit({ fullName: "陈雨泽", stage: null, fields: {} });
  expect(await factsOf(hall, "people.person-updated")).toEqual([]);
});

test("a value that somebody else has changed since is not written over; another one of the same person is no matter", async () => {
  const { hall, yuze, edit } = await givenHall();
  const fieldId = await givenField(hall, { type: "money" });
  await edit({ fields: { [fieldId]: { amount: 1_000, currency: "CNY" } } });
  await edit({ stage: "lead" }, { expected: { stage: null } });
  await rejects(edit({ stage: "customer" }, { expected: { stage: null } }), {
    kind: "conflict",
    code: "people.person-changed-meanwhile",
    fields: { stage: "people.person-changed-meanwhile" },
  });
  await rejects(edit({ fields: { [fieldId]: null } }, { expected: { fields: { [fieldId]: null } } }), {
    fields: { [`fields.${fieldId}`]: "people.person-changed-meanwhile" },
  });
  await edit(
    { fields: { [fieldId]: null } },
    { expected: { fields: { [fieldId]: { currency: "CNY", amount: 1_000 } } } },
  );
  expect(await rowOf(hall, yuze)).toMatchObject({ stage: "lead", fields: {} });
});

test("two who change one cell at once: one of them learns of it", async () => {
  const { yuze, hall, edit } = await givenHall();
  const both = await Promise.allSettled(
    ["lead", "partner"].map((stage) => edit({ stage }, { expected: { stage: null } })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await factsOf(hall, "people.person-updated")).toHaveLength(1);
  expect((await rowOf(hall, yuze))?.stage).toMatch(/lead|partner/);
});

test("the hall's own fields are checked by their kind and refused beside themselves, and nothing is written", async () => {
  const { hall, yuze, edit } = await givenHall();
  const born = await givenField(hall, { type: "date" });
  const size = await givenField(hall, { type: "select", options: [{ id: "m", name: "Medium", tone: "neutral" }] });
  const gone = await givenField(hall, { archived: true });
  await rejects(
    edit({ fullName: "Another", fields: { [born]: "32 March", [size]: "xl", [gone]: "x", [newId()]: "y" } }),
    (error: { fields: object }) => {
      expect(Object.values(error.fields).sort()).toEqual([
        "people.field-date-malformed",
        "people.field-option-unknown",
        "people.field-unknown",
        "people.field-unknown",
      ]);
      return true;
    },
  );
  expect(await rowOf(hall, yuze)).toMatchObject({ full_name: "陈雨泽", fields: {} });
  await edit({ fields: { [born]: "1990-03-02", [size]: "m" } });
  expect(await rowOf(hall, yuze)).toMatchObject({ fields: { [born]: "1990-03-02", [size]: "m" } });
  const audit = await hall.inside((ctx) => listAudit(ctx, { page: { size: 1, cursor: null } }));
  expect(Object.values(audit.rows[0]?.after ?? {}).sort()).toEqual(["1990-03-02", "Medium"]);
});

test("a required field may not be emptied, and a new person needs it; who lacks it already is otherwise free", async () => {
  const { hall, staff, yuze, edit } = await givenHall();
  const must = await givenField(hall, { required: true });
  await edit({ stage: "lead" });
  await rejects(edit({ fields: { [must]: null } }), { fields: { [`fields.${must}`]: "core.text-empty" } });
  await rejects(
    hall.inside((ctx) => createPerson(ctx, { fullName: "何小满" }), staff),
    { fields: { [`fields.${must}`]: "core.text-empty" } },
  );
  const id = await hall.inside(
    (ctx) =>
      createPerson(ctx, { fullName: "何小满", fields: { [must]: "here" }, tags: ["VIP", "ｖｉｐ"], stage: "prospect" }),
    staff,
  );
  const made = await rowOf(hall, id);
  expect(made).toMatchObject({ fields: { [must]: "here" }, sort_name: "he xiao man", source: "by-hand" });
  expect(made?.tag_ids).toHaveLength(1);
  expect((await rowOf(hall, yuze))?.fields).toEqual({});
});

test("a relation leads to a record of this hall", async () => {
  const { hall, yuze, edit } = await givenHall();
  const field = await givenField(hall, { type: "relation", settings: { target: "person" } });
  const neighbour = await (await given(db).tenant()).person();
  await rejects(edit({ fields: { [field]: neighbour } }), {
    fields: { [`fields.${field}`]: "people.field-relation-gone" },
  });
  await edit({ fields: { [field]: yuze } });
  expect((await rowOf(hall, yuze))?.fields).toEqual({ [field]: yuze });
});

test("only staff look after people", async () => {
  const { hall, edit } = await givenHall();
  const guest = await hall.person();
  for (const ownerPersonId of [guest, newId()])
    await rejects(edit({ ownerPersonId }), { fields: { ownerPersonId: "people.owner-not-staff" } });
});

test("a change of somebody who was merged goes to the record that stays; who was erased is not there", async () => {
  const { hall, yuze, edit } = await givenHall();
  const merged = await hall.person("Chen Yuze");
  await db.owner.query("update person set canonical_id = $1 where id = $2", [yuze, merged]);
  expect(await edit({ stage: "partner" }, { personId: merged })).toBe(yuze);
  expect(await rowOf(hall, yuze)).toMatchObject({ stage: "partner" });
  await db.owner.query("update person set erased_at = now() where id = $1", [yuze]);
  await rejects(edit({ stage: "lead" }), { code: "core.not-found" });
});

test("neither a neighbour, nor who may only look, nor the person themselves may change what staff keep", async () => {
  const { hall, maya, yuze, edit } = await givenHall();
  const neighbour = await (await given(db).tenant()).person();
  await rejects(edit({ stage: "lead" }, { personId: neighbour }), { code: "core.not-found" });
  await rejects(edit({ stage: "lead" }, { as: actorWith(maya, "people.view") }), { code: "core.forbidden" });
  await rejects(edit({ stage: "lead" }, { as: actorWith(yuze) }), { code: "core.forbidden" });
  await rejects(edit({ stage: "lead" }, { as: actorWith(await hall.person()) }), { code: "core.not-found" });
});
