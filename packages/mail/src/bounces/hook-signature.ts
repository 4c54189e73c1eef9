import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether `header` is the hex HMAC-SHA256 of `body` under `secret`, with or without "sha256=" before it. Timing-safe. */
export function verifyHookSignature(
  secret: string,
  body: string | Uint8Array,
  header: string | null | undefined,
): boolean {
  const given = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(header?.trim() ?? "")?.[1];
  if (given === undefined) return false;
  return timingSafeEqual(Buffer.from(given, "hex"), createHmac("sha256", secret).update(body).digest());
}
