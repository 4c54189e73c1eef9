import type { Id } from "@guildhall/core";
import type { FileCategory } from "./media-type.ts";

/** What a file belongs to; who may see that may see the file. */
export interface FileSubject {
  readonly type: string;
  readonly id: Id<string>;
}

/** A file as everybody but the store knows it. */
export interface StoredFile {
  readonly id: Id<"file">;
  readonly subject: FileSubject;
  readonly name: string;
  /** By its content. What it is served as may be less (media-type.ts). */
  readonly mediaType: string;
  readonly category: FileCategory;
  readonly size: number;
  /** Of the bytes, in hex. */
  readonly sha256: string;
  /** Of a picture as it is looked at, its orientation applied. */
  readonly width: number | null;
  readonly height: number | null;
  readonly createdAt: Date;
  readonly createdByPersonId: Id<"person"> | null;
}
