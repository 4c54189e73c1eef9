import { createHmac, timingSafeEqual } from "node:crypto";
import { toBase32 } from "./base32.ts";

const secondsAStep = 30;
const digits = 6;

/** Which half minute since 1970 a moment falls into. */
export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1_000 / secondsAStep);
}

/** The code of one step: RFC 6238 with SHA-1 and six digits, which is what every authenticator app knows. */
export function codeOfStep(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f; // RFC 4226 §5.3
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The step that a code belongs to, among this one and its neighbours, since clocks differ; null for none of them. */
export function findStep(secret: Uint8Array, code: string, now: Date): number | null {
  const given = Buffer.from(code);
  const here = stepOf(now);
  const right = [here, here - 1, here + 1].filter((step) => {
    const expected = Buffer.from(codeOfStep(secret, step));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  return right[0] ?? null;
}

/** What the square code says to an app (Google's Key URI format). */
export function keyUri(secret: Uint8Array, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${digits}&period=${secondsAStep}`;
}
