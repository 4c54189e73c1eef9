export { atLeast, type DocumentRole, documentRoles } from "./access/document-role.ts";
export {
  beginThreadInput,
  type Comment,
  type Conversation,
  changeCommentInput,
  commentRefInput,
  longestGuestName,
  type ReactionSign,
  reactInput,
  reactionSigns,
  replyInput,
  resolveThreadInput,
  type Thread,
} from "./comments/comment.ts";
export {
  createDocumentInput,
  type Document,
  type DocumentLine,
  documentIconInput,
  documentRefInput,
  moveDocumentInput,
  type TreeLine,
} from "./documents/document.ts";
export { asSpan, codeLanguage, mentioned, pixels } from "./editor/document-attributes.ts";
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
export { type Cut, documentLimits } from "./editor/limits.ts";
export { type LiveRef, liveQuestionOf, liveQuestionsIn } from "./editor/live-questions.ts";
export { readDocument } from "./editor/read-document.ts";
export { idOf, safeHref, safeImageSrc } from "./editor/safe-address.ts";
export {
  type ExportFormat,
  exportFormats,
  exportInput,
  spaceExportInput,
  spaceFormats,
} from "./exports/export-format.ts";
export {
  type DocumentVersion,
  type HistoryLine,
  type HistoryWriter,
  momentSchema,
  nameVersionInput,
  renameVersionInput,
  restoreMomentInput,
  versionRefInput,
} from "./history/history.ts";
export type { Change, MarkedNode } from "./history/marked-node.ts";
export { documentKind, documentSchemaVersion } from "./rooms/document-kind.ts";
export type { Grant, GrantedAt, Grantee, SharedThing } from "./sharing/grant.ts";
export { guestEmail } from "./sharing/grant.ts";
export { endOfDay, lastDay } from "./sharing/last-day.ts";
export { changeSpaceInput, createSpaceInput, type Space, spaceDoors } from "./spaces/space.ts";
export { goneOn } from "./trash/kept-until.ts";
