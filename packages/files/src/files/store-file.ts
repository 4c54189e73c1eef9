import type { Ctx } from "@guildhall/db";
import type { FileSubject, StoredFile } from "../file.ts";
import { receiveFile } from "../receiving/receive-file.ts";
import type { Upload } from "../receiving/received-file.ts";
import type { FileStore } from "../store/file-store.ts";
import { recordFile } from "./record-file.ts";

/**
 * Receives and records in one. For content that is at hand (made by us, or small): what comes over a network is
 * received before its transaction opens, with `receiveFile`.
 */
export async function storeFile(
  ctx: Ctx,
  store: FileStore,
  { subject, ...upload }: Upload & { readonly subject: FileSubject },
): Promise<StoredFile> {
  const received = await receiveFile(store, ctx.tenant.id, upload);
  return recordFile(ctx, received, subject);
}
