import { openDatabase } from "@guildhall/db";
import { loadDemo } from "@guildhall/demo";
import { asOwner } from "../as-owner.ts";
import { type Figure, goalAtMost } from "../figure.ts";
import { percentile } from "../percentile.ts";
import type { Place } from "../temporary-cluster.ts";
import { openChildren } from "../web/child.ts";
import type { Serve } from "../web/serve.ts";
import { type Scrolled, scrollGrid, type Way } from "./scrolling/scroll-grid.ts";
import { seedWideHall } from "./scrolling/wide-hall.ts";

const people = 5_000;
/** Milliseconds. */
const workGoal = 8;
const taskGoal = 50;

/** The grid of 50 columns in a browser, scrolled down and across by wheel: what its main thread does for each frame. */
export async function scrollFigures(place: Place): Promise<readonly Figure[]> {
  const children = openChildren();
  try {
    const database = openDatabase(place.urls);
    await loadDemo(database);
    await database.close();
    const hall = await asOwner(place.urls.owner, (owner) => seedWideHall(owner, people));
    const address = await children
      .start<Serve, string>(new URL("../web/serve.ts", import.meta.url))
      .ask({ place, memory: null });
    const down = await scrollGrid(address, hall, "down");
    const across = await scrollGrid(address, hall, "across");
    return [...figuresOf("down", down), ...figuresOf("across", across)];
  } finally {
    await children.stop();
  }
}

function figuresOf(way: Way, { frames, tasks, columns }: Scrolled): Figure[] {
  const work = frames.reduce((sum, each) => sum + each, 0) / frames.length;
  const against = `${columns} columns, ${frames.length} frames, p95 ${percentile(frames, 0.95).toFixed(1)} ms`;
  return [
    goalAtMost(workGoal, { name: `scrolling ${way}: main-thread work`, value: work, unit: "ms a frame", against }),
    goalAtMost(taskGoal, {
      name: `scrolling ${way}: longest task`,
      value: Math.max(...tasks),
      unit: "ms",
      against: `${tasks.length} tasks, p99 ${percentile(tasks, 0.99).toFixed(1)} ms`,
    }),
  ];
}
