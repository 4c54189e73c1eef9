import { Extension } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";

/** With a live block chosen by the arrows, Enter chooses anew what it shows. */
export const liveKeys = Extension.create({
  name: "liveKeys",
  priority: 200,
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor: { state, view, isEditable } }) => {
        const { selection } = state;
        if (!isEditable || !(selection instanceof NodeSelection) || selection.node.type.name !== "liveBlock")
          return false;
        const shown = view.nodeDOM(selection.from);
        const button = shown instanceof HTMLElement ? shown.querySelector<HTMLElement>("[data-live-change]") : null;
        button?.click();
        return button !== null;
      },
    };
  },
});
