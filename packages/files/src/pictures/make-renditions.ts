import { Readable } from "node:stream";
import { type Id, idSchema } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, systemScope } from "@guildhall/db";
import { defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import type { FileStore } from "../store/file-store.ts";
import { newStorageKey, type StorageKey, storageKeySchema } from "../store/storage-key.ts";
import { renderPicture } from "./picture.ts";
import { type PictureSize, renditionSizes } from "./rendition-sizes.ts";

export const makeRenditionsOf = "files.make-renditions";

const payload = z.object({ tenantId: idSchema("tenant"), fileId: idSchema("file") });

export function makeRenditionsTask(store: FileStore): Task {
  return defineTask({
    name: makeRenditionsOf,
    payload,
    run: (picture, { database }) => makeRenditions(database, store, picture),
  });
}

interface Rendition extends PictureSize {
  readonly size: number;
  readonly storageKey: StorageKey;
}

/** Makes a picture's renditions: all of them or none, once, however often and by however many it is run. */
export async function makeRenditions(
  database: Database,
  store: FileStore,
  { tenantId, fileId }: z.output<typeof payload>,
): Promise<void> {
  const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId));
  if (!tenant) return;
  const scope = systemScope(tenant);
  const picture = await database.withTenant(scope, (ctx) => findUnrendered(ctx, fileId));
  const original = picture && (await bytesOf(store, picture.storageKey));
  if (!picture || !original) return; // deleted meanwhile, or done
  const made: Rendition[] = [];
  for (const size of renditionSizes(picture)) {
    const bytes = await renderPicture(original, size);
    const storageKey = newStorageKey(tenantId);
    await store.put(Readable.from([bytes]), storageKey);
    made.push({ ...size, size: bytes.length, storageKey });
  }
  const kept = await database.withTenant(scope, (ctx) => record(ctx, fileId, made));
  if (!kept) for (const { storageKey } of made) await store.delete(storageKey);
}

async function findUnrendered(
  ctx: Ctx,
  fileId: Id<"file">,
): Promise<(PictureSize & { storageKey: StorageKey }) | null> {
  const row = await ctx.db
    .selectFrom("file")
    .select(["width", "height", "storage_key"])
    .where("id", "=", fileId)
    .executeTakeFirst();
  if (!row || row.width === null || row.height === null || (await hasRenditions(ctx, fileId))) return null;
  return { width: row.width, height: row.height, storageKey: storageKeySchema.parse(row.storage_key) };
}

async function hasRenditions(ctx: Ctx, fileId: Id<"file">): Promise<boolean> {
  return (
    (await ctx.db
      .selectFrom("file_rendition")
      .select("width")
      .where("file_id", "=", fileId)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}

/** False where somebody else was faster, or the file is gone. The file's lock keeps two from recording at once. */
async function record(ctx: Ctx, fileId: Id<"file">, made: readonly Rendition[]): Promise<boolean> {
  const file = await ctx.db.selectFrom("file").select("id").where("id", "=", fileId).forUpdate().executeTakeFirst();
  if (!file || (await hasRenditions(ctx, fileId))) return false;
  const rows = made.map(({ width, height, size, storageKey }) => ({
    tenant_id: ctx.tenant.id,
    file_id: fileId,
    width,
    height,
    media_type: "image/webp",
    size,
    storage_key: storageKey,
  }));
  await ctx.db.insertInto("file_rendition").values(rows).execute();
  return true;
}

async function bytesOf(store: FileStore, key: StorageKey): Promise<Buffer | null> {
  const stored = await store.get(key);
  if (!stored) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of stored.stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
