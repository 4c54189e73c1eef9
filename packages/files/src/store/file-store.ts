import type { Readable } from "node:stream";
import type { Id } from "@guildhall/core";
import type { StorageKey } from "./storage-key.ts";

/** The first and the last byte wanted, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Bytes on their way out. Whoever gets them reads the stream to its end or destroys it. */
interface StoredBytes {
  readonly stream: Readable;
  /** What the stream yields: of the range, where one was asked for. */
  readonly size: number;
}

export interface StoredObject {
  readonly key: StorageKey;
  readonly storedAt: Date;
}

/** Keeps bytes under keys. Knows no tenants, no names and no rights. */
export interface FileStore {
  /** Resolves once the bytes would survive a power cut; after a failure there is nothing under the key. */
  put(content: AsyncIterable<Uint8Array>, key: StorageKey): Promise<void>;
  /** Null where nothing is. A range must lie within the size. */
  get(key: StorageKey, range?: ByteRange): Promise<StoredBytes | null>;
  exists(key: StorageKey): Promise<boolean>;
  /** Whether or not there was anything. */
  delete(key: StorageKey): Promise<void>;
  /**
   * Everything that is finished, tenant by tenant, or one tenant's alone. What others keep in the same place is not ours
   * and not listed.
   */
  list(tenantId?: Id<"tenant">): AsyncIterable<StoredObject>;
  /** Removes what a put that died left behind before this instant. */
  discardUnfinished(before: Date): Promise<void>;
}
