import type { Config } from "./config.ts";

/** One connection for each role; see docs/architecture.md, "Roles". */
export interface DatabaseUrls {
  /** Owns the schema; used by migrations and backups alone. */
  readonly owner: string;
  readonly app: string;
  readonly platform: string;
  readonly jobs: string;
}

/**
 * The four connections, from the environment or from the embedded server's owner URL.
 * A role without a URL of its own uses the owner's, with the user's name changed.
 */
export function resolveDatabase(config: Config, embeddedOwnerUrl?: string): DatabaseUrls {
  const owner = config.DATABASE_URL ?? embeddedOwnerUrl;
  if (!owner) throw new Error("No database: neither DATABASE_URL nor an embedded server is there.");
  return {
    owner,
    app: config.DATABASE_APP_URL ?? asRole(owner, "guildhall_app"),
    platform: config.DATABASE_PLATFORM_URL ?? asRole(owner, "guildhall_platform"),
    jobs: config.DATABASE_JOBS_URL ?? asRole(owner, "guildhall_jobs"),
  };
}

function asRole(ownerUrl: string, role: string): string {
  return ownerUrl.replace(/^(postgres(?:ql)?:\/\/)([^:@/]+)/, `$1${role}`);
}
