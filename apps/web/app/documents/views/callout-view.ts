import { type CalloutKind, calloutKinds, oneOf } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import type { NodeViewRenderer } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { backToWords, blockControl } from "./block-control.ts";
import { element, type ViewHooks } from "./view-hooks.ts";

/** A few blocks set apart. Its sign says of what kind it is, and lets it be chosen. */
export function calloutView({ words: { t } }: ViewHooks): NodeViewRenderer {
  const names: Record<CalloutKind, string> = {
    info: t(m.editor_callout_info),
    idea: t(m.editor_callout_idea),
    warning: t(m.editor_callout_warning),
    done: t(m.editor_callout_done),
  };
  return ({ node, editor, getPos }) => {
    const choice = element("select", "callout-kind", ...calloutKinds.map((kind) => option(kind, names[kind])));
    choice.contentEditable = "false";
    choice.setAttribute("aria-label", t(m.editor_callout_kind));
    choice.title = t(m.editor_callout_kind);
    blockControl(choice, editor);
    // A pointer goes back to where one wrote; keys may walk on through the kinds.
    let isPointed = false;
    choice.addEventListener("pointerdown", () => {
      isPointed = true;
    });
    choice.addEventListener("keydown", () => {
      isPointed = false;
    });
    choice.addEventListener("change", () => {
      const pos = getPos();
      if (pos === undefined || !editor.isEditable) return draw(shown);
      editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, "kind", oneOf(calloutKinds, choice.value)));
      if (isPointed) backToWords(editor);
    });
    const contentDOM = element("div", "callout-words");
    const dom = element("div", "callout", choice, contentDOM);
    dom.setAttribute("role", "note");
    const draw = ({ attrs }: Node) => {
      const kind = oneOf(calloutKinds, attrs.kind);
      dom.dataset.callout = kind;
      dom.setAttribute("aria-label", names[kind]);
      choice.value = kind;
    };
    let shown = node;
    draw(node);
    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== node.type) return false;
        shown = next;
        draw(next);
        return true;
      },
      stopEvent: ({ target }) => target === choice,
      ignoreMutation: ({ target, type }) =>
        type !== "selection" && (target === dom || (target instanceof globalThis.Node && choice.contains(target))),
    };
  };
}

function option(value: string, name: string): HTMLOptionElement {
  const made = element("option", "", name);
  made.value = value;
  return made;
}
