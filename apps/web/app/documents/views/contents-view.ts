import { m } from "@guildhall/i18n/messages";
import type { Editor, NodeViewRenderer } from "@tiptap/core";
import { element, type ViewHooks } from "./view-hooks.ts";

/** The headings as they are now; a press leads to one. */
export function contentsView({ words: { t } }: ViewHooks): NodeViewRenderer {
  return ({ editor }) => {
    const dom = element("nav", "contents");
    dom.contentEditable = "false";
    dom.setAttribute("aria-label", t(m.editor_block_contents));
    let shown = "";
    const draw = () => {
      const headings = headingsOf(editor);
      const now = JSON.stringify(headings);
      if (now === shown) return;
      shown = now;
      const lines = headings.map(({ text, level }, at) => {
        const link = element("button", "contents-line", text);
        link.type = "button";
        link.dataset.level = String(level);
        link.addEventListener("click", () => goTo(editor, at));
        return element("li", "", link);
      });
      dom.replaceChildren(
        lines.length > 0 ? element("ol", "", ...lines) : element("p", "contents-empty", t(m.editor_contents_empty)),
      );
    };
    draw();
    editor.on("update", draw);
    return {
      dom,
      update: ({ type }) => type.name === "contents",
      destroy: () => editor.off("update", draw),
      stopEvent: () => true,
      ignoreMutation: () => true,
    };
  };
}

function headingsOf({ state: { doc } }: Editor) {
  const found: { text: string; level: number; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === "heading" && node.textContent.trim() !== "")
      found.push({ text: node.textContent, level: node.attrs.level, pos });
    return !node.isTextblock;
  });
  return found.map(({ text, level }) => ({ text, level }));
}

function goTo(editor: Editor, at: number): void {
  const headings = [...editor.view.dom.querySelectorAll("h1:not([data-title]), h2, h3")].filter((heading) =>
    heading.textContent?.trim(),
  );
  const heading = headings[at];
  if (!heading) return;
  heading.scrollIntoView({ block: "start" });
  if (editor.isEditable) editor.commands.setTextSelection(editor.view.posAtDOM(heading, 0));
  editor.view.focus();
}
