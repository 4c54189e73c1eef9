import { type Amounts, type Cut, documentLimits, fitNodes, fitText, guardNode } from "@guildhall/docs/client";
import { Extension } from "@tiptap/core";
import { DOMParser as DocumentParser, Fragment, type Node, type ResolvedPos, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { htmlOfMarkdown, isMarkdown } from "./markdown.ts";
import { hush, sayBeside } from "./said-beside.ts";
import { isPictureAlone, tidyHtml } from "./tidy-html.ts";

export interface PasteWords {
  readonly tooLarge: () => string;
  readonly cut: (cut: Cut) => string;
}

/** What is pasted or dropped comes in as far as a document can hold it; what was left out is said beside it. */
export function pasting(words: PasteWords) {
  return Extension.create({
    name: "pasting",
    priority: 900,
    addProseMirrorPlugins: () => [pastingPlugin(words)],
  });
}

function pastingPlugin(words: PasteWords): Plugin {
  const left = leftOut(words);
  let at: ResolvedPos | null = null;
  let isFile = false;
  /** Before ProseMirror reads any of it: to read too much is what would take long. */
  const comesIn = (view: EditorView, event: Event, data: DataTransfer | null, pos: number) => {
    hush(view);
    at = view.state.doc.resolve(pos);
    isFile = (data?.files.length ?? 0) > 0 && isPictureAlone(data?.getData("text/html") ?? "");
    queueMicrotask(() => {
      at = null;
      isFile = false;
    });
    const longest = Math.max(...["text/html", "text/plain"].map((type) => data?.getData(type).length ?? 0));
    if (longest <= documentLimits.paste) return false;
    event.preventDefault();
    sayBeside(view, [words.tooLarge()], pos);
    return true;
  };
  return new Plugin({
    key: new PluginKey("pasting"),
    props: {
      handleDOMEvents: {
        paste: (view, event) => comesIn(view, event, event.clipboardData, view.state.selection.to),
        drop: (view, event) => {
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
          return place !== null && !view.dragging && comesIn(view, event, event.dataTransfer, place.pos);
        },
      },
      handlePaste: (view, event) => {
        const html = event.clipboardData?.getData("text/html") ?? "";
        const text = event.clipboardData?.getData("text/plain") ?? "";
        return html === "" && takesMarkdown(view, text, (cuts) => left(view, cuts));
      },
      transformPastedHTML: (html, view) => (isFile ? "" : tidyHtml(html, (cuts) => left(view, cuts))),
      transformPastedText: (given, _plain, view) => {
        const { text, cuts } = fitText(given);
        left(view, cuts);
        return text;
      },
      transformPasted: (slice, view) => {
        const { slice: fitting, cuts } = fitSlice(slice, view.state.doc, at ?? view.state.selection.$from);
        left(view, cuts);
        return fitting;
      },
    },
  });
}

/** Collects what was left out of one paste, and says it once that has come in. */
function leftOut(words: PasteWords): (view: EditorView, cuts: readonly Cut[]) => void {
  const found = new Map<string, Cut>();
  return (view, cuts) => {
    if (cuts.length === 0) return;
    const isFirst = found.size === 0;
    // What is cut twice, as HTML and as nodes, was more at first.
    for (const cut of cuts) if (!found.has(cut.what)) found.set(cut.what, cut);
    if (!isFirst) return;
    queueMicrotask(() => {
      const lines = [...found.values()].map(words.cut);
      found.clear();
      sayBeside(view, lines);
    });
  };
}

export function fitSlice(
  slice: Slice,
  doc: Node,
  $at: ResolvedPos,
): { readonly slice: Slice; readonly cuts: readonly Cut[] } {
  const first = slice.content.firstChild;
  if (!first) return { slice, cuts: [] };
  const given = slice.content.content.map((node) => node.toJSON());
  const guarded = given.map(guardNode);
  const { nodes, cuts } = fitNodes(guarded, amountsIn(doc), depthAt($at));
  if (cuts.length === 0 && guarded.every((node, nth) => node === given[nth])) return { slice, cuts };
  return { slice: opened(Fragment.fromJSON(first.type.schema, nodes), slice), cuts };
}

/** Open at its ends where it was, by one level at most: the words at its edges go into the lines that they come to. */
function opened(content: Fragment, { openStart, openEnd }: Slice): Slice {
  const most = Slice.maxOpen(content);
  return new Slice(content, Math.min(openStart, most.openStart, 1), Math.min(openEnd, most.openEnd, 1));
}

export function amountsIn(doc: Node): Amounts {
  let [characters, blocks, images] = [0, 0, 0];
  doc.descendants((node) => {
    if (node.isText) characters += node.nodeSize;
    else if (node.isTextblock || (node.isBlock && node.isLeaf)) blocks += 1;
    if (node.type.name === "image") images += 1;
    return true;
  });
  return { characters, blocks, images };
}

const lists = new Set(["bulletList", "orderedList", "taskList"]);

/** How many lists and boxes stand around a place. A list that is pasted into a list goes on in it. */
function depthAt($at: ResolvedPos) {
  const around = Array.from({ length: $at.depth }, (_, depth) => $at.node(depth + 1));
  const inLists = around.filter(({ type }) => lists.has(type.name)).length;
  const inBoxes = around.filter(
    ({ type }) => !type.isTextblock && type.spec.group?.split(" ").includes("block"),
  ).length;
  return { lists: Math.max(0, inLists - 1), boxes: Math.max(0, inBoxes - 1) };
}

/** Markdown that came as plain text becomes what it says; in code and in the title it stays as it is. */
function takesMarkdown(view: EditorView, given: string, onCut: (cuts: readonly Cut[]) => void): boolean {
  const { $from } = view.state.selection;
  if ($from.parent.type.spec.code || $from.parent.type.name === "title" || !isMarkdown(given)) return false;
  const { text } = fitText(given);
  if (text.length > documentLimits.markdown) return false;
  const place = view.state.selection.getBookmark();
  const before = view.state.doc;
  void htmlOfMarkdown(text).then((html) => {
    if (view.isDestroyed) return;
    // Where nothing was written meanwhile, what was chosen then; otherwise where the caret is now.
    if (view.state.doc === before) view.dispatch(view.state.tr.setSelection(place.resolve(view.state.doc)));
    const page = new DOMParser().parseFromString(tidyHtml(html, onCut), "text/html");
    const parsed = DocumentParser.fromSchema(view.state.schema).parseSlice(page.body, { preserveWhitespace: false });
    let slice = parsed;
    view.someProp("transformPasted", (fitted) => {
      slice = fitted(slice, view, false);
    });
    const { tr } = view.state;
    view.dispatch(tr.replaceSelection(slice).scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  });
  return true;
}
