import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { createCompany } from "../companies/create-company.ts";
import { archiveField, restoreField } from "./archive-field.ts";
import { countAnswers, countUse } from "./count-use.ts";
import { defineField } from "./define-field.ts";
import { editField } from "./edit-field.ts";
import { getField, listFields } from "./field.queries.ts";
import { moveField } from "./move-field.ts";

const db = useDatabase();

const define = (hall: GivenTenant, input: object) =>
  hall.inside((ctx) => defineField(ctx, { subject: "company", type: "text", ...input }));
const names = async (hall: GivenTenant, archived = false) =>
  (await hall.inside((ctx) => listFields(ctx, "company", { archived }))).map(({ name }) => name);
const field = (hall: GivenTenant, id: Id<"field">) => hall.inside((ctx) => getField(ctx, id));

test("a field is kept with a key of its own, what it is of, and its history", async () => {
  const hall = await given(db).tenant();
  await define(hall, {
    name: "会员等级",
    type: "select",
    options: [{ name: "金" }, { name: "" }, { name: "银", tone: "jade" }],
  });
  await define(hall, { name: "Annual revenue", type: "money", currency: "eur", hint: " last year " });
  await define(hall, { name: "annual  Revenue!" });
  await define(hall, { name: "2026", type: "number", decimals: 2 });
  await define(hall, { name: "Бюджет", type: "relation", target: "company" });
  expect(await hall.inside((ctx) => listFields(ctx, "company"))).toMatchObject([
    {
      key: "hui_yuan_deng_ji",
      options: [
        { name: "金", tone: "neutral" },
        { name: "银", tone: "jade" },
      ],
      position: 0,
    },
    { key: "annual_revenue", settings: { currency: "EUR" }, hint: "last year" },
    { key: "annual_revenue_2", settings: {} },
    { key: "field_2026", settings: { decimals: 2 } },
    { key: "field", settings: { target: "company" }, position: 4 },
  ]);
  expect(await hall.inside((ctx) => listFields(ctx, "person"))).toEqual([]);
  const facts = await db.owner.query("select name from fact where tenant_id = $1", [hall.tenant.id]);
  expect(facts.rows.map(({ name }) => name)).toEqual(Array.from({ length: 5 }, () => "people.field-defined"));
});

test.each([
  ["money without a currency", { type: "money" }],
  ["a currency that is none", { type: "money", currency: "XQQ" }],
  ["a select without answers", { type: "select", options: [{ name: " " }] }],
  ["two answers of one name", { type: "select", options: [{ name: "VIP" }, { name: "ｖｉｐ" }] }],
  ["no name", { name: " " }],
  ["a type that is none", { type: "formula" }],
])("%s is refused", async (_, wrong) => {
  const hall = await given(db).tenant();
  await expect(define(hall, { name: "Level", ...wrong })).rejects.toThrow();
});

test("of many who define one at once each gets a key and a place of their own, and never more than two hundred", async () => {
  const hall = await given(db).tenant();
  await Promise.all(Array.from({ length: 5 }, () => define(hall, { name: "Level" })));
  const fields = await hall.inside((ctx) => listFields(ctx, "company"));
  expect(new Set(fields.map(({ key }) => key)).size).toBe(5);
  expect(fields.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
  await db.owner.query(
    `insert into field (tenant_id, subject, key, name, type, created_at)
     select $1, 'company', 'x' || n, 'x', 'text', now() from generate_series(1, 195) n`,
    [hall.tenant.id],
  );
  await rejects(define(hall, { name: "One more" }), { code: "people.fields-many" });
});

test("answers are renamed, added, moved and put away; one that is given cannot be taken out", async () => {
  const hall = await given(db).tenant();
  const id = await define(hall, {
    name: "Level",
    type: "select",
    options: [{ name: "Gold" }, { name: "Silver" }, { name: "Tin" }],
  });
  const [gold, silver, tin] = (await field(hall, id)).options;
  await hall.inside((ctx) => createCompany(ctx, { name: "Harbor", fields: { [id]: gold?.id } }));
  expect((await hall.inside((ctx) => countUse(ctx, [id]))).get(id)).toEqual({ count: 1, more: false });
  expect((await hall.inside((ctx) => countAnswers(ctx, id, [gold?.id ?? "", "x"]))).get(gold?.id ?? "")?.count).toBe(1);

  const edit = (options: object[]) => hall.inside((ctx) => editField(ctx, { fieldId: id, name: "Level", options }));
  await rejects(edit([{ ...silver }]), { code: "people.field-option-in-use" });
  await edit([{ ...silver }, { ...gold, name: "Gold+", tone: "ochre", archived: true }, { name: "New" }]);
  expect((await field(hall, id)).options).toMatchObject([
    { id: silver?.id, name: "Silver" },
    { id: gold?.id, name: "Gold+", tone: "ochre", archived: true },
    { name: "New" },
  ]);
  expect((await field(hall, id)).options.some((option) => option.id === tin?.id)).toBe(false);
  await expect(edit([])).rejects.toThrow();
  await edit([{ id: "deadbeef", name: "Made up" }, { ...gold }]);
  expect((await field(hall, id)).options[0]?.id).not.toBe("deadbeef");
});

test("fields move, are put away with all that is in them, and come back", async () => {
  const hall = await given(db).tenant();
  const [a, b, c] = [
    await define(hall, { name: "A" }),
    await define(hall, { name: "B" }),
    await define(hall, { name: "C" }),
  ];
  await hall.inside((ctx) => moveField(ctx, { fieldId: c, beforeId: a }));
  expect(await names(hall)).toEqual(["C", "A", "B"]);
  await hall.inside((ctx) => moveField(ctx, { fieldId: c, beforeId: "" }));
  expect(await names(hall)).toEqual(["A", "B", "C"]);
  await hall.inside((ctx) => archiveField(ctx, { fieldId: b }));
  expect(await names(hall)).toEqual(["A", "C"]);
  expect(await names(hall, true)).toEqual(["A", "C", "B"]);
  await hall.inside((ctx) => restoreField(ctx, { fieldId: b }));
  expect(await names(hall)).toEqual(["A", "B", "C"]);
});

test("only who may shape fields does, and nobody another hall's", async () => {
  const [hall, other] = [await given(db).tenant(), await given(db).tenant()];
  const id = await define(hall, { name: "A" });
  const staff = actorWith(await hall.person(), "people.view", "people.edit");
  await rejects(
    hall.inside((ctx) => defineField(ctx, { subject: "person", name: "X", type: "text" }), staff),
    { code: "core.forbidden" },
  );
  for (const act of [archiveField, restoreField, moveField])
    await rejects(
      other.inside((ctx) => act(ctx, { fieldId: id })),
      { code: "core.not-found" },
    );
  await rejects(
    other.inside((ctx) => editField(ctx, { fieldId: id, name: "Mine" })),
    { code: "core.not-found" },
  );
});

test("a hall says of people's fields what members may do; of a company's, or where it leads to others, nothing", async () => {
  const hall = await given(db).tenant();
  const shown = async (input: object) => (await field(hall, await define(hall, { name: "A", ...input }))).settings;
  expect(await shown({ subject: "person", memberMay: "see" })).toEqual({ memberMay: "see" });
  expect(await shown({ subject: "person" })).toEqual({});
  expect(await shown({ memberMay: "correct" })).toEqual({});
  expect(await shown({ subject: "person", type: "relation", memberMay: "correct" })).toEqual({ target: "person" });
  await rejects(define(hall, { name: "A", subject: "person", memberMay: "own" }));
});

test("what a field is set to stays when something else of it is changed", async () => {
  const hall = await given(db).tenant();
  const id = await define(hall, { name: "A", subject: "person", type: "number", decimals: 2, memberMay: "correct" });
  const edit = async (input: object) => {
    await hall.inside((ctx) => editField(ctx, { fieldId: id, name: "A", decimals: 2, ...input }));
    return (await field(hall, id)).settings;
  };
  expect(await edit({ name: "B", memberMay: "correct" })).toEqual({ decimals: 2, memberMay: "correct" });
  expect(await edit({ memberMay: "see", decimals: null })).toEqual({ memberMay: "see" });
  expect(await edit({})).toEqual({ decimals: 2 });
  const leads = await define(hall, { name: "C", type: "relation", target: "company" });
  await hall.inside((ctx) => editField(ctx, { fieldId: leads, name: "D" }));
  expect((await field(hall, leads)).settings).toEqual({ target: "company" });
});
