import { env } from "node:process";
import { useDatabase } from "@guildhall/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyList } from "../test/any-list.ts";
import { carryOut } from "./jobs/run-job.ts";
import { importModes } from "./plan/rules.ts";
import { givenImports, type ImportingHall, useImportFiles } from "./test/given-imports.ts";
import { settled } from "./test/settled.ts";

const db = useDatabase();
const files = useImportFiles();

// biome-ignore lint/style/noProcessEnv: set for the long run, by which no product code is steered
const all = env.GUILDHALL_ALL === "1";
const numRuns = all ? 200 : 3;
const timeout = all ? 1_200_000 : 30_000;
const size = { rows: 3, characters: 1_000_000 };
const mode = fc.constantFrom(...importModes);

const known = (hall: ImportingHall) => settled(db, hall.tenant.id);

test("any list that is imported again makes nobody new, and undone leaves nothing", {
  timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyList, mode, async (list, how) => {
      const hall = await givenImports(db, files);
      const empty = await known(hall);
      const first = await hall.run(await hall.bring(list, { mode: how }), { size });
      const after = await known(hall);
      const foreseen = await hall.foresee(await hall.bring(list, { mode: how }));
      const again = await hall.run(await hall.bring(list, { mode: how }), { size });
      expect([first.state, again.state, again.figures.created]).toEqual(["done", "done", 0]);
      expect(foreseen.preview?.figures).toEqual(again.figures);
      expect(again.figures.rows).toBe(first.figures.rows);
      // Whom it brought is as before. What is known of them may grow: a title that came before its company finds it now.
      if (how === "skip") expect(await known(hall)).toEqual(after);
      expect((await known(hall)).map(({ identities }) => identities)).toEqual(
        after.map(({ identities }) => identities),
      );
      for (const { id } of [again, first]) expect((await hall.undo(id)).undone?.left).toBe(0);
      expect(await known(hall)).toEqual(empty);
    }),
    { numRuns },
  );
});

class Died extends Error {}

test("an import that dies at any batch and is taken up again comes to what one that lives comes to", {
  timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      anyList,
      mode,
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
      async (list, how, lives) => {
        const [spared, killed] = [await givenImports(db, files), await givenImports(db, files)];
        const whole = await spared.run(await spared.bring(list, { mode: how }), { size });
        const runId = await killed.bring(list, { mode: how });
        await killed.begin(runId);
        for (const steps of lives) {
          let left = steps;
          const onStep = () => {
            if (--left === 0) throw new Died();
          };
          await carryOut({ ...killed.workshop, size, onStep }, killed.scope(), { runId }).catch((error: unknown) => {
            if (!(error instanceof Died)) throw error;
          });
        }
        await carryOut({ ...killed.workshop, size }, killed.scope(), { runId });
        const run = await killed.look(runId);
        expect([run.state, run.figures]).toEqual([whole.state, whole.figures]);
        expect(await known(killed)).toEqual(await known(spared));
      },
    ),
    { numRuns },
  );
});

test("any list brought by two at once makes each of its people once", { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(anyList, async (list) => {
      const [alone, both] = [await givenImports(db, files), await givenImports(db, files)];
      const { figures } = await alone.run(await alone.bring(list), { size });
      const runs = [await both.bring(list), await both.bring(list)];
      for (const runId of runs) await both.begin(runId);
      await Promise.all(runs.map((runId) => carryOut({ ...both.workshop, size }, both.scope(), { runId })));
      const done = await Promise.all(runs.map((runId) => both.look(runId)));
      expect(done.map(({ state }) => state)).toEqual(["done", "done"]);
      expect(done.reduce((sum, run) => sum + run.figures.created, 0)).toBe(figures.created);
    }),
    { numRuns },
  );
});
