import { PassThrough } from "node:stream";
import { type Id, idSchema, systemClock } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, type Scope, systemScope } from "@guildhall/db";
import { type FileStore, newStorageKey, type StorageKey } from "@guildhall/files";
import { appendFact, defineTask, enqueueJob, type Task, type TaskRun } from "@guildhall/jobs";
import { z } from "zod";
import { exportTenant } from "../transfer/export/export-tenant.ts";
import { dropExportJob } from "./drop-export.ts";
import { keptMs } from "./export.ts";

/** Stored with queued jobs, so it keeps its name. */
export const packExportJob = "tenancy.pack-export";

interface Packing {
  readonly database: Database;
  readonly store: Pick<FileStore, "get" | "put" | "delete">;
  readonly scope: Scope;
  readonly exportId: Id<"tenant_export">;
}

export function packExportTask(store: Packing["store"]): Task {
  return defineTask({
    name: packExportJob,
    payload: z.object({ tenantId: idSchema("tenant"), exportId: idSchema("tenant_export") }),
    run: async ({ tenantId, exportId }, { database, attempt }) => {
      const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId));
      if (tenant) await packExport({ database, store, scope: systemScope(tenant), exportId }, attempt);
    },
  });
}

/** Writes a requested export to the store and says so. Begun anew after a crash: what was half written is swept. */
async function packExport(packing: Packing, attempt: TaskRun["attempt"]): Promise<void> {
  if (!(await claim(packing))) return;
  const key = newStorageKey(packing.scope.tenant.id);
  try {
    const bytes = await write(packing, key);
    if (!(await finish(packing, key, bytes))) await packing.store.delete(key);
  } catch (error) {
    if (attempt.number >= attempt.max) await giveUp(packing);
    throw error;
  }
}

const open = ["waiting", "packing"] as const;

function inside<Result>({ database, scope }: Packing, work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  return database.withTenant(scope, work);
}

async function claim(packing: Packing): Promise<boolean> {
  return inside(packing, async ({ db }) => {
    const { numUpdatedRows } = await db
      .updateTable("tenant_export")
      .set({ state: "packing", bytes: 0, seen_at: systemClock.now() })
      .where("id", "=", packing.exportId)
      .where("state", "in", open)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
}

const tellEveryMs = 1_000;

/** Streams the archive into the store, in constant memory, and says every second how far it has come. */
async function write(packing: Packing, key: StorageKey): Promise<number> {
  const { database, store, scope } = packing;
  const archive = new PassThrough();
  let bytes = 0;
  let told = systemClock.now().getTime();
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of archive) {
      bytes += chunk.length;
      yield chunk;
      if (systemClock.now().getTime() - told < tellEveryMs) continue;
      told = systemClock.now().getTime();
      await tell(packing, bytes);
    }
  };
  const failures: unknown[] = [];
  const part = (work: Promise<void>) =>
    work.catch((error: unknown) => {
      failures.push(error);
      archive.destroy(); // or the other part would wait for ever
    });
  await Promise.all([part(exportTenant(database, scope.tenant.id, store, archive)), part(store.put(counted(), key))]);
  if (failures.length > 0) throw failures[0]; // the other is its echo
  return bytes;
}

async function tell(packing: Packing, bytes: number): Promise<void> {
  await inside(packing, ({ db }) =>
    db
      .updateTable("tenant_export")
      .set({ bytes, seen_at: systemClock.now() })
      .where("id", "=", packing.exportId)
      .where("state", "=", "packing")
      .execute(),
  );
}

/** False where it was given up meanwhile. */
function finish(packing: Packing, key: StorageKey, bytes: number): Promise<boolean> {
  const { exportId } = packing;
  return inside(packing, async (ctx) => {
    const now = ctx.clock.now();
    const row = await ctx.db
      .updateTable("tenant_export")
      .set({
        state: "ready",
        bytes,
        archive_key: key,
        finished_at: now,
        expires_at: new Date(now.getTime() + keptMs),
      })
      .where("id", "=", exportId)
      .where("state", "=", "packing")
      .returning("requested_by_person_id")
      .executeTakeFirst();
    if (!row) return false;
    const tenantId = ctx.tenant.id;
    await appendFact(ctx, "tenancy.export-finished", { tenantId, personId: row.requested_by_person_id });
    const runAt = new Date(systemClock.now().getTime() + keptMs);
    await enqueueJob(ctx.db, dropExportJob, { tenantId, exportId }, { key: `drop:${exportId}`, runAt });
    return true;
  });
}

async function giveUp(packing: Packing): Promise<void> {
  await inside(packing, ({ db }) =>
    db
      .updateTable("tenant_export")
      .set({ state: "failed" })
      .where("id", "=", packing.exportId)
      .where("state", "in", open)
      .execute(),
  );
}
