import type { Schema } from "@tiptap/pm/model";
import * as Y from "yjs";

/** What stands in a document and this page's schema has no name for: written by a later edition of the suite. */
export interface UnknownParts {
  readonly nodes: readonly UnknownNode[];
  readonly marks: readonly UnknownMark[];
  /** Attributes of known nodes and marks. */
  readonly attributes: readonly { readonly type: string; readonly names: readonly string[] }[];
}

interface UnknownNode {
  readonly name: string;
  readonly inline: boolean;
  readonly holds: "nothing" | "words" | "blocks";
  /** The nodes that it was found in. */
  readonly within: readonly string[];
  readonly attributes: readonly string[];
}

interface UnknownMark {
  readonly name: string;
  /** Several of it may lie over the same words. */
  readonly overlaps: boolean;
  readonly attributes: readonly string[];
}

export const nothingUnknown: UnknownParts = { nodes: [], marks: [], attributes: [] };

/**
 * The parts of a document that `schema` lacks. The binding between Yjs and ProseMirror deletes what it cannot name, for
 * everybody; whoever opens an editor gives it opaque stand-ins for these first.
 */
export function findUnknownParts(root: Y.XmlFragment, schema: Schema): UnknownParts {
  const search = new Search(schema);
  search.look(root, schema.topNodeType.name);
  return search.found;
}

/** Whether `schema`, stand-ins included, has a name for all that stands in what a transaction changed. */
export function knowsWhatChanged({ changed }: Y.Transaction, schema: Schema): boolean {
  const search = new Search(schema);
  for (const type of changed.keys()) {
    if (type instanceof Y.XmlText) search.lookAtWords(type);
    else if (type instanceof Y.XmlElement) search.lookAtNode(type, schema.topNodeType.name, false);
    else if (type instanceof Y.XmlFragment) search.look(type, schema.topNodeType.name);
  }
  return search.foundNothing;
}

/** The name of a mark: those that may overlap are kept under their name and a hash of what they say. */
export function markNameOf(key: string): string {
  return /^(.*)--[a-zA-Z0-9+/=]{8}$/.exec(key)?.[1] ?? key;
}

interface Draft {
  inline: boolean;
  words: boolean;
  blocks: boolean;
  readonly within: Set<string>;
}

class Search {
  readonly #schema: Schema;
  readonly #nodes = new Map<string, Draft>();
  readonly #marks = new Map<string, boolean>();
  readonly #attributes = new Map<string, Set<string>>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  look(parent: Y.XmlFragment, parentName: string): void {
    const children = parent.toArray();
    const amongWords =
      this.#schema.nodes[parentName]?.inlineContent ?? children.some((child) => child instanceof Y.XmlText);
    for (const child of children) {
      if (child instanceof Y.XmlText) this.lookAtWords(child);
      else if (child instanceof Y.XmlElement) this.lookAtNode(child, parentName, amongWords);
    }
  }

  lookAtNode(node: Y.XmlElement, parentName: string, amongWords: boolean): void {
    const name = node.nodeName;
    const known = this.#schema.nodes[name];
    this.#note(name, Object.keys(node.getAttributes()), known?.spec.attrs);
    if (!known) this.#draft(node, parentName, amongWords);
    this.look(node, name);
  }

  #draft(node: Y.XmlElement, parentName: string, amongWords: boolean): void {
    const draft = this.#nodes.get(node.nodeName) ?? { inline: true, words: false, blocks: false, within: new Set() };
    this.#nodes.set(node.nodeName, draft);
    draft.inline &&= amongWords;
    draft.within.add(parentName);
    for (const child of node.toArray()) {
      const isInline =
        child instanceof Y.XmlText ||
        (child instanceof Y.XmlElement && this.#schema.nodes[child.nodeName]?.isInline === true);
      if (isInline) draft.words = true;
      else draft.blocks = true;
    }
  }

  lookAtWords(words: Y.XmlText): void {
    for (const { attributes = {} } of words.toDelta() as { attributes?: Record<string, unknown> }[])
      for (const [key, value] of Object.entries(attributes)) {
        const name = markNameOf(key);
        const known = this.#schema.marks[name];
        if (!known) this.#marks.set(name, (this.#marks.get(name) ?? false) || key !== name);
        this.#note(name, typeof value === "object" && value !== null ? Object.keys(value) : [], known?.spec.attrs);
      }
  }

  #note(type: string, names: readonly string[], known: Readonly<Record<string, unknown>> | null | undefined): void {
    for (const name of names) {
      if (name === "ychange" || (known && Object.hasOwn(known, name))) continue;
      const set = this.#attributes.get(type) ?? new Set();
      this.#attributes.set(type, set.add(name));
    }
  }

  get foundNothing(): boolean {
    return this.#nodes.size + this.#marks.size + this.#attributes.size === 0;
  }

  get found(): UnknownParts {
    const attributesOf = (name: string) => [...(this.#attributes.get(name) ?? [])].sort();
    return {
      nodes: [...this.#nodes]
        .map(([name, { inline, words, blocks, within }]) => ({
          name,
          inline,
          holds: blocks ? ("blocks" as const) : words ? ("words" as const) : ("nothing" as const),
          within: [...within].sort(),
          attributes: attributesOf(name),
        }))
        .sort(byName),
      marks: [...this.#marks]
        .map(([name, overlaps]) => ({ name, overlaps, attributes: attributesOf(name) }))
        .sort(byName),
      attributes: [...this.#attributes.keys()]
        .filter((type) => !this.#nodes.has(type) && !this.#marks.has(type))
        .sort()
        .map((type) => ({ type, names: attributesOf(type) })),
    };
  }
}

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
