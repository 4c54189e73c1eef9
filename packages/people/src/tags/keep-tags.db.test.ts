import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import { undoChangeSet } from "@guildhall/tenancy";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { countUse } from "../fields/count-use.ts";
import { deleteTag } from "./delete-tag.ts";
import { editTag } from "./edit-tag.ts";
import { listTags } from "./list-tags.ts";
import { mergeTags } from "./merge-tags.ts";
import { settleTags } from "./settle-tags.ts";
import { tagPerson } from "./tag-person.ts";

const db = useDatabase();

async function tagged(...tags: readonly string[][]) {
  const hall = await given(db).tenant();
  const people: Id<"person">[] = [];
  for (const names of tags) {
    const personId = await hall.person();
    await hall.inside((ctx) => tagPerson(ctx, { personId, names }));
    people.push(personId);
  }
  return { hall, people };
}
const idOf = async (hall: GivenTenant, name: string) =>
  (await hall.inside((ctx) => settleTags(ctx, [name])))[0] ?? ("" as Id<"tag">);
const tagsOf = async (hall: GivenTenant, personId: Id<"person">) => {
  const names = new Map((await hall.inside((ctx) => listTags(ctx))).map((tag) => [tag.id as string, tag.name]));
  const { rows } = await db.owner.query<{ id: string }>(
    "select t.id from person p, unnest(p.tag_ids) with ordinality t (id, place) where p.id = $1 order by t.place",
    [personId],
  );
  return rows.map(({ id }) => names.get(id));
};
const undoLast = async (hall: GivenTenant) => {
  const { rows } = await db.owner.query("select id from change_set where tenant_id = $1 order by id desc limit 1", [
    hall.tenant.id,
  ]);
  return hall.inside((ctx) => undoChangeSet(ctx, { changeSetId: rows[0]?.id }));
};

test("a tag gets another name and tone, but none that another one has", async () => {
  const { hall, people } = await tagged(["VIP", "Member"]);
  const tagId = await idOf(hall, "VIP");
  await hall.inside((ctx) => editTag(ctx, { tagId, name: "贵宾", tone: "seal" }));
  expect(await tagsOf(hall, people[0] ?? ("" as Id<"person">))).toEqual(["贵宾", "Member"]);
  await rejects(
    hall.inside((ctx) => editTag(ctx, { tagId, name: "ＭＥＭＢＥＲ", tone: "seal" })),
    { code: "people.tag-taken", fields: { name: "people.tag-taken" } },
  );
  await hall.inside((ctx) => editTag(ctx, { tagId, name: "貴賓", tone: "jade" }));
});

test("two tags become one: each record has it once; undoing gives each back what it had", async () => {
  const { hall, people } = await tagged(["a"], ["a", "b"], ["b", "c"]);
  const [one, two, three] = people as [Id<"person">, Id<"person">, Id<"person">];
  const [a, b] = [await idOf(hall, "a"), await idOf(hall, "b")];
  await db.owner.query(
    "insert into company (tenant_id, name, tag_ids, created_at, updated_at) values ($1, 'Harbor', $2, now(), now())",
    [hall.tenant.id, [a]],
  );
  expect(await hall.inside((ctx) => mergeTags(ctx, { tagId: a, intoId: b }))).toMatchObject({ count: 3 });
  expect([await tagsOf(hall, one), await tagsOf(hall, two), await tagsOf(hall, three)]).toEqual([
    ["b"],
    ["b"],
    ["b", "c"],
  ]);
  expect((await hall.inside((ctx) => countUse(ctx, [b]))).get(b)).toEqual({ count: 4, more: false });
  expect((await hall.inside((ctx) => listTags(ctx))).map(({ name }) => name)).toEqual(["b", "c"]);
  expect(await undoLast(hall)).toMatchObject({ skipped: [] });
  expect([await tagsOf(hall, one), await tagsOf(hall, two)]).toEqual([["a"], ["a", "b"]]);
  await rejects(
    hall.inside((ctx) => mergeTags(ctx, { tagId: a, intoId: a })),
    { code: "people.tag-same" },
  );
});

test("a tag that is deleted is off everybody, and comes back on them", async () => {
  const { hall, people } = await tagged(["a", "b"], ["a"]);
  const [one, two] = people as [Id<"person">, Id<"person">];
  const tagId = await idOf(hall, "a");
  expect(await hall.inside((ctx) => deleteTag(ctx, { tagId }))).toMatchObject({ count: 2 });
  expect([await tagsOf(hall, one), await tagsOf(hall, two)]).toEqual([["b"], []]);
  expect(await undoLast(hall)).toMatchObject({ skipped: [] });
  expect((await tagsOf(hall, one)).sort()).toEqual(["a", "b"]);
});

test("two who merge the same two tags the other way round: one of them finds a tag gone", async () => {
  const { hall } = await tagged(["a"], ["b"]);
  const [a, b] = [await idOf(hall, "a"), await idOf(hall, "b")];
  const both = await Promise.allSettled([
    hall.inside((ctx) => mergeTags(ctx, { tagId: a, intoId: b })),
    hall.inside((ctx) => mergeTags(ctx, { tagId: b, intoId: a })),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await hall.inside((ctx) => listTags(ctx))).toHaveLength(1);
});

test("whoever may not change many at once leaves the tags alone; a neighbour's are not there", async () => {
  const { hall } = await tagged(["a", "b"]);
  const other = await given(db).tenant();
  const [a, b] = [await idOf(hall, "a"), await idOf(hall, "b")];
  const staff = actorWith(await hall.person(), "people.view", "people.edit");
  const input = { tagId: a, intoId: b, name: "x", tone: "jade" };
  for (const act of [editTag, mergeTags, deleteTag]) {
    await rejects(
      hall.inside<unknown>((ctx) => act(ctx, input), staff),
      { code: "core.forbidden" },
    );
    await rejects(
      other.inside<unknown>((ctx) => act(ctx, input)),
      { code: "core.not-found" },
    );
  }
});
