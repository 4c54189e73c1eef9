import type { DocumentRole } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";

export const roleWords = {
  view: m.docs_role_view,
  comment: m.docs_role_comment,
  edit: m.docs_role_edit,
  manage: m.docs_role_manage,
} satisfies Record<DocumentRole, unknown>;
