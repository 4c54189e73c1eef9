import { notFound } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { tellOwner } from "../notices/tell-owner.ts";
import { requireFreshProof } from "../sessions/fresh-proof.ts";
import { renewSession } from "../sessions/renew-session.ts";
import type { SignedIn } from "../sessions/sessions.ts";
import { mostPasskeys, type Passkey } from "./passkey.ts";
import { removePasskeyInput, renamePasskeyInput } from "./passkey-inputs.ts";

/** Somebody's passkeys, the newest first. */
export async function listPasskeys(database: Database, { user }: Pick<SignedIn, "user">): Promise<Passkey[]> {
  const rows = await database.withPlatform(
    "sign-in",
    (platform) =>
      platform
        .selectFrom("passkey")
        .select(["id", "name", "backed_up", "created_at", "last_used_at"])
        .where("user_id", "=", user.id)
        .orderBy("created_at", "desc")
        .orderBy("id")
        .limit(mostPasskeys)
        .execute(),
    { readOnly: true },
  );
  return rows.map(({ id, name, backed_up, created_at, last_used_at }) => ({
    id,
    name,
    backedUp: backed_up,
    createdAt: created_at,
    lastUsedAt: last_used_at,
  }));
}

/** Calls one of their own passkeys something else; somebody else's is not there. */
export async function renamePasskey(database: Database, { user }: SignedIn, input: unknown): Promise<void> {
  const { passkey, name } = renamePasskeyInput.parse(input);
  const renamed = await database.withPlatform("sign-in", (platform) =>
    platform
      .updateTable("passkey")
      .set({ name })
      .where("id", "=", passkey)
      .where("user_id", "=", user.id)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!renamed) throw notFound();
}

/** Gives one of their own passkeys up. Ends every other session; returns this one's new token. */
export async function removePasskey(database: Database, who: SignedIn, input: unknown, now: Date): Promise<string> {
  requireFreshProof(who, now);
  const { passkey } = removePasskeyInput.parse(input);
  return database.withPlatform("sign-in", async (platform) => {
    const removed = await platform
      .deleteFrom("passkey")
      .where("id", "=", passkey)
      .where("user_id", "=", who.user.id)
      .returning("id")
      .executeTakeFirst();
    if (!removed) throw notFound();
    await tellOwner(platform, who.user.id, "passkey-removed");
    return renewSession(platform, who, { endOthers: true, now });
  });
}
