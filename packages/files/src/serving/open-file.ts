import type { Readable } from "node:stream";
import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { findFile, type TenantFile } from "../files/file.queries.ts";
import { isPicture, servedType } from "../media-type.ts";
import type { RenditionWidth } from "../pictures/limits.ts";
import type { ByteRange, FileStore } from "../store/file-store.ts";
import { partsOf, type StorageKey, storageKeySchema } from "../store/storage-key.ts";
import type { FileAccess } from "./file-access.ts";

/** A file that the actor may see, ready to be read after the transaction. */
export interface OpenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly disposition: "inline" | "attachment";
  /** Strong: the same bytes as long as it is the same. */
  readonly etag: string;
  /** False while another answer will come to the same question: a rendition that is not made yet. */
  readonly lasting: boolean;
  /** Opens the bytes; whoever asks reads them to the end or destroys the stream. */
  read(range?: ByteRange): Promise<Readable>;
}

interface Options {
  /** A picture no wider than this, where it has one; for other files, and until it is made, the file itself. */
  width?: RenditionWidth | undefined;
}

/** Decides and opens. Not found: no such file, another tenant's, of a subject nobody answers for, or one not to be seen. */
export async function openFile(
  ctx: Ctx,
  store: FileStore,
  access: FileAccess,
  fileId: Id<"file">,
  { width }: Options = {},
): Promise<OpenFile> {
  const file = await findFile(ctx, fileId);
  await access.require(ctx, file.subject, fileId);
  if (width === undefined || file.width === null) return opened(store, { ...file, lasting: true });
  const rendition = await findRendition(ctx, file, width);
  return opened(store, rendition ? { ...rendition, lasting: true } : { ...file, lasting: false });
}

type Served = Pick<TenantFile, "name" | "mediaType" | "size" | "storageKey"> & { lasting: boolean };

function opened(store: FileStore, { name, mediaType, size, storageKey, lasting }: Served): OpenFile {
  return {
    name,
    mediaType: servedType(mediaType),
    size,
    disposition: isPicture(mediaType) ? "inline" : "attachment",
    etag: `"${partsOf(storageKey).objectId}"`,
    lasting,
    read: (range) => read(store, storageKey, range),
  };
}

async function read(store: FileStore, key: StorageKey, range: ByteRange | undefined): Promise<Readable> {
  const stored = await store.get(key, range);
  if (!stored) throw notFound(); // deleted since the decision
  return stored.stream;
}

/** The widest that fits, or the narrowest there is; null while none is made. */
async function findRendition(ctx: Ctx, file: TenantFile, width: number): Promise<Omit<Served, "lasting"> | null> {
  const made = await ctx.db
    .selectFrom("file_rendition")
    .select(["width", "media_type", "size", "storage_key"])
    .where("file_id", "=", file.id)
    .orderBy("width", "desc")
    .execute();
  const row = made.find((each) => each.width <= width) ?? made.at(-1);
  if (!row) return null;
  const name = `${file.name.replace(/\.[^.]*$/, "")}.webp`;
  return { name, mediaType: row.media_type, size: row.size, storageKey: storageKeySchema.parse(row.storage_key) };
}
