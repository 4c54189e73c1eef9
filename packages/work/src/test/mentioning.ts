import type { RichText } from "@guildhall/core";

/** A line that mentions somebody, as a browser posts it. */
export const mentioning = (kind: "person" | "company", id: string): RichText => ({
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Ask " },
        { type: "mention", attrs: { kind, id, label: "whatever the browser said" } },
      ],
    },
  ],
});
