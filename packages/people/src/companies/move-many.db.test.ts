import { rejects } from "node:assert/strict";
import type { Id } from "@guildhall/core";
import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { bulkEdit } from "../bulk/bulk-edit.ts";
import { withoutLocks } from "../test/without-locks.ts";
import { undoChanges } from "../undoing/undo-changes.ts";
import { createCompany } from "./create-company.ts";
import { setParent } from "./set-parent.ts";

const db = useDatabase();

async function hallOf(...names: readonly string[]) {
  const hall = await given(db).tenant();
  const ids: Record<string, Id<"company">> = {};
  for (const name of names) ids[name] = await hall.inside((ctx) => createCompany(ctx, { name }));
  const id = (name: string) => {
    const found = ids[name];
    if (!found) throw new Error(`No company is called ${name}.`);
    return found;
  };
  const change = (under: string | null, which: readonly string[]) => ({
    grid: "companies",
    selection: { ids: which.map(id) },
    change: { set: { parent: under && id(under) } },
  });
  return {
    hall,
    id,
    change,
    move: (under: string | null, ...which: readonly string[]) =>
      hall.inside((ctx) => bulkEdit(ctx, change(under, which))),
    put: (which: string, under: string | null) =>
      hall.inside((ctx) => setParent(ctx, { companyId: id(which), parentId: under && id(under) })),
    undo: (changeSetId: Id<"change_set">) => hall.inside((ctx) => undoChanges(ctx, { changeSetId })),
    /** Who stands under whom, "B<A". */
    places: async () =>
      (
        await db.owner.query(
          "select c.name || '<' || p.name as place from company c join company p on p.id = c.parent_id where c.tenant_id = $1 order by 1",
          [hall.tenant.id],
        )
      ).rows.map(({ place }) => place),
  };
}

test("many are put under one company, taken out again, and put back exactly", async () => {
  const { move, places, undo } = await hallOf("A", "B", "C", "D");
  const { changeSetId, ...done } = await move("A", "B", "C");
  expect(done).toMatchObject({ state: "done", changed: 2, reasons: {} });
  expect(await places()).toEqual(["B<A", "C<A"]);
  const out = await move(null, "B", "C", "D");
  expect(out).toMatchObject({ changed: 2, reasons: { unchanged: 1 } });
  await undo(out.changeSetId);
  expect(await places()).toEqual(["B<A", "C<A"]);
  await undo(changeSetId);
  expect(await places()).toEqual([]);
});

test("what stands above it, and it itself, stay where they are", async () => {
  const { move, put, places } = await hallOf("A", "B", "C", "D");
  await put("B", "A");
  await put("C", "B");
  expect(await move("C", "A", "B", "C", "D")).toMatchObject({ changed: 1, reasons: { circle: 3 } });
  expect(await places()).toEqual(["B<A", "C<B", "D<C"]);
});

test("the hall next door's companies are not there to be stood under", async () => {
  const { hall, id, places } = await hallOf("A");
  const next = await hallOf("Theirs");
  const change = { set: { parent: next.id("Theirs") } };
  await rejects(
    hall.inside((ctx) => bulkEdit(ctx, { grid: "companies", selection: { ids: [id("A")] }, change })),
    { code: "people.company-gone" },
  );
  expect(await places()).toEqual([]);
});

test("going back leaves a company where it is, where it would come to stand below itself", async () => {
  const { move, put, places, undo, id } = await hallOf("A", "B", "C");
  await put("A", "B");
  await put("C", "B");
  const { changeSetId } = await move(null, "A", "C");
  await put("B", "A");
  expect(await undo(changeSetId)).toMatchObject({
    undone: { restored: 1, skipped: [{ subjectType: "company", subjectId: id("A"), reason: "in-use" }] },
  });
  expect(await places()).toEqual(["B<A", "C<B"]);
});

/** B stands under A and D under C; A is put under D by one and C under B by the other. How many stand under another then. */
async function crossing(free: boolean): Promise<number> {
  const { hall, change, places, put } = await hallOf("A", "B", "C", "D");
  await put("B", "A");
  await put("D", "C");
  let arrived = 0;
  let open: () => void = () => undefined;
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const move = (under: string, which: string) =>
    hall.inside(async (ctx) => {
      await bulkEdit(free ? withoutLocks(ctx) : ctx, change(under, [which]));
      arrived += 1;
      if (arrived === 2) open();
      if (free) await both; // without the lock both get here before either is done
    });
  await Promise.all([move("D", "A"), move("B", "C")]);
  return (await places()).length;
}

test("two that would make a circle together: the second leaves it; without the hall's lock both would move", async () => {
  expect(await crossing(false)).toBe(3);
  expect(await crossing(true)).toBe(4);
});
