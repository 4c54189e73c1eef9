import { InputRule, Mark, markPasteRule } from "@tiptap/core";
import type { MarkType } from "@tiptap/pm/model";
import { safeHref } from "../safe-address.ts";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    documentLink: {
      /** Makes the words chosen a link; false for an address that no link may have. */
      setLink: (attributes: { href: string }) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}

/** A link to where a link may lead; of what others write into it, nothing but the address is kept. */
export const linkMark = Mark.create({
  name: "link",
  inclusive: false,
  priority: 1000,
  addAttributes: () => ({
    href: {
      default: null,
      parseHTML: (element) => safeHref(element.getAttribute("href")) || null,
      renderHTML: ({ href }) => (safeHref(href) ? { href: safeHref(href) } : {}),
    },
  }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => (safeHref(element.getAttribute("href")) ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ["a", { ...HTMLAttributes, rel: "noreferrer noopener nofollow" }, 0],
  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ commands }) =>
          safeHref(href) !== "" && commands.setMark(this.name, { href: safeHref(href) }),
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    };
  },
  addInputRules() {
    return [addressRule(this.type), markdownRule(this.type)];
  },
  addPasteRules() {
    return [
      markPasteRule({
        find: /https?:\/\/[^\s<>"'，。；：、（）「」“”]{3,}/g,
        type: this.type,
        getAttributes: (match) => ({ href: match[0] }),
      }),
    ];
  },
});

/** An address becomes a link with the space after it. */
function addressRule(type: MarkType) {
  return new InputRule({
    find: /(?:^|\s|[（「“])(https?:\/\/[^\s<>"'，。；：、（）「」“”]{3,})\s$/,
    handler: ({ state, range, match }) => {
      const address = match[1] ?? "";
      if (state.doc.rangeHasMark(range.from, range.to, type)) return;
      state.tr.addMark(range.to - address.length, range.to, type.create({ href: address })).insertText(" ", range.to);
    },
  });
}

/** `[words](address)` */
function markdownRule(type: MarkType) {
  return new InputRule({
    find: /\[([^\]\n]+)\]\(([^)\s]+)\)$/,
    handler: ({ state, range, match }) => {
      const [words = "", href = ""] = match.slice(1);
      if (safeHref(href) === "") return;
      state.tr.replaceWith(range.from, range.to, state.schema.text(words, [type.create({ href: safeHref(href) })]));
      state.tr.removeStoredMark(type);
    },
  });
}
