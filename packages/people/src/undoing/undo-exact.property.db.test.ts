import { env } from "node:process";
import type { Id } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { useImportFiles } from "../imports/engine/test/given-imports.ts";
import { type Deed, deed, doDeed } from "./test/deeds.ts";
import { type UndoingWorld, undoingWorld } from "./test/undoing-world.ts";

const db = useDatabase();
const files = useImportFiles();
// biome-ignore lint/style/noProcessEnv: set for the long run, by which no product code is steered
const all = env.GUILDHALL_ALL === "1";

interface Done {
  readonly what: Deed["what"];
  readonly sets: readonly Id<"change_set">[];
  readonly before: Awaited<ReturnType<UndoingWorld["dump"]>>;
}

/** Does them one after the other, takes them back from the last to the first, and looks after each. */
async function thereAndBack(world: UndoingWorld, deeds: readonly Deed[]): Promise<void> {
  const done: Done[] = [];
  for (const each of deeds) {
    if (each.what === "take the last one back") await takeBack(world, done.pop());
    else done.push(await doOne(world, each));
  }
  for (const each of done.toReversed()) await takeBack(world, each);
}

async function doOne(world: UndoingWorld, deed: Deed): Promise<Done> {
  const before = await world.dump();
  const sets = await world.deed(() => doDeed(world, deed));
  return { what: deed.what, sets, before };
}

async function takeBack(world: UndoingWorld, done: Done | undefined): Promise<void> {
  if (!done) return;
  for (const set of done.sets.toReversed()) await world.undo(set);
  expect(await world.dump(), done.what).toEqual(done.before);
}

test(
  "imports, bulk edits, merges and whatever else is kept for undoing, taken back from the last to the first, leave the hall as it was",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: all ? 20 : 9 }), async (deeds) => {
        await thereAndBack(await undoingWorld(db, files), deeds);
      }),
      { numRuns: all ? 300 : 6, endOnFailure: true },
    );
  },
  all ? 1_800_000 : 120_000,
);
