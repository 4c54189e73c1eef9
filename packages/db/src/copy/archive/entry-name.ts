import { z } from "zod";

/** What an entry of an archive may be called: relative, with no part that begins with a dot, so it leads nowhere else. */
export const entryName = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/);

/** The first entry: what the archive holds. */
export const manifestName = "manifest.json";

/** The last entry: that the archive is whole. */
export const sealName = "seal.json";

/** SHA-256 of the entries before it, as sha256sum writes and checks them. */
export const checksumsName = /^checksums\/\d{6}\.txt$/;

/** The name of a part of what is cut into parts, counted from 1. */
export function partName(folder: string, number: number, ending: string): string {
  return `${folder}/${String(number).padStart(6, "0")}.${ending}`;
}
