import { Readable } from "node:stream";
import { type Id, invalid, systemClock, tooLarge } from "@guildhall/core";
import { tidyFileName } from "../file-name.ts";
import { categoryOf, isPicture } from "../media-type.ts";
import { maxPictureBytes } from "../pictures/limits.ts";
import { inspectPicture } from "../pictures/picture.ts";
import type { PictureSize } from "../pictures/rendition-sizes.ts";
import type { FileStore } from "../store/file-store.ts";
import { newStorageKey, type StorageKey } from "../store/storage-key.ts";
import { Measured } from "./measured.ts";
import type { ReceivedFile, Upload } from "./received-file.ts";
import { type Sampled, takeSample } from "./sample.ts";
import { typeByContent } from "./type-by-content.ts";
import { chunksOf } from "./upload-content.ts";

/**
 * Brings an upload into the store, typed by its content, in constant memory but for pictures, which are decoded once.
 * Outside of any transaction, so that a slow sender holds no connection; `recordFile` then makes it a file.
 * Refuses with files.too-large, files.type-refused, files.image-unreadable, files.image-too-large, files.empty.
 */
export async function receiveFile(store: FileStore, tenantId: Id<"tenant">, upload: Upload): Promise<ReceivedFile> {
  const receivedAt = systemClock.now();
  const name = tidyFileName(upload.name);
  const measured = new Measured(chunksOf(upload.content), upload.limitBytes);
  const sampled = await takeSample(measured);
  const mediaType = await acceptedType(sampled, name, upload);
  const storageKey = newStorageKey(tenantId);
  const picture = isPicture(mediaType)
    ? await putPicture(store, sampled.whole, storageKey, mediaType)
    : await store.put(sampled.whole, storageKey).then(() => null);
  return { tenantId, storageKey, name, mediaType, ...measured.result(), picture, receivedAt };
}

async function acceptedType({ sample, complete, release }: Sampled, name: string, { accept }: Upload): Promise<string> {
  try {
    if (sample.length === 0) throw invalid("files.empty");
    const mediaType = await typeByContent(sample, { name, complete });
    if (accept && !accept.includes(categoryOf(mediaType))) throw invalid("files.type-refused", {}, { mediaType });
    return mediaType;
  } catch (error) {
    await release();
    throw error;
  }
}

async function putPicture(
  store: FileStore,
  whole: AsyncIterable<Uint8Array>,
  key: StorageKey,
  mediaType: string,
): Promise<PictureSize> {
  const bytes = await inMemory(whole, maxPictureBytes);
  const size = await inspectPicture(bytes, mediaType);
  await store.put(Readable.from([bytes]), key);
  return size;
}

async function inMemory(chunks: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limitBytes) throw tooLarge("files.too-large", { limit: limitBytes });
    kept.push(chunk);
  }
  return Buffer.concat(kept);
}
