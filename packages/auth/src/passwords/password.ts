import { hash, verify } from "@node-rs/argon2";

/** Argon2id at OWASP's first recommendation (19 MiB, 2 passes, 1 lane). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/** Whether the password is right. Takes the same time where there is no hash, so that it tells nobody who has an account. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await decoy()), password.normalize("NFKC"));
  return stored !== null && right;
}

let decoyHash: Promise<string> | null = null;

function decoy(): Promise<string> {
  decoyHash ??= hashPassword(crypto.randomUUID());
  return decoyHash;
}
