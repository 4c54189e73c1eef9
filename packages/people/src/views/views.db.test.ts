import { rejects } from "node:assert/strict";
import { newId } from "@guildhall/core";
import { type Filter, gridStateSchema } from "@guildhall/core/grid";
import { actorWith, given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { deleteView, renameView, shareView, updateView } from "./change-view.ts";
import { saveView } from "./save-view.ts";
import { listViews } from "./view.queries.ts";
import { mostViews } from "./view.ts";

const db = useDatabase();

const silent: Filter = { column: "lastActivityAt", is: "before", day: { ago: 90, unit: "day" } };
const state = gridStateSchema.parse({ filter: silent, sort: { column: "name", direction: "asc" } });
const staff = ["people.view", "people.edit"] as const;

/** A hall with two of its staff, a viewer and a manager. */
async function world() {
  const hall = await given(db).tenant();
  const actor = async (name: string, permissions: readonly string[]) =>
    actorWith(await hall.person(name), ...permissions);
  return {
    hall,
    lin: await actor("林", staff),
    maya: await actor("Maya", staff),
    viewer: await actor("Viewer", ["people.view"]),
    manager: await actor("Manager", [...staff, "people.bulk-edit"]),
  };
}

test("a view is kept as it stood, and is its maker's alone", async () => {
  const { hall, lin, maya } = await world();
  const id = await hall.inside((ctx) => saveView(ctx, { grid: "people", name: " 最近没动静 ", state }), lin);
  expect(await hall.inside((ctx) => listViews(ctx, "people"), lin)).toEqual([
    { id, name: "最近没动静", shared: false, mine: true, mayChange: true, state },
  ]);
  expect(await hall.inside((ctx) => listViews(ctx, "companies"), lin)).toEqual([]);
  expect(await hall.inside((ctx) => listViews(ctx, "people"), maya)).toEqual([]);
});

test("somebody else's private view is not there, whatever is asked of it; another hall's neither", async () => {
  const { hall, lin, manager } = await world();
  const other = await world();
  const viewId = await hall.inside((ctx) => saveView(ctx, { grid: "people", name: "Mine", state }), lin);
  const asks = [
    (ctx: Parameters<typeof renameView>[0]) => renameView(ctx, { viewId, name: "Yours" }),
    (ctx: Parameters<typeof renameView>[0]) => updateView(ctx, { viewId, state: {} }),
    (ctx: Parameters<typeof renameView>[0]) => shareView(ctx, { viewId, shared: true }),
    (ctx: Parameters<typeof renameView>[0]) => deleteView(ctx, { viewId }),
  ];
  for (const ask of asks) {
    await rejects(hall.inside(ask, manager), { kind: "not-found" });
    await rejects(other.hall.inside(ask, other.manager), { kind: "not-found" });
  }
  await rejects(
    hall.inside((ctx) => deleteView(ctx, { viewId: newId<"saved_view">() }), lin),
    { kind: "not-found" },
  );
});

test("a shared view is everybody's to look through, its maker's and managers' to change", async () => {
  const { hall, lin, maya, viewer, manager } = await world();
  const viewId = await hall.inside((ctx) => saveView(ctx, { grid: "people", name: "Silent", state }), lin);
  await hall.inside((ctx) => shareView(ctx, { viewId, shared: true }), lin);
  expect(await hall.inside((ctx) => listViews(ctx, "people"), viewer)).toMatchObject([
    { id: viewId, shared: true, mine: false, mayChange: false },
  ]);
  await rejects(
    hall.inside((ctx) => renameView(ctx, { viewId, name: "Loud" }), maya),
    { kind: "forbidden" },
  );
  await hall.inside((ctx) => renameView(ctx, { viewId, name: "Quiet" }), manager);
  await hall.inside((ctx) => updateView(ctx, { viewId, state: JSON.stringify({ search: "lin" }) }), manager);
  expect(await hall.inside((ctx) => listViews(ctx, "people"), maya)).toMatchObject([
    { name: "Quiet", state: { search: "lin", filter: null } },
  ]);
  await hall.inside((ctx) => shareView(ctx, { viewId, shared: false }), manager);
  expect(await hall.inside((ctx) => listViews(ctx, "people"), maya)).toEqual([]);
  await hall.inside((ctx) => deleteView(ctx, { viewId }), lin);
  expect(await hall.inside((ctx) => listViews(ctx, "people"), lin)).toEqual([]);
});

test("who only looks keeps views, but shares none; without a name or with words of no grid nothing is kept", async () => {
  const { hall, viewer } = await world();
  await hall.inside((ctx) => saveView(ctx, { grid: "people", name: "Mine", state: {} }), viewer);
  await rejects(
    hall.inside((ctx) => saveView(ctx, { grid: "people", name: "Ours", shared: true, state: {} }), viewer),
    {
      kind: "forbidden",
    },
  );
  for (const wrong of [
    { name: " " },
    { grid: "secrets" },
    { state: "{" },
    { state: { sort: "name" } },
    { name: "x".repeat(81) },
  ])
    await rejects(hall.inside((ctx) => saveView(ctx, { grid: "people", name: "A", state: {}, ...wrong }), viewer));
});

test("one person keeps so many views of a grid and no more, however many are saved at once", async () => {
  const { hall, lin } = await world();
  const save = (name: string) => hall.inside((ctx) => saveView(ctx, { grid: "people", name, state: {} }), lin);
  for (let n = 1; n < mostViews; n++) await save(`View ${n}`);
  const both = await Promise.allSettled([save("Last"), save("One too many")]);
  expect(both.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: { code: "people.views-many" } }]);
});
