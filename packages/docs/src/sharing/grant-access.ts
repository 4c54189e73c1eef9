import { randomBytes } from "node:crypto";
import { type Id, invalid, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { resolvePerson } from "@guildhall/people";
import type { z } from "zod";
import { type DocumentRole, levelOf } from "../access/document-role.ts";
import { recheckScope } from "../access/recheck.ts";
import { type granteeInput, grantInput, linkInput, type SharedThing } from "./grant.ts";
import { ownScope } from "./own-scope.ts";
import { recordSharing } from "./record-sharing.ts";

/** Grants a role on a document or a space, and all below it. Who holds one there already holds this one from now on. */
export async function grantAccess(ctx: Ctx, input: unknown): Promise<Id<"document_grant">> {
  const { on, grantee, role, expiresAt = null } = grantInput.parse(input);
  refusePast(ctx, expiresAt);
  const scopeId = await ownScope(ctx, on);
  const holder = await holderOf(ctx, grantee);
  const { id } = await ctx.db
    .insertInto("document_grant")
    .values({ ...newGrant(ctx, scopeId, role, expiresAt), ...holder })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "scope_id", "grantee", "audience_id", "person_id"])
        .where("grantee", "<>", "link")
        .doUpdateSet({ role: levelOf(role), expires_at: expiresAt }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  await told(ctx, on, scopeId, { grantId: id, ...grantee, role, expiresAt });
  return id;
}

/** Makes an address that opens a document or a space for whoever holds it, signed in or not. */
export async function openLink(ctx: Ctx, input: unknown): Promise<Id<"document_grant">> {
  const { on, role, expiresAt = null } = linkInput.parse(input);
  refusePast(ctx, expiresAt);
  const scopeId = await ownScope(ctx, on);
  const { id } = await ctx.db
    .insertInto("document_grant")
    .values({
      ...newGrant(ctx, scopeId, role, expiresAt),
      grantee: "link",
      link_key: randomBytes(16).toString("base64url"),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await told(ctx, on, scopeId, { grantId: id, kind: "link", role, expiresAt });
  return id;
}

export function refusePast(ctx: Ctx, expiresAt: Date | null): void {
  if (expiresAt && expiresAt <= ctx.clock.now()) throw invalid("docs.expiry-past", { expiresAt: "docs.expiry-past" });
}

function newGrant(ctx: Ctx, scopeId: Id<"document_scope">, role: DocumentRole, expiresAt: Date | null) {
  return {
    tenant_id: ctx.tenant.id,
    scope_id: scopeId,
    role: levelOf(role),
    expires_at: expiresAt,
    granted_by: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    granted_at: ctx.clock.now(),
  };
}

/** Whoever it is has to be there; of records that were merged, the one that stays. */
async function holderOf(ctx: Ctx, grantee: z.infer<typeof granteeInput>) {
  if (grantee.kind === "members") return { grantee: grantee.kind };
  if (grantee.kind === "audience") {
    const audience = await ctx.db
      .selectFrom("audience")
      .select("id")
      .where("id", "=", grantee.audienceId)
      .executeTakeFirst();
    if (!audience) throw notFound();
    return { grantee: grantee.kind, audience_id: audience.id };
  }
  const personId = await resolvePerson(ctx, grantee.personId);
  if (!personId) throw notFound();
  return { grantee: grantee.kind, person_id: personId };
}

async function told(ctx: Ctx, on: SharedThing, scopeId: Id<"document_scope">, grant: GrantTold): Promise<void> {
  await recheckScope(ctx, scopeId);
  const { grantId, ...after } = grant;
  await recordSharing(ctx, "shared", on, null, after);
  if ("spaceId" in on) await appendFact(ctx, "docs.space-shared", { spaceId: on.spaceId, grantId });
  else await appendFact(ctx, "docs.document-shared", { documentId: on.documentId, grantId });
}

interface GrantTold {
  readonly grantId: Id<"document_grant">;
  readonly kind: string;
  readonly role: DocumentRole;
  readonly expiresAt: Date | null;
}
