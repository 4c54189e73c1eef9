import type { ByteRange } from "../store/file-store.ts";

/**
 * What a Range header (RFC 9110 §14) asks of `size` bytes. "all" for no range, one that is not understood and several
 * at once, which a server may all answer in full; "none" for one that lies beyond the end.
 */
export function readRange(header: string | null, size: number): ByteRange | "all" | "none" {
  const [, from = "", to = ""] = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? "") ?? [];
  if (from === "" && to === "") return "all";
  if (from === "") return lastBytes(Number(to), size);
  const start = Number(from);
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < start) return "all";
  return start < size ? { start, end } : "none";
}

function lastBytes(count: number, size: number): ByteRange | "none" {
  return count > 0 && size > 0 ? { start: Math.max(0, size - count), end: size - 1 } : "none";
}
