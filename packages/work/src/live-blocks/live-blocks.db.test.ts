import { newId } from "@guildhall/core";
import { type Filter, gridStateSchema } from "@guildhall/core/grid";
import {
  addAffiliation,
  addToAudience,
  createCompany,
  createList,
  createPerson,
  deleteList,
  deleteView,
  editPerson,
  erasePerson,
  mergePeople,
  saveView,
  shareView,
} from "@guildhall/people";
import { actorWith, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { z } from "zod";
import { type LiveQuestion, type LiveShown, liveKey } from "./live-block.ts";
import { defineLiveBlock } from "./live-block-kind.ts";
import { openLiveBlockRegister } from "./live-block-register.ts";
import { liveText } from "./live-text.ts";
import { peopleLiveBlocks } from "./people-live-blocks.ts";

const db = useDatabase();
const register = openLiveBlockRegister(peopleLiveBlocks);
const all = ["workspace.enter", "people.view", "people.edit", "people.bulk-edit", "companies.edit"] as const;

/** A hall where Lin works, Vera may look, Chen is a member, and somebody may have followed a link. */
async function world() {
  const hall = await given(db).tenant();
  const linId = await hall.person("林乔");
  await db.owner.query(
    "insert into membership (tenant_id, person_id, role, created_at) values ($1, $2, 'owner', now())",
    [hall.tenant.id, linId],
  );
  const lin = actorWith(linId, ...all);
  const vera = actorWith(await hall.person("Vera"), "workspace.enter", "people.view");
  const chen = actorWith(await hall.person("陈雨泽"));
  const visitor = { kind: "visitor" as const, role: null, can: () => false };
  type Who = Parameters<typeof hall.inside>[1];
  const ask = async (question: LiveQuestion, who: Who = lin) =>
    (await hall.inside((ctx) => register.ask(ctx, [question]), who))[liveKey(question)];
  const person = (fullName: string, more: object = {}) =>
    hall.inside((ctx) => createPerson(ctx, { fullName, ...more }), lin);
  return { hall, lin, linId, vera, chen, visitor, ask, person };
}

const onPerson = (personId: string): LiveQuestion => ({ kind: "person", params: { personId } });
const onAudience = (audienceId: string): LiveQuestion => ({ kind: "audience-count", params: { audienceId } });
const onFilter = (filter: unknown): LiveQuestion => ({ kind: "people-list", params: { filter } });
const onView = (viewId: string): LiveQuestion => ({ kind: "people-list", params: { viewId } });
const customers: Filter = { column: "stage", is: "any-of", chosen: ["customer"] };

type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof world>>["ask"]>>;
function shown<Shape extends LiveShown["shape"]>(answer: Answer, shape: Shape): Extract<LiveShown, { shape: Shape }> {
  if (answer?.is !== "shown" || answer.shown.shape !== shape) throw new Error(`It is ${JSON.stringify(answer)}.`);
  return answer.shown as Extract<LiveShown, { shape: Shape }>;
}

test("a person is shown with their stage, their place and who looks after them, as they are now", async () => {
  const { hall, lin, linId, vera, ask, person } = await world();
  const personId = await person("欧阳一诺", { stage: "lead", ownerPersonId: linId });
  const companyId = await hall.inside((ctx) => createCompany(ctx, { name: "山海茶行" }), lin);
  await hall.inside((ctx) => addAffiliation(ctx, { personId, companyId, title: "店长", preferred: true }), lin);
  const before = shown(await ask(onPerson(personId), vera), "card");
  expect(before).toMatchObject({ title: "欧阳一诺", path: `people/${personId}` });
  expect(before.facts.map(({ text, path = null }) => [text, path])).toEqual([
    ["Lead", null],
    ["店长", null],
    ["山海茶行", `companies/${companyId}`],
    ["林乔", `people/${linId}`],
  ]);
  await hall.inside((ctx) => editPerson(ctx, { personId, changes: { stage: "customer" } }), lin);
  expect(shown(await ask(onPerson(personId), vera), "card").facts[0]).toMatchObject({ text: "Customer", tone: "jade" });
});

test("an audience is counted, and its words are the reader's", async () => {
  const { hall, lin, ask, person } = await world();
  const audienceId = await hall.inside((ctx) => createList(ctx, { name: "合唱团" }), lin);
  const personIds = [await person("甲"), await person("乙")];
  await hall.inside((ctx) => addToAudience(ctx, { audienceId, personIds }), lin);
  expect(shown(await ask(onAudience(audienceId)), "figure")).toMatchObject({
    title: "合唱团",
    figure: "2",
    unit: "people",
    path: `audiences/${audienceId}`,
  });
});

test("a list shows at most ten, says how many more, and leads to all of them", async () => {
  const { ask, person } = await world();
  for (let at = 0; at < 12; at += 1) await person(`客人 ${at}`, { stage: "customer" });
  await person("Somebody else", { stage: "lead" });
  const list = shown(await ask(onFilter(customers)), "list");
  expect(list).toMatchObject({ title: "Customer", total: "12 people", rest: "and 2 more" });
  expect(list.rows).toHaveLength(10);
  expect(list.columns).toEqual(["Stage", "Company", "Looked after by"]);
  expect(new URLSearchParams(list.path?.split("?")[1]).get("filter")).toBe(JSON.stringify(customers));
  expect(shown(await ask(onFilter({ column: "tags", is: "filled" })), "list").rows).toEqual([]);
});

test("a saved view is shown by its own columns, to those who may look through it", async () => {
  const { hall, lin, vera, ask, person } = await world();
  await person("欧阳一诺", { stage: "customer", email: "ou@example.com" });
  const state = gridStateSchema.parse({
    search: "欧阳",
    filter: customers,
    columns: ["name", "email", "language", "stage", "createdAt"].map((id) => ({ id })),
  });
  const viewId = await hall.inside((ctx) => saveView(ctx, { grid: "people", name: "老客人", state }), lin);
  const mine = shown(await ask(onView(viewId)), "list");
  expect(mine).toMatchObject({ title: "老客人", path: `people?view=${viewId}`, total: "1 person", rest: null });
  expect(mine.rows[0]?.cells.map(({ text }) => text)).toEqual(["ou@example.com", "", "Customer"]);
  expect(await ask(onView(viewId), vera)).toEqual({ is: "gone" });
  await hall.inside((ctx) => shareView(ctx, { viewId, shared: true }), lin);
  expect(shown(await ask(onView(viewId), vera), "list").title).toBe("老客人");
  await hall.inside((ctx) => deleteView(ctx, { viewId }), lin);
  expect(await ask(onView(viewId))).toEqual({ is: "gone" });
});

test("members and visitors learn nothing: not even whether there is what a block asks for", async () => {
  const { hall, lin, chen, visitor, ask, person } = await world();
  const personId = await person("欧阳一诺", { stage: "customer" });
  const audienceId = await hall.inside((ctx) => createList(ctx, { name: "VIP" }), lin);
  const self = chen.kind === "person" ? chen.personId : "";
  const asked = [
    onPerson(personId),
    onPerson(newId()),
    onPerson(self),
    onAudience(audienceId),
    onFilter(customers),
    onFilter("nonsense"),
    { kind: "person", params: { personId: "x".repeat(5_000) } },
  ];
  for (const who of [chen, visitor])
    for (const question of asked) expect(await ask(question, who)).toEqual({ is: "closed" });
  for (const who of [chen, visitor]) {
    expect(register.offered(who, "en")).toEqual([]);
    for (const { kind } of peopleLiveBlocks)
      await expect(hall.inside((ctx) => register.choices(ctx, kind, ""), who)).rejects.toMatchObject({
        code: "core.not-found",
      });
  }
});

test("what is another hall's is not there", async () => {
  const { hall, lin, person } = await world();
  const next = await world();
  const personId = await person("欧阳一诺", { stage: "customer" });
  const audienceId = await hall.inside((ctx) => createList(ctx, { name: "VIP" }), lin);
  const state = gridStateSchema.parse({});
  const viewId = await hall.inside((ctx) => saveView(ctx, { grid: "people", name: "All", shared: true, state }), lin);
  for (const question of [onPerson(personId), onAudience(audienceId), onView(viewId)])
    expect(await next.ask(question)).toEqual({ is: "gone" });
  expect(shown(await next.ask(onFilter(customers)), "list").rows).toEqual([]);
});

test("what somebody wrote by hand asks nothing, and stops nobody else's", async () => {
  const { hall, lin, ask, person } = await world();
  const personId = await person("欧阳一诺");
  const condition = { column: "tags", is: "filled" };
  const deep = Array.from({ length: 6 }).reduce<unknown>((inner) => ({ all: [inner] }), condition);
  const crafted: LiveQuestion[] = [
    onPerson("'; drop table person; --"),
    { kind: "person", params: { personId, more: 1 } },
    { kind: "person", params: {} },
    { kind: "people-list", params: { viewId: newId(), filter: customers } },
    onFilter({ column: "nothing", is: "filled" }),
    onFilter({ column: "stage", is: "within", span: { last: 3, unit: "day" } }),
    onFilter({ column: "createdAt", is: "on", day: "2026-02-31" }),
    onFilter({ all: Array.from({ length: 9 }, () => condition) }),
    onFilter(deep),
    // Words and sums would be told to whoever reads the document.
    onFilter({ column: "email", is: "contains", text: "@rival.example" }),
    onFilter({ any: [condition, { column: "name", is: "is", text: "王" }] }),
    { kind: "people-list", params: { filter: customers, note: "x".repeat(3_000) } },
  ];
  for (const question of crafted) expect([question, await ask(question)]).toEqual([question, { is: "unclear" }]);
  const nobodys = onFilter({ column: "owner", is: "any-of", chosen: ["not an id"] });
  expect(shown(await ask(nobodys), "list")).toMatchObject({ title: "People by a filter", rows: [] });
  expect(await ask({ kind: "deal", params: { dealId: newId() } })).toEqual({ is: "unknown" });
  expect(await ask({ kind: "__proto__", params: {} })).toEqual({ is: "unknown" });
  const together = await hall.inside((ctx) => register.ask(ctx, [...crafted, onPerson(personId)]), lin);
  expect(together[liveKey(onPerson(personId))]).toMatchObject({ is: "shown" });
});

test("who was merged is shown as the record that stays; who was erased, and what was deleted, as gone", async () => {
  const { hall, lin, ask, person } = await world();
  const [keptId, mergedId] = [await person("陈雨泽"), await person("Chen Yuze")];
  await hall.inside((ctx) => mergePeople(ctx, { keptId, mergedId }, []), lin);
  const merged = await ask(onPerson(mergedId));
  expect(shown(merged, "card").path).toBe(`people/${keptId}`);
  expect(merged).toMatchObject({ about: expect.arrayContaining([keptId, mergedId]) });
  await hall.inside((ctx) => erasePerson(ctx, { personId: keptId, sure: true }, []), lin);
  expect(await ask(onPerson(mergedId))).toEqual({ is: "gone" });
  const audienceId = await hall.inside((ctx) => createList(ctx, { name: "VIP" }), lin);
  await hall.inside((ctx) => deleteList(ctx, { audienceId }), lin);
  expect(await ask(onAudience(audienceId))).toEqual({ is: "gone" });
});

test("there is something to choose for each kind, and what is chosen can be shown", async () => {
  const { hall, lin, linId, person } = await world();
  await person("欧阳一诺", { stage: "customer", tags: ["老朋友"], ownerPersonId: linId });
  await hall.inside((ctx) => createList(ctx, { name: "VIP" }), lin);
  for (const [kind, query, label] of [
    ["person", "ouyang", "欧阳一诺"],
    ["audience-count", "vip", "VIP"],
    ["people-list", "customer", "Customer"],
    ["people-list", "老朋", "Tagged 老朋友"],
    ["people-list", "林", "With 林乔"],
    ["people-list", "new", "New in the last 30 days"],
  ] as const) {
    const [first] = await hall.inside((ctx) => register.choices(ctx, kind, query), lin);
    expect(first).toMatchObject({ label });
    const question = { kind, params: first?.params ?? {} };
    const answers = await hall.inside((ctx) => register.ask(ctx, [question]), lin);
    expect(answers[liveKey(question)]).toMatchObject({ is: "shown", shown: { title: label } });
  }
});

test("what begins with the letters comes first", async () => {
  const { hall, lin } = await world();
  const found = await hall.inside((ctx) => register.choices({ ...ctx, locale: "zh-CN" }, "people-list", "客户"), lin);
  expect(found.map(({ label }) => label)).toEqual(["客户", "意向客户"]);
});

test("what takes long leaves the rest for later, and one that fails leaves the others what they found", async () => {
  const { hall, lin } = await world();
  const slow = defineLiveBlock<object>({
    ...silentKind("slow"),
    load: async () => {
      const until = performance.now() + 30;
      while (performance.now() < until);
      return null;
    },
  });
  const questions = [1, 2, 3].map((at) => ({ kind: "slow", params: { at } }));
  const answers = await hall.inside(
    (ctx) => openLiveBlockRegister([slow]).ask(ctx, questions, { most: 10, patience: 20 }),
    lin,
  );
  expect(Object.values(answers).map(({ is }) => is)).toEqual(["gone", "later", "later"]);
  expect(() => openLiveBlockRegister([slow, slow])).toThrow();
});

test("in a file a block says what whoever takes it along may see", () => {
  const figure = { shape: "figure", title: "VIP", path: null, figure: "1,204", unit: "people" } as const;
  expect(liveText({ is: "shown", shown: figure, about: null }, "en")).toEqual({
    title: "VIP",
    lines: ["1,204 people"],
  });
  expect(liveText({ is: "closed" }, "en")).toBeUndefined();
  expect(liveText({ is: "gone" }, "zh-CN")).toEqual({ title: "原先放在这里的内容已经不在了。", lines: [] });
  const card = {
    shape: "card",
    title: "林乔",
    path: null,
    face: null,
    facts: [{ label: "阶段", text: "客户" }],
  } as const;
  expect(liveText({ is: "shown", shown: card, about: null }, "zh-CN")?.lines).toEqual(["阶段：客户"]);
  const list = {
    ...{ shape: "list", title: "Customers", path: null, total: "2 people", columns: ["Stage"], rest: "and 1 more" },
    rows: [{ id: "1", title: "Ana", path: null, face: null, cells: [{ text: "Customer" }] }],
  } as const;
  expect(liveText({ is: "shown", shown: { ...list, shape: "list" }, about: null }, "en")?.lines).toEqual([
    "2 people",
    "Ana · Customer",
    "and 1 more",
  ]);
});

function silentKind(kind: string) {
  return {
    kind,
    permission: "people.view",
    follows: { ofThese: [], any: [] },
    words: () => ({ label: kind, ask: kind }),
    params: z.looseObject({}),
    choices: async () => [],
  } as const;
}
