import type { Config } from "./config.ts";

/** One connection for each role; see docs/architecture.md, "Roles". Reading one that is not configured throws. */
export interface DatabaseUrls {
  /** Owns the schema; used by migrations and backups alone, so processes that serve are run without it. */
  readonly owner: string;
  readonly app: string;
  readonly platform: string;
  /** Owns the job queue; a process with RUN_JOBS=0 is run without it. */
  readonly jobs: string;
}

/**
 * The four connections, from the environment or from the embedded server's owner URL.
 * A role without a URL of its own uses the owner's, with the user's name changed.
 */
export function resolveDatabase(config: Config, embeddedOwnerUrl?: string): DatabaseUrls {
  const owner = config.DATABASE_URL ?? embeddedOwnerUrl;
  const ofRole = (own: string | undefined, role: string) => own ?? (owner && asRole(owner, role));
  const app = ofRole(config.DATABASE_APP_URL, "guildhall_app");
  const platform = ofRole(config.DATABASE_PLATFORM_URL, "guildhall_platform");
  const jobs = ofRole(config.DATABASE_JOBS_URL, "guildhall_jobs");
  // Read one by one, since a process is given the roles that it needs and no other.
  return {
    get owner() {
      return known(owner, "DATABASE_URL");
    },
    get app() {
      return known(app, "DATABASE_APP_URL");
    },
    get platform() {
      return known(platform, "DATABASE_PLATFORM_URL");
    },
    get jobs() {
      return known(jobs, "DATABASE_JOBS_URL");
    },
  };
}

function asRole(ownerUrl: string, role: string): string {
  return ownerUrl.replace(/^(postgres(?:ql)?:\/\/)([^:@/]+)/, `$1${role}`);
}

function known(url: string | undefined, variable: string): string {
  if (url === undefined)
    throw new Error(`No database for this: ${variable} is not set, and no embedded server is there.`);
  return url;
}
