import type { Ctx } from "@guildhall/db";
import type { FileSubject, StoredFile } from "../file.ts";
import { recordFile } from "../files/record-file.ts";
import { receiveFile } from "../receiving/receive-file.ts";
import type { Upload } from "../receiving/received-file.ts";
import type { FileStore } from "../store/file-store.ts";

/** Receives and records in one, for content that is at hand. */
export async function storeFile(
  ctx: Ctx,
  store: FileStore,
  { subject, ...upload }: Upload & { readonly subject: FileSubject },
): Promise<StoredFile> {
  const received = await receiveFile(store, ctx.tenant.id, upload);
  return recordFile(ctx, received, subject);
}
