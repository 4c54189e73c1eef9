import type { DocumentViews } from "@guildhall/docs/client";
import {
  codeLanguage,
  codeLanguages,
  documentMentionKinds,
  idOf,
  liveQuestionOf,
  mentioned,
  oneOf,
  textOf,
} from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import type { NodeViewRenderer } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { calloutView } from "./callout-view.ts";
import { contentsView } from "./contents-view.ts";
import { imageView } from "./image-view.ts";
import { element, type LiveBlock, type ViewHooks } from "./view-hooks.ts";

/** How this page shows the nodes that are more than words. */
export function documentViews(hooks: ViewHooks): DocumentViews {
  return {
    image: imageView(hooks),
    file: redrawn("div", "file", (dom, node) => drawFile(dom, node, hooks)),
    mention: redrawn("span", "mention-of", (dom, node) => drawMention(dom, node, hooks)),
    unknown: redrawn("div", "unknown-part", (dom) => dom.append(hooks.words.t(m.editor_unknown_part))),
    callout: calloutView(hooks),
    codeBlock: codeView(hooks),
    contents: contentsView(hooks),
    liveBlock: liveBlockView(hooks),
  };
}

/** A node without words of its own, drawn anew when it has changed. */
function redrawn(
  tag: "div" | "span",
  className: string,
  draw: (dom: HTMLElement, node: Node) => void,
): NodeViewRenderer {
  return ({ node }) => {
    const isInline = node.isInline;
    const dom = element(isInline ? "span" : tag, className);
    dom.contentEditable = "false";
    draw(dom, node);
    let shown = node;
    return {
      dom,
      update: (next) => {
        if (next.type !== shown.type) return false;
        if (!next.sameMarkup(shown)) {
          dom.replaceChildren();
          draw(dom, next);
        }
        shown = next;
        return true;
      },
      ignoreMutation: () => true,
    };
  };
}

function drawFile(dom: HTMLElement, { attrs }: Node, { words: { t }, fileHref }: ViewHooks): void {
  const fileId = idOf(attrs.fileId);
  const href = fileId ? fileHref?.(fileId) : undefined;
  const name = textOf(attrs.name) || t(m.editor_file_unnamed);
  if (href === undefined) {
    dom.append(element("span", "file-gone", name));
    return;
  }
  const link = element("a", "", name);
  Object.assign(link, { href, rel: "noopener", target: "_blank" });
  dom.append(link);
}

function drawMention(dom: HTMLElement, { attrs }: Node, { mentionHref }: ViewHooks): void {
  const [kind, id] = [oneOf(documentMentionKinds, attrs.kind), idOf(attrs.id)];
  const href = id ? mentionHref?.({ kind, id }) : undefined;
  const said = element(href === undefined ? "span" : "a", "mention", mentioned(attrs));
  said.dataset.mention = kind;
  if (href !== undefined) said.setAttribute("href", href);
  dom.append(said);
}

function codeView({ words: { t } }: ViewHooks): NodeViewRenderer {
  return ({ node, editor, getPos }) => {
    const contentDOM = element("code", "");
    const choice = element(
      "select",
      "code-language",
      ...[null, ...codeLanguages].map((name) => option(name, t(m.editor_code_plain))),
    );
    choice.setAttribute("aria-label", t(m.editor_code_language));
    choice.contentEditable = "false";
    const dom = element("pre", "", choice, contentDOM);
    dom.spellcheck = false;
    choice.addEventListener("change", () => {
      const pos = getPos();
      if (pos !== undefined)
        editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, "language", choice.value || null));
      editor.commands.focus();
    });
    const draw = ({ attrs }: Node) => {
      choice.value = codeLanguage(attrs.language) ?? "";
      choice.disabled = !editor.isEditable;
    };
    draw(node);
    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== node.type) return false;
        draw(next);
        return true;
      },
      stopEvent: ({ target }) => target === choice,
      ignoreMutation: ({ target, type }) => type !== "selection" && (target === dom || target === choice),
    };
  };
}

function option(name: string | null, plain: string): HTMLOptionElement {
  const made = element("option", "", name ?? plain);
  made.value = name ?? "";
  return made;
}

function liveBlockView({ onLiveBlock }: ViewHooks): NodeViewRenderer {
  return ({ node, editor, getPos }) => {
    const dom = element("div", "live-block");
    dom.contentEditable = "false";
    const change: LiveBlock["change"] = (params) => {
      const pos = editor.isDestroyed ? undefined : getPos();
      if (pos === undefined || editor.state.doc.nodeAt(pos)?.type !== node.type) return;
      editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, "params", params));
      editor.commands.focus(undefined, { scrollIntoView: false });
    };
    const draw = ({ attrs }: Node) => onLiveBlock(dom, { ...liveQuestionOf(attrs), change });
    draw(node);
    return {
      dom,
      update: (next) => {
        if (next.type !== node.type) return false;
        draw(next);
        return true;
      },
      destroy: () => onLiveBlock(dom, null),
      // A press beside its links and buttons chooses the block, as it does any other.
      stopEvent: ({ target, type }) =>
        !/^drag/.test(type) && target instanceof Element && target.closest("a, button") !== null,
      ignoreMutation: () => true,
    };
  };
}
