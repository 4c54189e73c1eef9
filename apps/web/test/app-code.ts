import { createHmac } from "node:crypto";

/** What an authenticator app shows now for the secret that was typed into it (RFC 6238). */
export function appCode(typed: string): string {
  const bits = [...typed.replaceAll(" ", "")]
    .map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  return String((mac.readUInt32BE(mac.readUInt8(19) & 15) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

/** The secret that the page of a new app shows to be typed. */
export function typedSecret(page: string): string {
  return /value="([A-Z2-7]{4}(?: [A-Z2-7]{4}){7})"/.exec(page)?.[1] ?? "";
}
