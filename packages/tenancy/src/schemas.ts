export { type AuditFilter, auditFilterSchema, auditFormats, exportAuditInput } from "./audit/audit-filter.ts";
export { editBrandingInput } from "./branding/branding.ts";
export { tenantSearch } from "./operating/tenant-search.ts";
export { type Permission, permissions, permissionsOf, type Role, roles } from "./roles/roles.ts";
export { editHallInput, type HallSettings, signInRulesInput } from "./settings/settings.ts";
export { slugSchema, timeZoneSchema } from "./tenants/tenant.ts";
