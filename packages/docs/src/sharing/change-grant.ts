import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { levelOf, roleOfLevel } from "../access/document-role.ts";
import { recheckScope } from "../access/recheck.ts";
import { changeGrantInput, grantRefInput, inheritInput, type SharedThing } from "./grant.ts";
import { refusePast } from "./grant-access.ts";
import { ownScope } from "./own-scope.ts";
import { recordSharing } from "./record-sharing.ts";
import { closeLetters } from "./refuse-guest.ts";

/** Gives the holder of a grant another role, or another last day. */
export async function changeGrant(ctx: Ctx, input: unknown): Promise<void> {
  const { grantId, role, expiresAt = null } = changeGrantInput.parse(input);
  refusePast(ctx, expiresAt);
  const { on, scopeId, before, grantee } = await holdGrant(ctx, grantId);
  if (grantee === "link" && role === "manage") throw notFound();
  await ctx.db
    .updateTable("document_grant")
    .set({ role: levelOf(role), expires_at: expiresAt })
    .where("id", "=", grantId)
    .execute();
  await recheckScope(ctx, scopeId);
  await recordSharing(ctx, "share-changed", on, before, { ...before, role, expiresAt });
}

/** Takes a grant away. Whoever is inside by nothing else is outside within two seconds. */
export async function revokeGrant(ctx: Ctx, input: unknown): Promise<void> {
  const { grantId } = grantRefInput.parse(input);
  const { on, scopeId, before } = await holdGrant(ctx, grantId);
  await closeLetters(ctx, grantId);
  await ctx.db.deleteFrom("document_grant").where("id", "=", grantId).execute();
  await recheckScope(ctx, scopeId);
  await recordSharing(ctx, "unshared", on, before, null);
}

/**
 * Lets what is granted above hold for a document too, or no longer. Whoever breaks it off keeps what they could do: they
 * would have locked themselves out.
 */
export async function setInherits(ctx: Ctx, input: unknown): Promise<void> {
  const { documentId, inherits } = inheritInput.parse(input);
  const scopeId = await ownScope(ctx, { documentId });
  const scope = await ctx.db
    .selectFrom("document_scope")
    .select("inherits")
    .where("id", "=", scopeId)
    .executeTakeFirstOrThrow();
  if (scope.inherits === inherits) return;
  if (!inherits && ctx.actor.kind === "person") await keepManaging(ctx, scopeId, ctx.actor.personId);
  await ctx.db.updateTable("document_scope").set({ inherits }).where("id", "=", scopeId).execute();
  await recheckScope(ctx, scopeId);
  await recordSharing(ctx, "inheritance-changed", { documentId }, { inherits: !inherits }, { inherits });
}

async function keepManaging(ctx: Ctx, scopeId: Id<"document_scope">, personId: Id<"person">): Promise<void> {
  const role = levelOf("manage");
  await ctx.db
    .insertInto("document_grant")
    .values({
      tenant_id: ctx.tenant.id,
      scope_id: scopeId,
      grantee: "person",
      person_id: personId,
      role,
      granted_by: personId,
      granted_at: ctx.clock.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "scope_id", "grantee", "audience_id", "person_id"])
        .where("grantee", "<>", "link")
        .doUpdateSet({ role, expires_at: null }),
    )
    .execute();
}

/** A grant for a change by the actor, who manages what it is on. */
async function holdGrant(ctx: Ctx, grantId: Id<"document_grant">) {
  const grant = await ctx.db
    .selectFrom("document_grant as g")
    .innerJoin("document_scope as s", (join) =>
      join.onRef("s.tenant_id", "=", "g.tenant_id").onRef("s.id", "=", "g.scope_id"),
    )
    .leftJoin("document as d", (join) =>
      join.onRef("d.tenant_id", "=", "s.tenant_id").onRef("d.scope_id", "=", "s.id").on("d.own_scope", "=", true),
    )
    .select(["g.scope_id as scopeId", "g.grantee", "g.audience_id as audienceId", "g.person_id as personId"])
    .select(["g.role as level", "g.expires_at as expiresAt", "s.space_id as spaceId", "d.id as documentId"])
    .where("g.id", "=", grantId)
    .executeTakeFirst();
  if (!grant) throw notFound();
  const { scopeId, grantee, audienceId, personId, level, expiresAt, spaceId, documentId } = grant;
  const on: SharedThing = documentId ? { documentId } : { spaceId };
  await ownScope(ctx, on);
  const before = {
    kind: grantee,
    ...(audienceId && { audienceId }),
    ...(personId && { personId }),
    role: roleOfLevel(level),
    expiresAt,
  };
  return { on, scopeId, before, grantee };
}
