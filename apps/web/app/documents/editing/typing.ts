import { Extension } from "@tiptap/core";
import { ListKeymap } from "@tiptap/extension-list";
import { Dropcursor, Gapcursor, Placeholder } from "@tiptap/extensions";
import { TextSelection } from "@tiptap/pm/state";

interface Placeholders {
  readonly title: string;
  readonly text: string;
}

/** What makes an editor out of a schema: what stands in empty lines, and where the caret may go. */
export function typing({ title, text }: Placeholders) {
  return [
    ListKeymap,
    Gapcursor,
    Dropcursor.configure({ class: "drop-here", color: false, width: 2 }),
    Placeholder.configure({
      placeholder: ({ node, hasAnchor }) => {
        if (node.type.name === "title") return title;
        return hasAnchor && node.type.name === "paragraph" ? text : "";
      },
      // Of empty lines only the one that the caret is in says what can be done there; a title says it as long as it is empty.
      showOnlyCurrent: false,
      includeChildren: false,
    }),
    lineBelow,
  ];
}

/** A press below the last block goes on there, in a line of its own. */
const lineBelow = Extension.create({
  name: "lineBelow",
  addKeyboardShortcuts() {
    return {
      ArrowDown: () =>
        this.editor.commands.command(({ state, tr, dispatch }) => {
          const { $head, empty } = state.selection;
          const last = state.doc.lastChild;
          const paragraph = state.schema.nodes.paragraph;
          const isLast = $head.depth > 0 && $head.after(1) === state.doc.content.size;
          if (!empty || !isLast || !last || !paragraph || last.type === paragraph) return false;
          if ($head.parent.isTextblock && $head.parentOffset < $head.parent.content.size) return false;
          if (!dispatch) return true;
          const end = tr.doc.content.size;
          tr.insert(end, paragraph.create())
            .setSelection(TextSelection.create(tr.doc, end + 1))
            .scrollIntoView();
          return true;
        }),
    };
  },
});
