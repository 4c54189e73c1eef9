import type { Ctx } from "@guildhall/db";
import { countStoredBytes, type ReceivedFile } from "@guildhall/files";
import { recordFile } from "@guildhall/files/record";
import type { FileSubject, StoredFile } from "@guildhall/files/schemas";
import { requireRoom } from "./require-room.ts";

/** `recordFile`, as far as the hall's plan has room (`tenancy.files-full`). Called before any other lock is taken. */
export async function keepFile(ctx: Ctx, received: ReceivedFile, subject: FileSubject): Promise<StoredFile> {
  await requireRoom(ctx, "files.bytes", { more: received.size, used: () => countStoredBytes(ctx) });
  return recordFile(ctx, received, subject);
}
