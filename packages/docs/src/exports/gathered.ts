import type { Locale } from "@guildhall/core";
import type { OpenFile } from "@guildhall/files";
import type { Chapter, Writing } from "../formats/writing.ts";

/** All that goes into a file, as whoever takes it along may see it. */
export interface Gathered {
  readonly title: string;
  readonly locale: Locale;
  readonly chapters: readonly (Chapter & { readonly parentId: string | null })[];
  readonly files: ReadonlyMap<string, OpenFile>;
  readonly liveText: Writing["liveText"];
  /** Of the hall as they walk it: "https://hall.example/w/yuanshan". */
  readonly hall: string;
}

export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: AsyncIterable<Uint8Array> | Uint8Array;
}
