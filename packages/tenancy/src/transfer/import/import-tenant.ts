import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { conflict, type Id } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, findTenantBySlug, type Scope, violates } from "@guildhall/db";
import type { FileStore } from "@guildhall/files";
import { slugSchema } from "../../tenants/tenant.ts";
import { importedScope, readTenantRow } from "./imported-scope.ts";
import { loadTenant } from "./load-tenant.ts";
import { type UnpackedExport, unpackExport } from "./unpack-export.ts";

export interface ImportOptions {
  /** An address of its own, where the exported one is taken. */
  slug?: string | undefined;
  /** Where the export is unpacked meanwhile; it takes as much room as what is in it. The system's temporary folder otherwise. */
  workDirectory?: string | undefined;
  /** The most that it may unpack to. */
  limitBytes?: number;
  /** What else has to be done in the tenant before anybody sees it, such as enqueuing mail that still waits. */
  settle?: (ctx: Ctx) => Promise<void>;
}

const defaultLimit = 100 * 1024 ** 3;

/**
 * Brings a tenant in from its export, with its ids: the same tenant. It is unpacked and checked whole first, then goes
 * in by one transaction of its own, as the product under row-level security; on failure neither rows nor files stay.
 * Users are matched by e-mail; those who are new here are made without a password. Conflicts `transfer.tenant-exists`,
 * `transfer.slug-taken`, `transfer.users-changed`; otherwise `archive.*` and `transfer.*` say what is wrong with it.
 */
export async function importTenant(
  database: Database,
  readable: Readable,
  store: Pick<FileStore, "put" | "delete">,
  { slug, workDirectory = tmpdir(), limitBytes = defaultLimit, settle = async () => undefined }: ImportOptions = {},
): Promise<Id<"tenant">> {
  const newSlug = slug === undefined ? null : slugSchema.parse(slug);
  const directory = await mkdtemp(join(workDirectory, "guildhall-import-"));
  try {
    const onManifest = ({ tenant }: UnpackedExport["manifest"]) =>
      refuseTaken(database, { ...tenant, slug: newSlug ?? tenant.slug });
    const unpacked = await unpackExport(readable, directory, { limitBytes, onManifest });
    const tenantRow = await readTenantRow(unpacked, newSlug);
    const scope = importedScope(tenantRow);
    await refuseTaken(database, scope.tenant);
    await inOneTransaction(database, scope, (ctx) => loadTenant({ ctx, database, store, settle }, unpacked, tenantRow));
    return scope.tenant.id;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function refuseTaken(database: Database, { id, slug }: { id: Id<"tenant">; slug: string }): Promise<void> {
  const [sameId, sameSlug] = await database.withPlatform(
    "transfer",
    async (platform) => [await findTenantById(platform, id), await findTenantBySlug(platform, slug)],
    { readOnly: true },
  );
  if (sameId) throw conflict("transfer.tenant-exists", { slug: sameId.slug });
  if (sameSlug) throw conflict("transfer.slug-taken", { slug });
}

async function inOneTransaction(database: Database, scope: Scope, work: (ctx: Ctx) => Promise<void>): Promise<void> {
  try {
    await database.withTenant(scope, work, { once: true });
  } catch (error) {
    // Somebody was faster.
    if (violates(error, "tenant_pkey")) throw conflict("transfer.tenant-exists", { slug: scope.tenant.slug });
    throw violates(error, "tenant_slug_key") ? conflict("transfer.slug-taken", { slug: scope.tenant.slug }) : error;
  }
}
