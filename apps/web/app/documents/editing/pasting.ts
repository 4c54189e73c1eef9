import { fitNodes } from "@guildhall/docs/client";
import { type Cut, documentLimits } from "@guildhall/docs/schemas";
import { Extension } from "@tiptap/core";
import { DOMParser as DocumentParser, Fragment, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { htmlOfMarkdown, isMarkdown } from "./markdown.ts";
import { tidyHtml } from "./tidy-html.ts";

export interface PasteHooks {
  readonly onTooLarge: () => void;
  readonly onCut: (cuts: readonly Cut[]) => void;
}

/** What is pasted comes in as far as a document can hold it; of what was left out, whoever pasted is told. */
export function pasting({ onTooLarge, onCut }: PasteHooks) {
  return Extension.create({
    name: "pasting",
    priority: 900,
    addProseMirrorPlugins: () => [
      new Plugin({
        key: new PluginKey("pasting"),
        props: {
          handlePaste: (view, event) => {
            const html = event.clipboardData?.getData("text/html") ?? "";
            const text = event.clipboardData?.getData("text/plain") ?? "";
            if (Math.max(text.length, html.length) > documentLimits.paste) {
              onTooLarge();
              return true;
            }
            return html === "" && takesMarkdown(view, text, onCut);
          },
          transformPastedHTML: (html) => tidyHtml(html, onCut),
          transformPasted: (slice) => {
            const { slice: fitting, cuts } = fitSlice(slice);
            if (cuts.length > 0) onCut(cuts);
            return fitting;
          },
        },
      }),
    ],
  });
}

function fitSlice(slice: Slice): { readonly slice: Slice; readonly cuts: readonly Cut[] } {
  const first = slice.content.firstChild;
  if (!first) return { slice, cuts: [] };
  const { nodes, cuts } = fitNodes(slice.content.content.map((node) => node.toJSON()));
  if (cuts.length === 0) return { slice, cuts };
  const content = Fragment.fromJSON(first.type.schema, nodes);
  const depth = Math.min(slice.openStart, slice.openEnd, 1);
  return { slice: new Slice(content, depth, depth), cuts };
}

/** Markdown that came as plain text becomes what it says; in code and in the title it stays as it is. */
function takesMarkdown(view: EditorView, text: string, onCut: PasteHooks["onCut"]): boolean {
  const { $from } = view.state.selection;
  if ($from.parent.type.spec.code || $from.parent.type.name === "title" || !isMarkdown(text)) return false;
  const place = view.state.selection.getBookmark();
  const before = view.state.doc;
  void htmlOfMarkdown(text).then((html) => {
    if (view.isDestroyed) return;
    const page = new DOMParser().parseFromString(tidyHtml(html, onCut), "text/html");
    const parsed = DocumentParser.fromSchema(view.state.schema).parseSlice(page.body, { preserveWhitespace: false });
    const slice = view.someProp("transformPasted", (cut) => cut(parsed, view, false)) ?? parsed;
    const { tr } = view.state;
    // Where nothing was written meanwhile, what was chosen then; otherwise where the caret is now.
    if (view.state.doc === before) tr.setSelection(place.resolve(tr.doc));
    view.dispatch(tr.replaceSelection(slice).scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  });
  return true;
}
