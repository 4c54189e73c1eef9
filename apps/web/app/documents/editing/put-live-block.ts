import type { LiveRef } from "@guildhall/docs/schemas";
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

/** Puts a live block where the caret is, and the caret into the line below: what is typed next is written after it. */
export function putLiveBlock(on: Editor, attrs: LiveRef): void {
  on.chain()
    .focus()
    .insertContent({ type: "liveBlock", attrs })
    .command(({ tr }) => {
      const { $to } = tr.selection;
      const below = $to.depth === 0 || !$to.parent.isTextblock ? $to.pos : $to.after();
      const next = tr.doc.resolve(below).nodeAfter;
      if (!next?.isTextblock) {
        const line = on.schema.nodes.paragraph?.create();
        if (!line) return true;
        tr.insert(below, line);
      }
      tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView();
      return true;
    })
    .run();
}
