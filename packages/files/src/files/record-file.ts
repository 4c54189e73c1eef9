import { type Id, systemClock, unavailable } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact, enqueueJob } from "@guildhall/jobs";
import type { FileSubject, StoredFile } from "../file.ts";
import { makeRenditionsOf } from "../pictures/make-renditions.ts";
import { type ReceivedFile, receivedForMs } from "../receiving/received-file.ts";
import { fileColumns, storedFile } from "./file.queries.ts";

/**
 * Makes a file of received bytes, in the caller's transaction; who may is the subject's policy, asked before. Bytes
 * that have waited for half a day are refused (files.upload-interrupted), since they will be swept.
 */
export async function recordFile(ctx: Ctx, received: ReceivedFile, subject: FileSubject): Promise<StoredFile> {
  if (received.tenantId !== ctx.tenant.id) throw new Error("These bytes were received for another tenant.");
  if (systemClock.now().getTime() - received.receivedAt.getTime() > receivedForMs)
    throw unavailable("files.upload-interrupted");

  const file = await insert(ctx, received, subject);

  if (received.picture) await enqueueMaking(ctx, file.id);
  await appendFact(ctx, "files.file-stored", { fileId: file.id });
  return file;
}

async function insert(ctx: Ctx, received: ReceivedFile, subject: FileSubject): Promise<StoredFile> {
  const row = await ctx.db
    .insertInto("file")
    .values({
      tenant_id: ctx.tenant.id,
      subject_type: subject.type,
      subject_id: subject.id,
      name: received.name,
      media_type: received.mediaType,
      size: received.size,
      sha256: received.sha256,
      width: received.picture?.width ?? null,
      height: received.picture?.height ?? null,
      storage_key: received.storageKey,
      created_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      created_at: ctx.clock.now(),
    })
    .returning(fileColumns)
    .executeTakeFirstOrThrow();
  return storedFile(row);
}

function enqueueMaking(ctx: Ctx, fileId: Id<"file">): Promise<void> {
  return enqueueJob(
    ctx.db,
    makeRenditionsOf,
    { tenantId: ctx.tenant.id, fileId },
    { key: `${makeRenditionsOf}:${fileId}` },
  );
}
