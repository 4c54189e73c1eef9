import { codeLanguage } from "@guildhall/docs/schemas";
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Coloured } from "./code-languages.ts";

type ReadCode = (language: string, code: string) => readonly Coloured[];
const key = new PluginKey<DecorationSet>("codeColours");
const longest = 20_000; // characters of a block that is coloured

/** Colours for code; the languages are loaded with the first block that has one, and a block is read again only when it changed. */
export const codeColours = Extension.create({
  name: "codeColours",
  addProseMirrorPlugins: () => {
    const read = new WeakMap<Node, readonly Coloured[]>();
    let readCode: ReadCode | null = null;
    let isAsked = false;
    const decorate = (doc: Node) => {
      const found: Decoration[] = [];
      for (const { node, pos } of blocksIn(doc))
        for (const { from, to, classes } of partsOf(node, readCode, read))
          found.push(Decoration.inline(pos + 1 + from, pos + 1 + to, { class: classes }));
      return DecorationSet.create(doc, found);
    };
    const ask = (view: EditorView) => {
      if (isAsked || blocksIn(view.state.doc).length === 0) return;
      isAsked = true;
      void import("./code-languages.ts").then(({ colouredParts }) => {
        readCode = colouredParts;
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
      });
    };
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => decorate(doc),
          apply: (transaction, before) => {
            if (transaction.getMeta(key)) return decorate(transaction.doc);
            if (!transaction.docChanged) return before;
            return readCode ? decorate(transaction.doc) : DecorationSet.empty;
          },
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => {
          ask(view);
          return { update: ask };
        },
      }),
    ];
  },
});

function partsOf(node: Node, readCode: ReadCode | null, read: WeakMap<Node, readonly Coloured[]>) {
  const language = codeLanguage(node.attrs.language);
  if (!readCode || !language || node.content.size > longest) return [];
  const parts = read.get(node) ?? readCode(language, node.textContent);
  read.set(node, parts);
  return parts;
}

/** Those that say what language they are in. */
function blocksIn(doc: Node): readonly { readonly node: Node; readonly pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === "codeBlock" && codeLanguage(node.attrs.language)) found.push({ node, pos });
    return !node.isTextblock;
  });
  return found;
}
