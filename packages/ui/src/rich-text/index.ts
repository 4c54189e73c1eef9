export { plainFromRichText, type RichText, readRichText, richTextFromPlain } from "./rich-text.ts";
export { RichTextField } from "./rich-text-field.tsx";
export { RichTextView } from "./rich-text-view.tsx";
