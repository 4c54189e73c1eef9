export { atLeast, type DocumentRole, documentRoles } from "./access/document-role.ts";
export {
  createDocumentInput,
  type Document,
  type DocumentLine,
  documentRefInput,
  moveDocumentInput,
  type TreeLine,
} from "./documents/document.ts";
export { documentKind, documentSchemaVersion } from "./rooms/document-kind.ts";
export type { Grant, GrantedAt, Grantee, SharedThing } from "./sharing/grant.ts";
export { endOfDay, lastDay } from "./sharing/last-day.ts";
export { changeSpaceInput, createSpaceInput, type Space, spaceDoors } from "./spaces/space.ts";
