import { createHash } from "node:crypto";
import * as Y from "yjs";
import { markNameOf } from "../editor/unknown-parts.ts";

/** The number that a page of a room gave to a letter or a part when it put it there. */
export interface Origin {
  readonly client: number;
  readonly clock: number;
}

/** Letters that one page put there one after the other, in the same dress. */
export interface Run extends Origin {
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What put each attribute on. */
  readonly dressedBy: Readonly<Record<string, Origin>>;
}

export interface Words {
  readonly kind: "words";
  readonly runs: readonly Run[];
  /** The same for words that read and look the same; what is commented on is no difference. */
  readonly key: string;
}

export interface Element extends Origin {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly setBy: Readonly<Record<string, Origin>>;
  readonly parts: readonly Part[];
  readonly key: string;
}

/** What a document is made of, as its room holds it and with whoever put it there: known parts and unknown alike. */
export type Part = Words | Element;

export function partsOf(parent: Y.XmlFragment): Part[] {
  return parent.toArray().flatMap((child): Part[] => {
    if (child instanceof Y.XmlText) return [wordsOf(child)];
    return child instanceof Y.XmlElement ? [elementOf(child)] : [];
  });
}

/** Whether an attribute of words says which thread of comments they belong to. */
export const isComment = (attribute: string) => markNameOf(attribute) === "comment";

function elementOf(element: Y.XmlElement): Element {
  const attributes: Record<string, unknown> = {};
  const setBy: Record<string, Origin> = {};
  for (const [name, item] of [...element._map].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (item.deleted || name === "ychange") continue;
    attributes[name] = item.content.getContent()[item.length - 1];
    setBy[name] = originOf(item);
  }
  const parts = partsOf(element);
  const name = element.nodeName;
  const key = keyOf([name, attributes, parts.map((part) => part.key)]);
  return { kind: "element", name, attributes, setBy, parts, key, ...originOf(element._item) };
}

function wordsOf(words: Y.XmlText): Words {
  const runs: Run[] = [];
  let attributes: Record<string, unknown> = {};
  let dressedBy: Record<string, Origin> = {};
  for (let item = words._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentString) runs.push({ text: content.str, attributes, dressedBy, ...originOf(item) });
    else if (content instanceof Y.ContentFormat) {
      const isOn = content.value !== null && content.key !== "ychange";
      attributes = isOn ? { ...attributes, [content.key]: content.value } : without(attributes, content.key);
      dressedBy = isOn ? { ...dressedBy, [content.key]: originOf(item) } : without(dressedBy, content.key);
    }
  }
  return { kind: "words", runs, key: keyOf(looksOf(runs)) };
}

/** What a reader sees of words: neighbours in the same dress are one. */
function looksOf(runs: readonly Run[]): [string, string][] {
  const looks: [string, string][] = [];
  for (const { text, attributes } of runs) {
    const dress = dressOf(attributes);
    const last = looks.at(-1);
    if (last?.[1] === dress) last[0] += text;
    else looks.push([text, dress]);
  }
  return looks;
}

/** The dress of words as text: the same for the same, in whatever order it was put on, comments aside. */
export function dressOf(attributes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(
    Object.entries(attributes)
      .filter(([name]) => !isComment(name))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

export function textOfPart(part: Part): string {
  if (part.kind === "words") return part.runs.map(({ text }) => text).join("");
  return part.parts.map(textOfPart).join(" ");
}

function without<Value>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

function originOf(item: Y.Item | null): Origin {
  return item ? { client: item.id.client, clock: item.id.clock } : { client: 0, clock: 0 };
}

function keyOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64").slice(0, 22);
}
