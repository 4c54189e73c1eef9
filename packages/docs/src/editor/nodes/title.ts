import { Node } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";

/** The first line of a document: plain words. Enter goes on below it. */
export function titleNode(content: string, marks: string) {
  return Node.create({
    name: "title",
    content,
    marks,
    defining: true,
    priority: 900,
    parseHTML: () => [{ tag: "h1[data-title]" }],
    renderHTML: () => ["h1", { "data-title": "" }, 0],
    addKeyboardShortcuts() {
      const goOn = () =>
        this.editor.commands.command(({ state, tr, dispatch }) => {
          const { $from, $to } = state.selection;
          if ($from.parent.type.name !== this.name || !$from.sameParent($to)) return false;
          const paragraph = state.schema.nodes.paragraph;
          if (!paragraph) return false;
          if (!dispatch) return true;
          const rest = $from.parent.slice($to.parentOffset).content;
          const end = $from.end();
          tr.delete($from.pos, end);
          const below = tr.mapping.map(end) + 1;
          tr.insert(below, paragraph.create(null, rest));
          tr.setSelection(TextSelection.create(tr.doc, below + 1)).scrollIntoView();
          return true;
        });
      return { Enter: goOn, "Shift-Enter": goOn, "Mod-Enter": goOn };
    },
  });
}
