import { env } from "node:process";
import { asOwner } from "./as-owner.ts";
import { atLeast, atMost, type Figure, goalAtLeast, goalAtMost } from "./figure.ts";
import { openHall } from "./million/open-hall.ts";
import { type Asked, askQuestions } from "./people/ask-questions.ts";
import { type Exported, exportAll } from "./people/export-all.ts";
import { type ImportSpeed, measureImport } from "./people/import.ts";
import { questionsOf } from "./people/questions.ts";
import { scrollFigures } from "./people/scroll.ts";
import { type Crowd, seedCrowd } from "./people/seed-crowd.ts";
import { timelineFigures } from "./people/timeline.ts";
import { percentile } from "./percentile.ts";
import { say, step } from "./progress.ts";
import type { Outcome } from "./report.ts";
import { settle } from "./settle.ts";
import { openCluster, type Place } from "./temporary-cluster.ts";

// biome-ignore lint/style/noProcessEnv: a smaller crowd for trying things out, by which no product code is steered
const people = Number(env.BENCH_PEOPLE ?? 1_000_000);
const neighbours = 9;
// biome-ignore lint/style/noProcessEnv: as above
const questions = Number(env.BENCH_QUESTIONS ?? 200);
const imported = Math.min(100_000, people);

/** The grid of people and what comes in and goes out, in a hall of a million beside nine others. */
export async function peopleBench(): Promise<Outcome> {
  const cluster = await step("Starting PostgreSQL", openCluster);
  try {
    const scrolled = await scrollFigures(await cluster.open("scrolling"));
    const place = await cluster.open("people");
    const crowd = await seedHalls(place);
    const hall = await openHall(place, crowd.slug);
    try {
      const asked = await step(`${questions} questions`, () => askQuestions(hall, questionsOf(crowd, questions)));
      const csv = await step("Export as CSV", () => exportAll(hall, "csv"));
      const xlsx = await step("Export as XLSX", () => exportAll(hall, "xlsx"));
      const timeline = await step("A timeline of 100,000 lines", () => timelineFigures(hall));
      const brought = await step(`Import of ${imported.toLocaleString("en")}, twice`, () =>
        measureImport(hall, imported),
      );
      sayWorst(asked, crowd);
      const outcome = outcomeOf(asked, csv, { ...xlsx, rows: csv.rows });
      return { ...outcome, figures: [...outcome.figures, ...timeline, ...importFigures(brought), ...scrolled] };
    } finally {
      await hall.close();
    }
  } finally {
    await cluster.close();
  }
}

async function seedHalls({ urls }: Place): Promise<Crowd> {
  return asOwner(urls.owner, async (owner) => {
    for (let n = 1; n <= neighbours; n++) await seedCrowd(owner, `neighbour-${n}`, Math.ceil(people / 200));
    const crowd = await seedCrowd(owner, "crowd", people);
    await step("Statistics and visibility", () => settle(owner));
    return crowd;
  });
}

function sayWorst(asked: readonly Asked[], { fields }: Crowd): void {
  const worst = [...asked].sort((a, b) => b.grid - a.grid).slice(0, 12);
  const named = (text: string) => Object.entries(fields).reduce((said, [key, id]) => said.replaceAll(id, key), text);
  say("\n  The slowest:");
  for (const { grid, byHand, question } of worst)
    say(
      `  ${grid.toFixed(0).padStart(5)} ms (by hand ${byHand.toFixed(0)}) ${named(JSON.stringify([question.sort, question.filter]))}`,
    );
}

function outcomeOf(asked: readonly Asked[], csv: Exported, xlsx: Exported): Outcome {
  const grid = asked.map((each) => each.grid);
  const byHand = asked.map((each) => each.byHand);
  const ms = (times: readonly number[], share: number) => percentile(times, share).toFixed(1);
  const row = (name: string, times: readonly number[]) => [name, ms(times, 0.5), ms(times, 0.95), ms(times, 1)];
  return {
    head: ["page and count", "p50 ms", "p95 ms", "worst ms"],
    rows: [row("the grid, under row-level security", grid), row("by hand, without", byHand)],
    figures: [
      goalAtMost(60, {
        name: "grid query, page and capped count: p95",
        value: percentile(grid, 0.95),
        unit: "ms",
        against: `by hand ${ms(byHand, 0.95)} ms, ratio ${(percentile(grid, 0.95) / percentile(byHand, 0.95)).toFixed(2)}`,
      }),
      goalAtMost(1_000, {
        name: "grid query: worst",
        value: percentile(grid, 1),
        unit: "ms",
        against: `by hand ${ms(byHand, 1)} ms, given up after 3 s a statement`,
      }),
      ...exportFigures("CSV", csv),
      ...exportFigures("XLSX", xlsx),
    ],
  };
}

function importFigures({ fresh, known, setSql }: ImportSpeed): Figure[] {
  const rate = (rows: number) => `${Math.round(rows).toLocaleString("en")} rows/s`;
  return [
    atLeast(0.6, { name: "import of new rows", value: fresh / setSql, unit: "of set SQL", against: rate(setSql) }),
    goalAtLeast(20_000, { name: "import of new rows", value: fresh, unit: "rows/s", against: rate(setSql) }),
    goalAtLeast(10_000, { name: "import of rows that are there", value: known, unit: "rows/s", against: rate(setSql) }),
  ];
}

function exportFigures(format: string, { rows, seconds, grown }: Exported): Figure[] {
  const rate = rows / seconds;
  const goal = 50_000;
  return [
    goalAtLeast(goal, {
      name: `export as ${format}`,
      value: rate,
      unit: "rows/s",
      against: `${rows.toLocaleString("en")} rows of 27 columns in ${seconds.toFixed(1)} s`,
    }),
    atMost(300, {
      name: `export as ${format}: memory`,
      value: grown,
      unit: "MiB more than before",
      against: `${rows.toLocaleString("en")} rows`,
    }),
  ];
}
