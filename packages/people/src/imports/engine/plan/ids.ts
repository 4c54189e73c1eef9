import { randomFillSync } from "node:crypto";
import type { Id } from "@guildhall/core";

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const pool = new Uint8Array(8_192);
let used = pool.length;
let lastMs = 0;
let counter = 0;

/**
 * UUIDv7 as `newId` makes them, and each greater than the one before (RFC 9562 §6.2, method 1): of what came in at one
 * instant, the first in the file is the first. A fraction of the time, since an import needs them by the hundred thousand.
 */
export function nextId<Table extends string>(): Id<Table> {
  const ms = Math.max(Date.now(), lastMs);
  counter = ms === lastMs ? counter + 1 : 0;
  lastMs = counter > 0xfff ? ms + 1 : ms;
  if (counter > 0xfff) counter = 0;
  if (used + 8 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const time = lastMs.toString(16).padStart(12, "0");
  const at = (place: number) => hex[pool[used + place] ?? 0] ?? "00";
  const variant = hex[0x80 | ((pool[used] ?? 0) & 0x3f)];
  const text = `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, "0")}-${variant}${at(1)}-${at(2)}${at(3)}${at(4)}${at(5)}${at(6)}${at(7)}`;
  used += 8;
  return text as Id<Table>;
}
