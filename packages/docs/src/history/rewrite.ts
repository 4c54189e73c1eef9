import * as Y from "yjs";
import { align } from "./align.ts";
import { isComment, type Part, partsOf, type Run, type Words } from "./part.ts";
import { Reader } from "./reader.ts";
import { compareWords, type Stretch } from "./words.ts";

/**
 * Makes what stands in a room into `wanted` by as little as may be: what is the same stays the same letters, with
 * everybody's carets and comments, and only what differs goes and comes. To be called in a transaction.
 */
export function rewrite(fragment: Y.XmlFragment, wanted: readonly Part[]): void {
  let at = 0;
  for (const step of align(partsOf(fragment), wanted)) {
    if (step.is === "removed") {
      fragment.delete(at, 1);
      continue;
    }
    if (step.is === "added") fragment.insert(at, [made(step.after)]);
    else if (step.is === "changed") change(fragment.get(at), step.before, step.after);
    at += 1;
  }
}

function change(present: unknown, before: Part, after: Part): void {
  if (present instanceof Y.XmlText && before.kind === "words" && after.kind === "words")
    present.applyDelta(deltaBetween(before, after));
  else if (present instanceof Y.XmlElement && before.kind === "element" && after.kind === "element") {
    for (const name of Object.keys(before.attributes)) if (!(name in after.attributes)) present.removeAttribute(name);
    for (const [name, value] of Object.entries(after.attributes))
      if (JSON.stringify(value) !== JSON.stringify(before.attributes[name])) setAttribute(present, name, value);
    rewrite(present, after.parts);
  }
}

type Delta = { retain?: number; delete?: number; insert?: string; attributes?: Record<string, unknown> };

function deltaBetween(before: Words, after: Words): Delta[] {
  const [mine, theirs] = [new Reader(before.runs), new Reader(after.runs)];
  return closely(compareWords(textOf(before), textOf(after))).flatMap(({ is, text }): Delta[] => {
    if (is === "removed") {
      mine.take(text.length);
      return [{ delete: text.length }];
    }
    if (is === "added") return theirs.take(text.length).map(inserted);
    return retained(mine.take(text.length), theirs.take(text.length));
  });
}

const textOf = ({ runs }: Words) => runs.map(({ text }) => text).join("");
const inserted = ({ text, attributes }: Run): Delta => ({ insert: text, attributes: { ...attributes } });

/** Letters that stay, dressed as they were; what is commented on stays commented on. */
function retained(before: readonly Run[], after: readonly Run[]): Delta[] {
  const was = new Reader(before);
  return after.flatMap((run) =>
    was.take(run.text.length).map((old) => {
      const attributes = dressing(old.attributes, run.attributes);
      return { retain: old.text.length, ...(Object.keys(attributes).length > 0 && { attributes }) };
    }),
  );
}

function dressing(before: Run["attributes"], after: Run["attributes"]): Record<string, unknown> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !isComment(name));
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, after[name] ?? null]),
  );
}

/** Of a word that another took the place of, the letters at its ends that are in both stay. */
function closely(stretches: readonly Stretch[]): Stretch[] {
  return stretches.flatMap((stretch, at): Stretch[] => {
    const [before, next] = [stretches[at - 1], stretches[at + 1]];
    if (stretch.is === "added" && before?.is === "removed") return [];
    if (stretch.is !== "removed" || next?.is !== "added") return [stretch];
    return replaced(Array.from(stretch.text), Array.from(next.text));
  });
}

/** By whole characters: half of one is none. */
function replaced(before: readonly string[], after: readonly string[]): Stretch[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const stretches: Stretch[] = [
    { is: "same", text: before.slice(0, start).join("") },
    { is: "removed", text: before.slice(start, before.length - end).join("") },
    { is: "added", text: after.slice(start, after.length - end).join("") },
    { is: "same", text: before.slice(before.length - end).join("") },
  ];
  return stretches.filter(({ text }) => text !== "");
}

function made(part: Part): Y.XmlText | Y.XmlElement {
  if (part.kind === "words") {
    const words = new Y.XmlText();
    words.applyDelta(part.runs.map(inserted));
    return words;
  }
  const element = new Y.XmlElement(part.name);
  for (const [name, value] of Object.entries(part.attributes)) setAttribute(element, name, value);
  element.insert(0, part.parts.map(made));
  return element;
}

/** Of whatever kind its value is: Yjs keeps any, and says that it keeps text. */
export function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  const any: Y.XmlElement<Record<string, never>> = element as Y.XmlElement<Record<string, never>>;
  any.setAttribute(name, value as never);
}
