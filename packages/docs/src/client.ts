export { documentExtensions, documentSchema } from "./editor/document-extensions.ts";
export { documentJson } from "./editor/document-json.ts";
export { type DocumentLinks, documentLinks } from "./editor/document-links.ts";
export {
  type CalloutKind,
  calloutKinds,
  codeLanguages,
  type DocumentMark,
  type DocumentMentionKind,
  type DocumentNode,
  documentField,
  documentMentionKinds,
  oneOf,
  textOf,
} from "./editor/document-node.ts";
export { type DocumentText, documentText } from "./editor/document-text.ts";
export { documentUpdate, emptyDocument } from "./editor/document-update.ts";
export type { DocumentViews } from "./editor/document-views.ts";
export { guardAttributes } from "./editor/guard-attributes.ts";
export { type Cut, documentLimits, fitNodes } from "./editor/limits.ts";
export { codeLanguage } from "./editor/nodes/code-block.ts";
export { pixels } from "./editor/nodes/image.ts";
export { mentioned } from "./editor/nodes/mention.ts";
export { asSpan } from "./editor/nodes/tables.ts";
export { idOf, safeHref, safeImageSrc } from "./editor/safe-address.ts";
export { type DocumentTemplate, documentTemplates } from "./editor/templates/document-templates.ts";
export { findUnknownParts, nothingUnknown, type UnknownParts } from "./editor/unknown-parts.ts";
