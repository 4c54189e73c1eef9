import { diffArrays } from "diff";
import { type Element, type Part, textOfPart } from "./part.ts";
import { wordsIn } from "./words.ts";

/** How one part of a document became another, in the order in which both are read. */
export type Step =
  | { readonly is: "same" | "changed"; readonly before: Part; readonly after: Part }
  | { readonly is: "removed"; readonly before: Part }
  | { readonly is: "added"; readonly after: Part };

/** Beyond so many parts that come and go, all of them are taken for others. */
const mostEdits = 2_000;

/** Which parts stayed, which became others, which came and which went. Parts become others of their own name alone. */
export function align(before: readonly Part[], after: readonly Part[]): Step[] {
  const [start, end] = edgesOf(before, after);
  const inner = [before.slice(start, before.length - end), after.slice(start, after.length - end)] as const;
  return [
    ...before.slice(0, start).map((part, at) => sameStep(part, after[at] ?? part)),
    ...between(...inner),
    ...before.slice(before.length - end).map((part, at) => sameStep(part, after[after.length - end + at] ?? part)),
  ];
}

const sameStep = (before: Part, after: Part): Step => ({ is: "same", before, after });

/** How many stay at the start, and how many at the end. */
function edgesOf(before: readonly Part[], after: readonly Part[]): [number, number] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start]?.key === after[start]?.key) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end)?.key === after.at(-1 - end)?.key) end += 1;
  return [start, end];
}

function between(before: readonly Part[], after: readonly Part[]): Step[] {
  if (before.length === 0) return after.map((part) => ({ is: "added", after: part }));
  if (after.length === 0) return before.map((part) => ({ is: "removed", before: part }));
  const keys = diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
    { maxEditLength: mostEdits },
  );
  if (!keys) return pair(before, after);
  const steps: Step[] = [];
  const gone: Part[] = [];
  const come: Part[] = [];
  let [here, there] = [0, 0];
  const flush = () => steps.push(...pair(gone.splice(0), come.splice(0)));
  for (const { added, removed, count } of keys) {
    if (removed) gone.push(...before.slice(here, here + count));
    else if (added) come.push(...after.slice(there, there + count));
    else {
      flush();
      for (let at = 0; at < count; at++) {
        const [one, other] = [before[here + at], after[there + at]];
        if (one && other) steps.push(sameStep(one, other));
      }
    }
    if (!added) here += count;
    if (!removed) there += count;
  }
  flush();
  return steps;
}

/** Beyond so many that could each have become each, they are compared with those near them alone. */
const mostCompared = 10_000;
const nearness = 24;
const mostPaired = 4_000_000;

/** Of those that went and those that came in the same place, finds which became which, so that as much as may be stays. */
function pair(gone: readonly Part[], come: readonly Part[]): Step[] {
  const [rows, columns] = [gone.length, come.length];
  if (rows * columns > mostPaired || rows === 0 || columns === 0)
    return [
      ...gone.map((part): Step => ({ is: "removed", before: part })),
      ...come.map((part): Step => ({ is: "added", after: part })),
    ];
  const isLarge = rows * columns > mostCompared;
  const likeness = (row: number, column: number) => {
    const [one, other] = [gone[row], come[column]];
    if (!one || !other || (isLarge && Math.abs(column - (row * columns) / rows) > nearness)) return 0;
    return likenessOf(one, other);
  };
  return walk(gone, come, bestOf(rows, columns, likeness));
}

interface Best {
  /** Of the pairs from here on. */
  readonly worth: Float64Array;
  readonly likeness: Float64Array;
  readonly width: number;
}

function bestOf(rows: number, columns: number, likenessAt: (row: number, column: number) => number): Best {
  const width = columns + 1;
  const worth = new Float64Array((rows + 1) * width);
  const likeness = new Float64Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * width + column;
      const like = likenessAt(row, column);
      likeness[at] = like;
      const paired = like > 0 ? like + (worth[at + width + 1] ?? 0) : 0;
      worth[at] = Math.max(worth[at + width] ?? 0, worth[at + 1] ?? 0, paired);
    }
  return { worth, likeness, width };
}

function walk(gone: readonly Part[], come: readonly Part[], best: Best): Step[] {
  const steps: Step[] = [];
  for (let [row, column] = [0, 0]; ; ) {
    const step = stepAt(gone[row], come[column], best, row * best.width + column);
    if (!step) return steps;
    steps.push(step);
    if (step.is !== "added") row += 1;
    if (step.is !== "removed") column += 1;
  }
}

function stepAt(
  before: Part | undefined,
  after: Part | undefined,
  { worth, likeness, width }: Best,
  at: number,
): Step | null {
  if (!before) return after ? { is: "added", after } : null;
  if (!after) return { is: "removed", before };
  const like = likeness[at] ?? 0;
  if (like > 0 && worth[at] === like + (worth[at + width + 1] ?? 0))
    return { is: before.key === after.key ? "same" : "changed", before, after };
  return (worth[at + width] ?? 0) >= (worth[at + 1] ?? 0) ? { is: "removed", before } : { is: "added", after };
}

/** Below this, somebody wrote something else in its place. */
const leastLikeness = 0.3;

/** How much of one is in the other: 0 for what is something else, up to 1. */
function likenessOf(one: Part, other: Part): number {
  if (one.key === other.key) return 1;
  if (one.kind === "words" || other.kind === "words")
    // Words among mentions stand between the same ones, whatever they say.
    return one.kind === other.kind ? 0.3 + 0.7 * shared(one, other) : 0;
  if (one.name !== other.name) return 0;
  if (one.name === "title") return 1;
  if (thingOf(one) !== thingOf(other)) return 0;
  const like = shared(one, other);
  return like >= leastLikeness ? like : 0;
}

/** A picture of another file, a mention of somebody else: not the same in another dress. */
function thingOf({ attributes }: Element): unknown {
  return attributes.fileId ?? attributes.id ?? attributes.src ?? null;
}

/** Which part of the words of both is in both. What has no words is the same thing in another dress. */
function shared(one: Part, other: Part): number {
  const [mine, theirs] = [countOf(one), countOf(other)];
  if (mine.size === 0 && theirs.size === 0) return 1;
  let [common, all] = [0, 0];
  for (const [word, times] of mine) {
    common += Math.min(times, theirs.get(word) ?? 0);
    all += times;
  }
  for (const times of theirs.values()) all += times;
  return (2 * common) / all;
}

const counted = new WeakMap<Part, ReadonlyMap<string, number>>();

function countOf(part: Part): ReadonlyMap<string, number> {
  const known = counted.get(part);
  if (known) return known;
  const count = new Map<string, number>();
  for (const word of wordsIn(textOfPart(part))) if (word.trim() !== "") count.set(word, (count.get(word) ?? 0) + 1);
  counted.set(part, count);
  return count;
}
