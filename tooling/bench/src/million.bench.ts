import { asOwner } from "./as-owner.ts";
import { atMost, type Figure, goalAtMost } from "./figure.ts";
import { explain } from "./million/explain.ts";
import { type MeasuredRead, measureRead } from "./million/measure-read.ts";
import { type OpenHall, openHall } from "./million/open-hall.ts";
import { seedHall } from "./million/seed-hall.ts";
import { staffReads } from "./million/staff-reads.ts";
import { say, step } from "./progress.ts";
import type { Outcome } from "./report.ts";
import { settle } from "./settle.ts";
import { openCluster, type Place } from "./temporary-cluster.ts";

const people = 1_000_000;
const peopleOfNeighbours = 10_000;
const deep = people / 2;
const bar = 1.5;
/** Milliseconds. */
const goal = 50;

/** What staff read in a hall of a million people, under row-level security and beside two other halls. */
export async function million(): Promise<Outcome> {
  const cluster = await step("Starting PostgreSQL", openCluster);
  try {
    const place = await cluster.open("million");
    await seedHalls(place);
    const hall = await openHall(place, "million");
    try {
      const measured = await measureReads(hall);
      await explainMissed(hall, measured);
      return outcomeOf(measured);
    } finally {
      await hall.close();
    }
  } finally {
    await cluster.close();
  }
}

async function seedHalls({ urls }: Place): Promise<void> {
  await asOwner(urls.owner, async (owner) => {
    await seedHall(owner, { slug: "before", people: peopleOfNeighbours, entriesOfOne: 100 });
    await seedHall(owner, { slug: "million", people, entriesOfOne: 2_000 });
    await seedHall(owner, { slug: "after", people: peopleOfNeighbours, entriesOfOne: 100 });
    await step("Statistics and visibility", () => settle(owner));
  });
}

async function measureReads(hall: OpenHall): Promise<MeasuredRead[]> {
  const reads = await step(`Looking for row ${deep.toLocaleString("en")}`, () =>
    hall.database.withTenant(hall.scope, (ctx) => staffReads(ctx, hall.personId, deep), { readOnly: true }),
  );
  const measured: MeasuredRead[] = [];
  for (const read of reads) measured.push(await step(read.name, () => measureRead(hall, read)));
  return measured;
}

async function explainMissed(hall: OpenHall, measured: readonly MeasuredRead[]): Promise<void> {
  for (const read of measured)
    if (read.product.p95 > goal || ratioOf(read) > bar)
      say(`\n  ${read.name}, as PostgreSQL answers it:\n${await explain(hall, read.statements)}`);
}

/** What row-level security makes of the time that the same statement takes. */
function ratioOf({ policy, raw }: MeasuredRead): number {
  return policy.p50 / raw.p50;
}

function outcomeOf(measured: readonly MeasuredRead[]): Outcome {
  const ms = (milliseconds: number) => milliseconds.toFixed(2);
  return {
    head: ["read", "p50 ms", "p95 ms", "statement p50", "p95", "raw p50", "p95", "statement/raw", "read/raw"],
    rows: measured.map((read) => [
      read.name,
      ...[read.product, read.policy, read.raw].flatMap(({ p50, p95 }) => [ms(p50), ms(p95)]),
      ratioOf(read).toFixed(2),
      (read.product.p50 / read.raw.p50).toFixed(2),
    ]),
    figures: measured.flatMap(figuresOf),
  };
}

function figuresOf(read: MeasuredRead): Figure[] {
  const { name, product, policy, raw } = read;
  return [
    atMost(bar, {
      name: `${name}: statement under row-level security`,
      value: ratioOf(read),
      unit: "× the same with a predicate instead",
      against: `predicate ${raw.p50.toFixed(2)} ms, row-level security ${policy.p50.toFixed(2)} ms`,
    }),
    goalAtMost(goal, {
      name: `${name}: p95`,
      value: product.p95,
      unit: "ms",
      against: `raw ${raw.p95.toFixed(2)} ms, ratio ${(product.p95 / raw.p95).toFixed(2)}`,
    }),
  ];
}
