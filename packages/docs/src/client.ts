// The schema of the editor, for pages that have one; what is light stands in `schemas`.
export { documentExtensions, documentSchema } from "./editor/document-extensions.ts";
export { documentJson } from "./editor/document-json.ts";
export { type DocumentLinks, documentLinks } from "./editor/document-links.ts";
export { type DocumentText, documentText } from "./editor/document-text.ts";
export { documentUpdate, emptyDocument } from "./editor/document-update.ts";
export type { DocumentViews } from "./editor/document-views.ts";
export { giveTextToNew } from "./editor/empty-lines.ts";
export { guardAttributes, guardNode } from "./editor/guard-attributes.ts";
export { type Amounts, type Cut, documentLimits, fitNodes, fitText } from "./editor/limits.ts";
export { documentTemplates } from "./editor/templates/document-templates.ts";
export type { DocumentTemplate } from "./editor/templates/template.ts";
export { findUnknownParts, knowsWhatChanged, type UnknownParts } from "./editor/unknown-parts.ts";
