export { documentPolicy, spacePolicy } from "./access/document.policy.ts";
export { atLeast } from "./access/document-role.ts";
export { beginThread } from "./comments/begin-thread.ts";
export { changeComment, removeComment, restoreComment } from "./comments/change-comment.ts";
export type { Commenter } from "./comments/commenter.ts";
export { findMentionable, type Mentionable } from "./comments/mentionable.ts";
export { reactToComment } from "./comments/react.ts";
export { replyInThread } from "./comments/reply.ts";
export { resolveThread } from "./comments/resolve-thread.ts";
export { listThreads } from "./comments/thread.queries.ts";
export { docsTimeline } from "./docs-timeline.ts";
export { docsTrace } from "./docs-trace.ts";
export { createDocument } from "./documents/create-document.ts";
export {
  findDocuments,
  findTitles,
  getDocument,
  listDocuments,
  listFavourites,
  listPlaces,
  listRecent,
  listTrash,
  listTree,
} from "./documents/document.queries.ts";
export { addDocumentFile, mayViewDocument, requireMayWrite } from "./documents/document-files.ts";
export { duplicateDocument, mayDuplicate } from "./documents/duplicate-document.ts";
export { keepAtHand, rememberVisit } from "./documents/keep-at-hand.ts";
export { moveDocument } from "./documents/move-document.ts";
export { openTree } from "./documents/open-tree.ts";
export { putCopyDown } from "./documents/put-copy-down.ts";
export { removeDocument, restoreDocument } from "./documents/remove-document.ts";
export { setDocumentIcon } from "./documents/set-icon.ts";
export { findTreeLine, listBranch } from "./documents/tree.queries.ts";
export { documentSchema } from "./editor/document-extensions.ts";
export { documentJson } from "./editor/document-json.ts";
export { type DocumentLinks, documentLinks } from "./editor/document-links.ts";
export { type DocumentNode, documentField } from "./editor/document-node.ts";
export { type DocumentText, documentText } from "./editor/document-text.ts";
export { documentUpdate, emptyDocument } from "./editor/document-update.ts";
export { type Cut, documentLimits, fitNodes } from "./editor/limits.ts";
export { documentTemplates } from "./editor/templates/document-templates.ts";
export type { DocumentTemplate } from "./editor/templates/template.ts";
export { type ExportFormat, exportFormats } from "./exports/export-format.ts";
export type { MadeFile } from "./exports/gathered.ts";
export { type LiveTexts, takeDocument } from "./exports/take-document.ts";
export { compareMoments, type History, readHistory, type ShownMoment, showMoment } from "./history/history.queries.ts";
export { nameVersion, removeVersion, renameVersion } from "./history/name-version.ts";
export { oweHistory } from "./history/open-history.ts";
export { restoreMoment } from "./history/restore-moment.ts";
export { type Imported, importFiles } from "./imports/import-files.ts";
export { listMentionedIn } from "./mentions/list-mentioned-in.ts";
export { docsHandlers, docsNotices } from "./notices/docs-handlers.ts";
export { documentRoom } from "./rooms/document-room.ts";
export { changeGrant, revokeGrant, setInherits } from "./sharing/change-grant.ts";
export { listGrants, type Sharing, whyMay } from "./sharing/grant.queries.ts";
export { grantAccess, openLink } from "./sharing/grant-access.ts";
export { findGuest, type Guest } from "./sharing/guest.queries.ts";
export { guestLetter } from "./sharing/guest-letter.ts";
export { shareByMail } from "./sharing/invite-guest.ts";
export { refuseGuest } from "./sharing/refuse-guest.ts";
export { changeSpace } from "./spaces/change-space.ts";
export { createSpace } from "./spaces/create-space.ts";
export { removeSpace, restoreSpace } from "./spaces/remove-space.ts";
export { getSpace, listRemovedSpaces, listSpaces } from "./spaces/space.queries.ts";
export { docsCrons, docsTasks, purgeTrash } from "./trash/purge-trash.ts";
