import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { closeGuestDoors } from "@guildhall/people";
import { recheckScope } from "../access/recheck.ts";
import { findGuest } from "./guest.queries.ts";
import { recordSharing } from "./record-sharing.ts";

/** Says no for whoever holds a guest's letter: what was opened to them is closed, and the link opens nothing more. */
export async function refuseGuest(ctx: Ctx, token: string): Promise<void> {
  const guest = await findGuest(ctx, token);
  if (!guest) throw conflict("people.link-gone");
  const { grantId, personId, on, role } = guest;
  await closeLetters(ctx, grantId);
  const gone = await ctx.db
    .deleteFrom("document_grant")
    .where("id", "=", grantId)
    .returning("scope_id as scopeId")
    .executeTakeFirst();
  if (!gone) throw conflict("people.link-gone");
  await recheckScope(ctx, gone.scopeId);
  await recordSharing(ctx, "share-refused", on, { kind: "person", personId, role }, null);
}

/** Whoever has a letter and has not come yet does not come by it any more. */
export async function closeLetters(ctx: Ctx, grantId: Id<"document_grant">): Promise<void> {
  const letters = await ctx.db
    .selectFrom("document_guest")
    .select("invitation_id as invitationId")
    .where("grant_id", "=", grantId)
    .execute();
  await closeGuestDoors(
    ctx,
    letters.flatMap(({ invitationId }) => invitationId ?? []),
  );
}
