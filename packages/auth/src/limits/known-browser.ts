import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Id } from "@guildhall/core";

const mostAccounts = 4;

/**
 * What a browser keeps once somebody has signed in there, and keeps after they have left: it signs nobody in, but its
 * tries are counted by themselves, so that no stranger, not even on the same network, can use up its owner's. Signed, so
 * that nobody can make one for an account that is not theirs.
 */
export function rememberBrowser(secret: string, kept: string | null, userId: Id<"user_account">): string {
  const others = entriesOf(kept).filter((entry) => idIn(secret, entry, userId) === null);
  const id = randomBytes(12).toString("base64url");
  const same = recogniseBrowser(secret, kept, userId);
  const entry = `${same ?? id}.${sign(secret, same ?? id, userId)}`;
  return [entry, ...others].slice(0, mostAccounts).join("~");
}

/** The browser's own id where this account has signed in there before; null elsewhere, and where there is no account. */
export function recogniseBrowser(
  secret: string,
  kept: string | null,
  userId: Id<"user_account"> | null,
): string | null {
  const whose = userId ?? nobody; // as much work for an address that nobody has
  const ids = entriesOf(kept).map((entry) => idIn(secret, entry, whose));
  return userId === null ? null : (ids.find((id) => id !== null) ?? null);
}

const nobody = "nobody";

function entriesOf(kept: string | null): string[] {
  return (kept ?? "")
    .split("~")
    .filter((entry) => /^[\w-]{16}\.[\w-]{43}$/.test(entry))
    .slice(0, mostAccounts);
}

function idIn(secret: string, entry: string, userId: string): string | null {
  const [id = "", signature = ""] = entry.split(".");
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(secret, id, userId))) ? id : null;
}

function sign(secret: string, id: string, userId: string): string {
  return createHmac("sha256", secret).update(`known-browser:${userId}:${id}`).digest("base64url");
}
