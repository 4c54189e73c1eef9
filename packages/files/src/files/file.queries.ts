import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, type DB, keyset } from "@guildhall/db";
import type { Selectable } from "kysely";
import type { FileSubject, StoredFile } from "../file.ts";
import { categoryOf } from "../media-type.ts";
import { type StorageKey, storageKeySchema } from "../store/storage-key.ts";

/** A file with the key of its bytes, for whoever carries them away: `store.get(file.storageKey)`. */
export interface TenantFile extends StoredFile {
  readonly storageKey: StorageKey;
}

/** One file; not found for another tenant's. Says nothing of who may see it. */
export async function findFile(ctx: Ctx, fileId: Id<"file">): Promise<TenantFile> {
  const row = await ctx.db.selectFrom("file").select(fileColumns).where("id", "=", fileId).executeTakeFirst();
  if (!row) throw notFound();
  return tenantFile(row);
}

/** The files of one subject, oldest first. */
export async function listFilesOf(ctx: Ctx, subject: FileSubject, page: Page): Promise<PageOf<StoredFile>> {
  const query = ctx.db
    .selectFrom("file")
    .select(fileColumns)
    .where("subject_type", "=", subject.type)
    .where("subject_id", "=", subject.id);
  const { rows, ...cursors } = await keyset(query, page, { columns: ["id"], direction: "asc" });
  return { ...cursors, rows: rows.map(storedFile) };
}

/** The bytes that a tenant's files take, as they were sent: what is made of them again does not count. */
export async function countStoredBytes(ctx: Ctx): Promise<number> {
  const { bytes } = await ctx.db
    .selectFrom("file")
    .select((where) => where.fn.sum<number | null>("size").as("bytes"))
    .executeTakeFirstOrThrow();
  return Number(bytes ?? 0); // PostgreSQL adds bigints up to a numeric, which comes as text
}

/** Every file of the tenant, oldest first: what an export takes along. Renditions are not listed, they can be made again. */
export async function listTenantFiles(ctx: Ctx, page: Page): Promise<PageOf<TenantFile>> {
  const query = ctx.db.selectFrom("file").select(fileColumns);
  const { rows, ...cursors } = await keyset(query, page, { columns: ["id"], direction: "asc" });
  return { ...cursors, rows: rows.map(tenantFile) };
}

export const fileColumns = [
  "id",
  "subject_type",
  "subject_id",
  "name",
  "media_type",
  "size",
  "sha256",
  "width",
  "height",
  "storage_key",
  "created_by_person_id",
  "created_at",
] as const;

type FileRow = Pick<Selectable<DB["file"]>, (typeof fileColumns)[number]>;

export function storedFile(row: FileRow): StoredFile {
  return {
    id: row.id,
    subject: { type: row.subject_type, id: row.subject_id },
    name: row.name,
    mediaType: row.media_type,
    category: categoryOf(row.media_type),
    size: row.size,
    sha256: row.sha256,
    width: row.width,
    height: row.height,
    createdAt: row.created_at,
    createdByPersonId: row.created_by_person_id,
  };
}

function tenantFile(row: FileRow): TenantFile {
  return { ...storedFile(row), storageKey: storageKeySchema.parse(row.storage_key) };
}
