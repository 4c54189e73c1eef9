import { createHash } from "node:crypto";
import { type Id, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { clusterOf } from "@guildhall/people";

/** By which way somebody came to a document. */
export interface Commenter {
  /** What the link that was followed carries. */
  readonly key: string | null;
  /** What tells a guest's browser from another's, so that they can change what they said; null where it has none yet. */
  readonly secret: string | null;
}

export const byThemselves: Commenter = { key: null, secret: null };

/** As whom the actor writes: the person they are, or a guest by the name they give. */
export function authorColumns({ actor }: Ctx, { secret }: Commenter, guestName: string | undefined) {
  if (actor.kind === "person") return { author_person_id: actor.personId, guest_name: null, guest_key: null };
  if (!guestName) throw invalid("docs.guest-name-missing", { guestName: "docs.guest-name-missing" });
  return { author_person_id: null, guest_name: guestName, guest_key: guestKey(secret) };
}

/** Tells which rows are the actor's own: by any record of theirs, or by what their browser keeps. */
export async function ownership(ctx: Ctx, { secret }: Commenter) {
  const mine = new Set<string>(ctx.actor.kind === "person" ? await clusterOf(ctx, ctx.actor.personId) : []);
  const key = guestKey(secret);
  return (row: { readonly author_person_id: Id<"person"> | null; readonly guest_key: Buffer | null }): boolean =>
    row.author_person_id
      ? mine.has(row.author_person_id)
      : ctx.actor.kind !== "person" && key !== null && row.guest_key !== null && key.equals(row.guest_key);
}

function guestKey(secret: string | null): Buffer | null {
  return secret === null ? null : createHash("sha256").update(secret).digest();
}
