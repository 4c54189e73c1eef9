import { forbidden, type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type FileStore, type OpenFile, storageKeySchema } from "@guildhall/files";
import type { HallExport } from "./export.ts";

/** The latest exports, newest first, for those who may take them along. */
export async function listExports(ctx: Ctx, most = 10): Promise<HallExport[]> {
  if (!ctx.actor.can("tenant.export")) throw forbidden();
  const rows = await ctx.db
    .selectFrom("tenant_export as e")
    .innerJoin("person as p", (join) =>
      join.onRef("p.tenant_id", "=", "e.tenant_id").onRef("p.id", "=", "e.requested_by_person_id"),
    )
    .select([
      "e.id",
      "e.state",
      "e.bytes",
      "p.full_name as requestedBy",
      "e.requested_at as requestedAt",
      "e.expires_at as expiresAt",
    ])
    .orderBy("e.requested_at", "desc")
    .orderBy("e.id", "desc")
    .limit(most)
    .execute();
  const now = ctx.clock.now();
  return rows.map((row) => (row.expiresAt && row.expiresAt <= now ? { ...row, state: "swept" } : row));
}

/** An export as a file to download. Not found: another hall's, one that is not ready, or whose week is over. */
export async function openExport(
  ctx: Ctx,
  store: Pick<FileStore, "get">,
  exportId: Id<"tenant_export">,
): Promise<OpenFile> {
  if (!ctx.actor.can("tenant.export")) throw forbidden();
  const row = await ctx.db
    .selectFrom("tenant_export")
    .select(["bytes", "archive_key", "finished_at"])
    .where("id", "=", exportId)
    .where("state", "=", "ready")
    .where("expires_at", ">", ctx.clock.now())
    .executeTakeFirst();
  if (!row?.archive_key || !row.finished_at) throw notFound();
  const key = storageKeySchema.parse(row.archive_key);
  return {
    name: `guildhall-${ctx.tenant.slug}-${row.finished_at.toISOString().slice(0, 10)}.tar.gz`,
    mediaType: "application/gzip",
    size: row.bytes,
    disposition: "attachment",
    etag: `"${exportId}"`,
    lasting: false,
    read: async (range) => {
      const stored = await store.get(key, range);
      if (!stored) throw notFound(); // swept since
      return stored.stream;
    },
  };
}
