export { type AuditFilter, auditFilterSchema, auditFormats, exportAuditInput } from "./audit/audit-filter.ts";
export { editBrandingInput } from "./branding/branding.ts";
export { graceDays, startClosingInput } from "./closing/closing.ts";
export { type HallExport, keptDays } from "./exports/export.ts";
export { tenantSearch } from "./operating/tenant-search.ts";
export { type JoiningMode, joiningModes, type Portal, portalInput } from "./portal/portal.ts";
export { type Permission, permissions, permissionsOf, type Role, roles } from "./roles/roles.ts";
export { editHallInput, type HallSettings, signInRulesInput } from "./settings/settings.ts";
export { slugSchema, tenantNameSchema, timeZoneSchema } from "./tenants/tenant.ts";
