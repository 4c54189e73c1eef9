import { dayIn } from "@guildhall/core/grid";
import { gridPage } from "@guildhall/db";
import { actorWith, useDatabase } from "@guildhall/testing";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { peopleSource } from "./people-source.ts";
import { questionOf } from "./test/any-question.ts";
import { crowdedHall, type World } from "./test/crowded-hall.ts";
import { pick, zone } from "./test/grid-values.ts";
import { holds, inOrder } from "./test/oracle.ts";

const db = useDatabase();

let world: World;
beforeAll(async () => {
  world = await crowdedHall(db);
});

const bounds = [
  { count: 10_000, few: 10_000, walk: 8_000 }, // as in life
  { count: 10_000, few: 0, walk: 8_000 }, // every set is large
  { count: 5, few: 0, walk: 3 }, // and nothing is found on the way
];

test.each(bounds)(
  "whatever is asked, every row that matches is there once and in order, both ways (%j)",
  async (limits) => {
    const { hall, rows, lore } = world;
    const me = actorWith(rows[0]?.id as never, "people.view");
    const local = (instant: string) => dayIn(zone, new Date(instant));
    await fc.assert(
      fc.asyncProperty(questionOf(world), pick([7, 30]), async (question, size) => {
        const wanted = inOrder(
          rows.filter((row) => question.filter === null || holds(row, question.filter, lore, local)),
          question.sort ?? { column: "createdAt", direction: "desc" },
          lore,
        ).map(({ id }) => id);
        const page = (cursor: string | null) =>
          hall.inside(async (ctx) => gridPage(ctx, await peopleSource(ctx), question, { size, cursor }, limits), me);
        let at = await page(null);
        expect(at.count).toEqual({ count: Math.min(wanted.length, limits.count), more: wanted.length > limits.count });
        const forwards = at.rows.map(({ id }) => id as string);
        for (let { next } = at; next !== null; { next } = at) {
          at = await page(next);
          forwards.push(...at.rows.map(({ id }) => id));
        }
        expect(forwards).toEqual(wanted);
        const backwards = at.rows.map(({ id }) => id as string);
        for (let { previous } = at; previous !== null; { previous } = at) {
          at = await page(previous);
          backwards.unshift(...at.rows.map(({ id }) => id));
        }
        expect(backwards).toEqual(wanted);
      }),
      { numRuns: 20 },
    );
  },
);
