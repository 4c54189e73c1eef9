import type { Database } from "@guildhall/db";
import { tellOwner } from "../notices/tell-owner.ts";
import { requireFreshProof } from "../sessions/fresh-proof.ts";
import { renewSession } from "../sessions/renew-session.ts";
import type { SignedIn } from "../sessions/sessions.ts";

/** Gives the app up, and the recovery codes that stood in for it. Ends every other session; returns this one's new token. */
export async function removeAuthenticator(database: Database, who: SignedIn, now: Date): Promise<string> {
  requireFreshProof(who, now);
  return database.withPlatform("sign-in", async (platform) => {
    await platform.deleteFrom("authenticator").where("user_id", "=", who.user.id).execute();
    await platform.deleteFrom("recovery_code").where("user_id", "=", who.user.id).execute();
    await tellOwner(platform, who.user.id, "app-removed");
    return renewSession(platform, who, { endOthers: true, now });
  });
}
