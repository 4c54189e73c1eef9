import { idOf, pixels, safeImageSrc, textOf } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import type { NodeViewRenderer } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { blockControl } from "./block-control.ts";
import { element, type ViewHooks } from "./view-hooks.ts";

/** A picture, with what it shows in words below it; whoever writes can say that. */
export function imageView(hooks: ViewHooks): NodeViewRenderer {
  const {
    words: { t },
    onDescribe,
  } = hooks;
  return ({ node, editor, getPos }) => {
    const dom = element("figure", "figure");
    dom.contentEditable = "false";
    const ask = element("button", "picture-ask");
    ask.type = "button";
    blockControl(ask, editor);
    let shown = node;
    ask.addEventListener("click", () => {
      if (editor.isEditable) onDescribe({ at: getPos, alt: textOf(shown.attrs.alt), name: textOf(shown.attrs.name) });
    });
    const draw = () => {
      ask.textContent = t(textOf(shown.attrs.alt) ? m.editor_picture_reword : m.editor_picture_describe);
      // The button stays where it is, and keeps the focus.
      for (const child of [...dom.children]) if (child !== ask) child.remove();
      dom.prepend(...pictureOf(shown, hooks));
    };
    dom.append(ask);
    draw();
    return {
      dom,
      update: (next) => {
        if (next.type !== shown.type) return false;
        const isSame = next.sameMarkup(shown);
        shown = next;
        if (!isSame) draw();
        return true;
      },
      stopEvent: ({ target }) => target === ask,
      ignoreMutation: () => true,
    };
  };
}

function pictureOf({ attrs }: Node, { words: { t }, fileHref }: ViewHooks): HTMLElement[] {
  const fileId = idOf(attrs.fileId);
  const href = fileId ? fileHref?.(fileId) : undefined;
  const said = textOf(attrs.alt);
  const caption = said ? [element("figcaption", "", said)] : [];
  if (href === undefined) {
    const elsewhere = fileId ? "" : safeImageSrc(attrs.src);
    // No page tells another house who reads it: a picture of elsewhere is a link to it.
    const link = element(
      "a",
      "picture-elsewhere",
      elsewhere ? t(m.editor_picture_elsewhere, { host: new URL(elsewhere).host }) : t(m.editor_picture_gone),
    );
    if (elsewhere) Object.assign(link, { href: elsewhere, rel: "noreferrer noopener nofollow", target: "_blank" });
    return [link, ...caption];
  }
  const picture = element("img", "");
  picture.alt = said || textOf(attrs.name);
  picture.loading = "lazy";
  picture.decoding = "async";
  const [width, height] = [pixels(attrs.width), pixels(attrs.height)];
  if (width && height) Object.assign(picture, { width, height });
  picture.src = href;
  return [picture, ...caption];
}
