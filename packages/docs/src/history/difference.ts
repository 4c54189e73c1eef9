import { align, type Step } from "./align.ts";
import { elementNode, textNode } from "./document-nodes.ts";
import type { Change, MarkedNode } from "./marked-node.ts";
import { dressOf, type Element, type Origin, type Part, type Run, type Words } from "./part.ts";
import { partOf, Reader } from "./reader.ts";
import { calm, compareWords } from "./words.ts";

/** Who did what between two moments, as places in the list of writers; null for nobody who is known. */
export interface Doers {
  /** Who put it there. */
  readonly added: (origin: Origin) => number | null;
  readonly removed: (origin: Origin) => number | null;
}

/** A document as it became, with what was removed where it stood. */
export function difference(before: readonly Part[], after: readonly Part[], doers: Doers): MarkedNode {
  return { type: "doc", content: stepsBetween(before, after).flatMap((step) => nodesOf(step, doers)) };
}

/** Cells stand in columns: as long as there are as many, each is compared with the one in its place. */
function stepsBetween(before: readonly Part[], after: readonly Part[], parent?: string): Step[] {
  if (parent !== "tableRow" || before.length !== after.length) return align(before, after);
  return before.flatMap((one, at): Step[] => {
    const other = after[at];
    if (!other) return [];
    if (one.kind === "element" && other.kind === "element" && one.name === other.name)
      return [{ is: one.key === other.key ? "same" : "changed", before: one, after: other }];
    return [
      { is: "removed", before: one },
      { is: "added", after: other },
    ];
  });
}

function nodesOf(step: Step, doers: Doers): MarkedNode[] {
  if (step.is === "removed") return wholly(step.before, "removed", doers.removed);
  if (step.is === "added") return wholly(step.after, "added", doers.added);
  const { before, after } = step;
  if (step.is === "same" || before.kind !== after.kind) return plainly(after);
  if (before.kind === "words" && after.kind === "words") return changedWords(before, after, doers);
  if (before.kind === "element" && after.kind === "element") return [changedElement(before, after, doers)];
  return [];
}

/** A part as it is, nothing having become of it. */
function plainly(part: Part): MarkedNode[] {
  if (part.kind === "words") return part.runs.map((run) => textNode(run.text, run));
  return [elementNode(part, part.parts.flatMap(plainly))];
}

function wholly(part: Part, is: "added" | "removed", whose: (origin: Origin) => number | null): MarkedNode[] {
  if (part.kind === "words")
    return part.runs.map((run) => ({ ...textNode(run.text, run), change: { is, by: whose(run) } }));
  const content = part.parts.flatMap((child) => wholly(child, is, whose));
  return [{ ...elementNode(part, content), change: { is, by: whose(part) } }];
}

function changedElement(before: Element, after: Element, doers: Doers): MarkedNode {
  const content = stepsBetween(before.parts, after.parts, after.name).flatMap((step) => nodesOf(step, doers));
  const change = changedAttributes(before, after, doers);
  return { ...elementNode(after, content), ...(change && { change }) };
}

function changedAttributes(before: Element, after: Element, { added, removed }: Doers): Change | null {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  for (const name of names) {
    if (JSON.stringify(before.attributes[name]) === JSON.stringify(after.attributes[name])) continue;
    const [was, is] = [before.setBy[name], after.setBy[name]];
    return { is: "changed", by: is ? added(is) : was ? removed(was) : null };
  }
  return null;
}

function changedWords(before: Words, after: Words, doers: Doers): MarkedNode[] {
  const [mine, theirs] = [new Reader(before.runs), new Reader(after.runs)];
  const stretches = calm(compareWords(textOf(before), textOf(after)));
  return stretches.flatMap(({ is, text }) => {
    if (is === "removed") return mine.take(text.length).map((run) => marked(run, is, doers.removed(run)));
    if (is === "added") return theirs.take(text.length).map((run) => marked(run, is, doers.added(run)));
    return stayed(mine.take(text.length), theirs.take(text.length), doers);
  });
}

const textOf = ({ runs }: Words) => runs.map(({ text }) => text).join("");
const marked = (run: Run, is: Change["is"], by: number | null): MarkedNode => ({
  ...textNode(run.text, run),
  change: { is, by },
});

/** Words that stayed, some of which may wear something else now. */
function stayed(before: readonly Run[], after: readonly Run[], doers: Doers): MarkedNode[] {
  const was = new Reader(before);
  return after.flatMap((run) => {
    let from = 0;
    return was.take(run.text.length).map((old) => {
      const now = partOf(run, from, from + old.text.length);
      from += old.text.length;
      const same = dressOf(old.attributes) === dressOf(now.attributes);
      return same ? textNode(now.text, now) : marked(now, "changed", whoDressed(old, now, doers));
    });
  });
}

function whoDressed(before: Run, after: Run, { added, removed }: Doers): number | null {
  const put = Object.entries(after.attributes).find(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before.attributes[name]),
  );
  const origin = put && after.dressedBy[put[0]];
  if (origin) return added(origin);
  const took = Object.keys(before.attributes).find((name) => !(name in after.attributes));
  const gone = took === undefined ? undefined : before.dressedBy[took];
  return gone ? removed(gone) : null;
}
