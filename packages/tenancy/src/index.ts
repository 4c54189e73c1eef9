export { csvLine } from "./audit/csv-line.ts";
export { exportAudit } from "./audit/export-audit.ts";
export { type AuditActor, listActors } from "./audit/list-actors.ts";
export { type AuditEntry, listAudit } from "./audit/list-audit.ts";
export { recordChange, recordChanges } from "./audit/record-change.ts";
export { editBranding } from "./branding/edit-branding.ts";
export {
  type ChangeCount,
  type ChangeSet,
  countChanges,
  getChangeSet,
  type LeftRow,
  listChangeSets,
  listUndoSkips,
} from "./change-sets/change-set.queries.ts";
export { type Image, openChangeSet, recordImages } from "./change-sets/change-set.ts";
export { redactPerson } from "./change-sets/redact-person.ts";
export { type RequestedUndo, requestUndo } from "./change-sets/request-undo.ts";
export type { Skip, SkipReason } from "./change-sets/take-back.ts";
export { type Undone, undoChangeSet } from "./change-sets/undo-change-set.ts";
export { type UndoableTable, undoableTables } from "./change-sets/undoable-tables.ts";
export { cancelClosing, startClosing } from "./closing/start-closing.ts";
export { entitled, grantEntitlement, limitOf } from "./entitlements/entitlements.ts";
export { keepFile } from "./entitlements/keep-file.ts";
export { type EntitlementKey, entitlementKeys } from "./entitlements/plans.ts";
export { requireRoom } from "./entitlements/require-room.ts";
export { trialDaysLeft } from "./entitlements/trial.ts";
export { listExports, openExport } from "./exports/exports.queries.ts";
export { requestExport } from "./exports/request-export.ts";
export { countTenants, getTenant, listTenants, type OperatedTenant } from "./operating/tenants.queries.ts";
export { getPortal, setPortal } from "./portal/set-portal.ts";
export { personActor } from "./roles/roles.ts";
export { editHall } from "./settings/edit-hall.ts";
export { setSignInRules } from "./settings/set-sign-in-rules.ts";
export { getSettings } from "./settings/settings.queries.ts";
export { tenancyHandlers, tenancyTasks } from "./tasks.ts";
export { createTenant } from "./tenants/create-tenant.ts";
export { findFreeSlug, isSlugFree } from "./tenants/find-free-slug.ts";
export { holdTenant } from "./tenants/hold-tenant.ts";
export { setTestClock } from "./tenants/set-test-clock.ts";
export { resumeTenant, suspendTenant } from "./tenants/suspend-tenant.ts";
export { exportTenant } from "./transfer/export/export-tenant.ts";
export { type ImportOptions, importTenant } from "./transfer/import/import-tenant.ts";
