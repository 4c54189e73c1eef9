import { InputRule } from "@tiptap/core";
import { Link } from "@tiptap/extension-link";
import type { MarkType } from "@tiptap/pm/model";
import { safeHref } from "../safe-address.ts";

/** A link to where a link may lead; of what others write into it, nothing but the address is kept. */
export const linkMark = Link.extend({
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: null,
      parseHTML: (element) => safeHref(element.getAttribute("href")) || null,
      renderHTML: ({ href }) => (safeHref(href) ? { href: safeHref(href) } : {}),
    },
  }),
  addInputRules() {
    return [...(this.parent?.() ?? []), addressRule(this.type)];
  },
}).configure({
  openOnClick: false,
  // Looks at everything that others write, too, and then writes into it.
  autolink: false,
  linkOnPaste: true,
  markdownLinks: true,
  defaultProtocol: "https",
  isAllowedUri: (href) => safeHref(href) !== "",
  HTMLAttributes: { rel: "noreferrer noopener nofollow", target: null },
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
