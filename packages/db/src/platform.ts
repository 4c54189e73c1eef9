/** Why a transaction may look across tenants. Each has its named policies in the migrations. */
export const platformPurposes = [
  "resolve-tenant",
  "sign-in",
  "list-staff",
  "relay",
  "callback",
  "send-message",
  "notify",
  "operate",
  "transfer",
  "sign-up",
  "closing",
  "sync",
] as const;
export type PlatformPurpose = (typeof platformPurposes)[number];

/**
 * The tables that belong to no single tenant, each with the reason. Every other table is a tenant's, and the catalog
 * test holds it to that.
 */
export const platformTables = {
  tenant: "found by slug before anybody is inside",
  user_account: "one human, many tenants",
  session: "checked before the tenant is known",
  credential_token: "taken from a link or a code, before anybody is inside",
  passkey: "names its user by itself, before anybody is known",
  authenticator: "one human's, in every tenant",
  recovery_code: "one human's, in every tenant",
  credential_code: "asked for before anybody is inside",
  email_change: "an account's, whatever halls it is in",
  attempt_window: "limits count addresses, not tenants",
  worker_node: "processes serve all tenants",
  callback_inbox: "stored before anybody knows whose it is",
  message: "sign-in mail has no tenant; the sender serves all",
  sign_up: "asked for before there is a tenant",
  closed_hall: "remembered after its tenant is gone",
  sync_node: "a process serves the rooms of all tenants",
} as const;

/** Tenant tables that named purposes may also reach across tenants. The catalog test refuses any other. */
export const openedTenantTables = [
  "person",
  "login",
  "membership",
  "outbox",
  "delivery",
  "scheduled_fact",
  "notice_due",
  "change_set_item",
  "audit_entry",
  "sync_room",
  "sync_update",
  "sync_snapshot",
  "sync_archive",
] as const;

/** Bookkeeping of the migrator and the job queue, which no role of the product can read. */
export const ownerTables = ["migration", "migration_lock"] as const;
