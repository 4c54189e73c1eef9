import { unauthenticated } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import { type Kysely, sql } from "kysely";
import type { Proof } from "./proof.ts";
import { newSessionToken, type SignedIn } from "./sessions.ts";

interface Renewal {
  /** What was proved on the way. */
  readonly proofs?: readonly Proof[];
  /** Whether everybody else who is signed in as this user must go: at every change of what signs them in. */
  readonly endOthers: boolean;
  readonly now: Date;
}

/**
 * Gives a session a new token, in a platform transaction for "sign-in": the old one opens nothing from then on. For
 * every change of privilege, in the very transaction that makes it. Returns the token for the cookie.
 */
export async function renewSession(
  platform: Kysely<DB>,
  { user, sessionId }: Pick<SignedIn, "user" | "sessionId">,
  { proofs = [], endOthers, now }: Renewal,
): Promise<string> {
  const { token, id } = newSessionToken();
  const renewed = await platform
    .updateTable("session")
    .set({
      id,
      ...(proofs.length > 0 && {
        proved: sql`array(select distinct unnest(proved || ${[...proofs]}::text[]))`,
        proved_at: now,
      }),
    })
    .where("id", "=", sessionId)
    .where("user_id", "=", user.id)
    .returning("id")
    .executeTakeFirst();
  if (!renewed) throw unauthenticated();
  if (endOthers) await platform.deleteFrom("session").where("user_id", "=", user.id).where("id", "<>", id).execute();
  return token;
}
