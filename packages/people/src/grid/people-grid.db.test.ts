import { fieldColumn, type GridQuestion } from "@guildhall/core/grid";
import { actorWith, type GivenTenant, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { sortName } from "../people/sort-name.ts";
import { countPeopleGrid, listPeopleGrid, peopleColumns } from "./people-grid.ts";

const db = useDatabase();
const everybody: GridQuestion = { search: null, filter: null, sort: null };
const first = { size: 50, cursor: null };

const add = async (hall: GivenTenant, table: string, row: Record<string, unknown>): Promise<string> => {
  const columns = ["tenant_id", ...Object.keys(row)];
  const { rows } = await db.owner.query(
    `insert into ${table} (${columns.join(", ")}) values (${columns.map((_, n) => `$${n + 1}`).join(", ")}) returning id`,
    [hall.tenant.id, ...Object.values(row)],
  );
  return rows[0].id;
};

const at = "2026-03-01T10:00:00Z";
const somebody = (hall: GivenTenant, fullName: string, over: Record<string, unknown> = {}) =>
  add(hall, "person", {
    full_name: fullName,
    sort_name: sortName({ fullName }),
    created_at: at,
    updated_at: at,
    ...over,
  });

const names = async (hall: GivenTenant, question: Partial<GridQuestion>) =>
  (await hall.inside((ctx) => listPeopleGrid(ctx, { question: { ...everybody, ...question }, page: first }))).rows.map(
    ({ fullName }) => fullName,
  );

test("a row holds all that the grid shows of a person, and the names of what it leads to", async () => {
  const hall = await given(db).tenant();
  const vip = await add(hall, "tag", { name: "VIP", name_key: "vip", tone: "seal", created_at: at });
  const company = await add(hall, "company", { name: "远山", sort_name: "yuan shan", created_at: at, updated_at: at });
  const guide = await add(hall, "field", {
    subject: "person",
    key: "guide",
    name: "Guide",
    type: "relation",
    settings: '{"target":"person"}',
    created_at: at,
  });
  const lin = await somebody(hall, "林乔");
  const chen = await somebody(hall, "陈雨泽", {
    stage: "customer",
    owner_person_id: lin,
    tag_ids: [vip],
    fields: JSON.stringify({ [guide]: lin }),
  });
  await add(hall, "affiliation", {
    company_id: company,
    person_id: chen,
    title: "店长",
    source: "by-hand",
    created_at: at,
  });
  await add(hall, "person_identity", {
    person_id: chen,
    kind: "email",
    value: "yuze@example.com",
    source: "by-hand",
    created_at: at,
  });
  const question: GridQuestion = { ...everybody, filter: { column: "stage", is: "any-of", chosen: ["customer"] } };
  const page = await hall.inside((ctx) => listPeopleGrid(ctx, { question, page: first }));
  expect(page).toMatchObject({
    count: { count: 1, more: false },
    next: null,
    previous: null,
    rows: [
      {
        id: chen,
        fullName: "陈雨泽",
        email: "yuze@example.com",
        company: { id: company, name: "远山" },
        jobTitle: "店长",
        stage: "customer",
        tags: [{ id: vip, name: "VIP", tone: "seal" }],
        owner: { id: lin, name: "林乔" },
        member: false,
        role: null,
        fields: { [guide]: lin },
        records: { [lin]: "林乔" },
      },
    ],
  });
  const columns = await hall.inside(peopleColumns);
  expect(columns.find(({ id }) => id === fieldColumn(guide))).toMatchObject({
    name: "Guide",
    kind: "record",
    target: "person",
  });
});

test("a search finds people as they are written, as they are read, and by how they are reached", async () => {
  const hall = await given(db).tenant();
  const zhang = await somebody(hall, "张伟");
  await somebody(hall, "Ada Byron", { sort_name: "byron ada" });
  await somebody(hall, "José Núñez");
  await add(hall, "person_identity", {
    person_id: zhang,
    kind: "phone",
    value: "+8613800138000",
    source: "by-hand",
    created_at: at,
  });
  await add(hall, "person_identity", {
    person_id: zhang,
    kind: "email",
    value: "wei@example.com",
    source: "by-hand",
    created_at: at,
  });
  for (const search of [
    "张",
    "伟",
    "zhang",
    "zhangwei",
    "wei zhang",
    "ZHANG",
    "wei@",
    "example.com",
    "138-0013",
    "013800138000",
  ])
    expect(await names(hall, { search }), search).toEqual(["张伟"]);
  for (const search of ["ada byron", "Byron", "ron"])
    expect(await names(hall, { search }), search).toEqual(["Ada Byron"]);
  for (const search of ["jose", "núñ", "NUNEZ"]) expect(await names(hall, { search }), search).toEqual(["José Núñez"]);
  for (const search of ["adabyron", "王", "99999", "%", "_"]) expect(await names(hall, { search }), search).toEqual([]);
});

test("the merged and the erased are in no list and no count", async () => {
  const hall = await given(db).tenant();
  const kept = await somebody(hall, "安", { stage: "lead" });
  await somebody(hall, "安", { stage: "lead", canonical_id: kept });
  await somebody(hall, "安", { stage: "lead", erased_at: at });
  const question: GridQuestion = { ...everybody, filter: { column: "stage", is: "any-of", chosen: ["lead"] } };
  for (const asked of [everybody, question, { ...everybody, search: "an" }])
    expect(await hall.inside((ctx) => countPeopleGrid(ctx, asked))).toEqual({ count: 1, more: false });
});

test("whoever may not see people sees none; the hall next door has its own", async () => {
  const [hall, other] = [await given(db).tenant(), await given(db).tenant()];
  const nobody = actorWith(await hall.person());
  await expect(
    hall.inside((ctx) => listPeopleGrid(ctx, { question: everybody, page: first }), nobody),
  ).rejects.toMatchObject({ kind: "not-found" });
  await expect(hall.inside((ctx) => countPeopleGrid(ctx, everybody), nobody)).rejects.toMatchObject({
    kind: "not-found",
  });
  expect(await names(other, {})).toEqual([]);
});

test("a column that is not there, and what cannot be asked of one, are refused", async () => {
  const hall = await given(db).tenant();
  const asked = (question: Partial<GridQuestion>) => names(hall, question);
  await expect(asked({ filter: { column: "shoeSize", is: "filled" } })).rejects.toMatchObject({
    code: "core.grid-column-unknown",
  });
  await expect(asked({ sort: { column: "shoeSize", direction: "asc" } })).rejects.toMatchObject({
    code: "core.grid-column-unknown",
  });
  await expect(asked({ filter: { column: "name", is: "lt", number: 3 } })).rejects.toMatchObject({
    code: "core.filter-malformed",
  });
});

test("every column of the grid can be sorted by, forwards and backwards", async () => {
  const hall = await given(db).tenant();
  await somebody(hall, "安", { stage: "lead", locale: "en" });
  await somebody(hall, "柏");
  for (const { id, sortable } of await hall.inside(peopleColumns))
    for (const direction of ["asc", "desc"] as const) {
      if (sortable) expect((await names(hall, { sort: { column: id, direction } })).length, id).toBe(2);
    }
});
