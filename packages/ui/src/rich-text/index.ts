export { plainFromRichText, type RichText, readRichText, richTextFromPlain } from "@guildhall/core";
export type { FindMentions, FoundMention } from "./mention-node.ts";
export { RichTextField } from "./rich-text-field.tsx";
export { RichTextView } from "./rich-text-view.tsx";
