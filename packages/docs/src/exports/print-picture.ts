import { buffer } from "node:stream/consumers";
import { type OpenFile, printablePicture } from "@guildhall/files";
import type { TakenPicture } from "../formats/writing.ts";

/** Larger ones are named, not shown. */
const largest = 30 * 1024 * 1024;

/** A picture in a form that every format takes; undefined for what is none, or cannot be read. */
export async function printPicture(file: OpenFile): Promise<TakenPicture | undefined> {
  if (!file.mediaType.startsWith("image/") || file.size > largest) return undefined;
  try {
    return await printablePicture(await buffer(await file.read()));
  } catch {
    // A picture that nobody can read any more does not keep the words back.
    return undefined;
  }
}
