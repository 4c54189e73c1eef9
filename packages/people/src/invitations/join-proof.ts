import { issueToken, readToken, type TokenKind, takeToken } from "@guildhall/auth";
import { emailSchema } from "@guildhall/auth/schemas";
import { type Id, idSchema, type Locale } from "@guildhall/core";
import type { Database, Scope } from "@guildhall/db";
import { confirmJoin, queueMessage } from "@guildhall/mail";
import { z } from "zod";
import { nameOfRole } from "../staff/name-of-role.ts";
import type { Offer } from "./invitation.queries.ts";
import type { JoinDoor } from "./invitation-token.ts";

const hours = 24;

const kind = {
  purpose: "join-proof",
  payload: z.object({ tenantId: idSchema("tenant"), invitationId: idSchema("invitation"), email: emailSchema }),
  seconds: hours * 3_600,
} satisfies TokenKind<z.ZodType>;

/** A mailbox that has proved itself to whoever came by a link. */
export interface JoinProof {
  readonly invitationId: Id<"invitation">;
  readonly email: string;
}

/**
 * Mails a link to an address that somebody gave who came by an invitation link: only who reads it goes on. Does the
 * same whether or not the address has an account, and so tells nobody.
 */
export async function sendJoinProof(
  database: Database,
  scope: Scope,
  { offer, email, locale, door }: { offer: Offer; email: string; locale: Locale; door: JoinDoor },
): Promise<void> {
  const { tenant } = scope;
  const payload = { tenantId: tenant.id, invitationId: offer.invitationId, email };
  const token = await database.withPlatform("sign-in", (platform) =>
    issueToken(platform, kind, { payload, now: scope.clock.now() }),
  );
  await database.withTenant(scope, (ctx) =>
    queueMessage(ctx, {
      template: confirmJoin,
      purpose: "transactional",
      input: {
        url: new URL(`/join/${tenant.slug}/confirm/${token}`, door.publicUrl).href,
        role: nameOfRole(offer.role, locale),
        hours,
      },
      recipient: email,
      locale,
    }),
  );
}

/** What a mailed link proves in this hall; null once it is used, has run out, or never was. */
export async function readJoinProof(database: Database, scope: Scope, token: string): Promise<JoinProof | null> {
  const found = await database.withPlatform("sign-in", (platform) =>
    readToken(platform, kind, token, scope.clock.now()),
  );
  return found?.payload.tenantId === scope.tenant.id ? found.payload : null;
}

/** Uses the proof up, once somebody came in by it. */
export async function spendJoinProof(database: Database, scope: Scope, token: string): Promise<void> {
  await database.withPlatform("sign-in", (platform) => takeToken(platform, kind, token, scope.clock.now()));
}
