import { type Editor, Extension } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";

/** What belongs to a block and is no word of it: Alt and Enter lead to it, Esc back to the words. */
export function blockControl(control: HTMLElement, editor: Editor): void {
  control.dataset.blockControl = "";
  control.setAttribute("aria-keyshortcuts", "Alt+Enter");
  control.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    backToWords(editor);
  });
}

/** At once: the next key is meant for the words. */
export function backToWords(editor: Editor): void {
  if (!editor.isDestroyed) editor.view.focus();
}

export const blockControls = Extension.create({
  name: "blockControls",
  addKeyboardShortcuts() {
    return { "Alt-Enter": () => goToControl(this.editor) };
  },
});

/** To that of the block that is chosen, or of the nearest around the caret that has one. */
function goToControl({ view, state: { selection }, isEditable }: Editor): boolean {
  if (!isEditable) return false;
  const { $from } = selection;
  const around = Array.from({ length: $from.depth }, (_, up) => $from.before($from.depth - up));
  for (const pos of selection instanceof NodeSelection ? [selection.from, ...around] : around) {
    const block = view.nodeDOM(pos);
    const control = block instanceof HTMLElement && block.querySelector<HTMLElement>(":scope > [data-block-control]");
    if (!control) continue;
    control.focus();
    return true;
  }
  return false;
}
