import type { Id } from "@guildhall/core";
import type { FileCategory } from "../media-type.ts";
import type { PictureSize } from "../pictures/rendition-sizes.ts";
import type { StorageKey } from "../store/storage-key.ts";
import type { UploadContent } from "./upload-content.ts";

/** What somebody hands in. */
export interface Upload {
  readonly content: UploadContent;
  /** As they call it; tidied before it is kept. */
  readonly name: string;
  readonly limitBytes: number;
  /** What may come in, by its content; everything where it is left out. */
  readonly accept?: readonly FileCategory[] | undefined;
}

/** Bytes that lie in the store, durably, and that no row speaks of yet. Unless one does soon, they are swept. */
export interface ReceivedFile {
  readonly tenantId: Id<"tenant">;
  readonly storageKey: StorageKey;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly picture: PictureSize | null;
  /** When the first byte was asked for. */
  readonly receivedAt: Date;
}

/** How long receiving and waiting for a row may take together. */
export const receivedForMs = 12 * 60 * 60 * 1000;

/**
 * How old bytes without a row must be to be swept: so much older than any that may still get one that a transaction
 * under way cannot lose them.
 */
export const orphanGraceMs = 2 * receivedForMs;
