import { Mark } from "@tiptap/core";
import { idOf } from "../safe-address.ts";

/** The words that a thread of comments is about; threads may overlap, and follow their words when they are moved. */
export const commentMark = Mark.create({
  name: "comment",
  excludes: "",
  inclusive: false,
  addAttributes: () => ({
    threadId: {
      default: null,
      parseHTML: (element) => idOf(element.getAttribute("data-thread")),
      renderHTML: ({ threadId }) => ({ "data-thread": idOf(threadId) }),
    },
  }),
  parseHTML: () => [
    { tag: "mark[data-thread]", getAttrs: (element) => (idOf(element.getAttribute("data-thread")) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes }) => ["mark", HTMLAttributes, 0],
});
