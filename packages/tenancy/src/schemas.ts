export { tenantSearch } from "./operating/tenant-search.ts";
export { type JoiningMode, joiningModes, type Portal, portalInput } from "./portal/portal.ts";
export { type Permission, permissions, permissionsOf, type Role, roles } from "./roles/roles.ts";
export { slugSchema, timeZoneSchema } from "./tenants/tenant.ts";
