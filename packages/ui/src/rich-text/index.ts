export { plainFromRichText, type RichText, readRichText, richTextFromPlain } from "@guildhall/core";
export { RichTextField } from "./rich-text-field.tsx";
export { RichTextView } from "./rich-text-view.tsx";
