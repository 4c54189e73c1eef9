import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Id } from "@guildhall/core";

const version = 1;
const nonceLength = 12;
const tagLength = 16;

interface Seal {
  /** The installation's secret. */
  readonly secret: string;
  /** Whose it is: sealed for one user, it opens for no other. */
  readonly userId: Id<"user_account">;
}

/** Encrypts what an authenticator app and we both know: version, nonce, tag, text. */
export function sealSecret(plain: Uint8Array, { secret, userId }: Seal): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), nonce).setAAD(Buffer.from(userId));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), text]);
}

/** Opens it again; throws for what was changed, sealed for somebody else, or under another installation's secret. */
export function openSecret(sealed: Uint8Array, { secret, userId }: Seal): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== version) throw new Error("This secret is sealed in a way that this release does not know.");
  const nonce = bytes.subarray(1, 1 + nonceLength);
  const tag = bytes.subarray(1 + nonceLength, 1 + nonceLength + tagLength);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), nonce, { authTagLength: tagLength })
    .setAAD(Buffer.from(userId))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(1 + nonceLength + tagLength)), decipher.final()]);
}

/** A key for this alone, so that the installation's secret is used for one thing at a time. */
function keyOf(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", "guildhall authenticator secrets", 32));
}
