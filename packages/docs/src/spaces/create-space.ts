import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { allStaff } from "@guildhall/people/schemas";
import { recordChange } from "@guildhall/tenancy";
import { generateKeyBetween } from "fractional-indexing";
import { spacePolicy } from "../access/document.policy.ts";
import { levelOf } from "../access/document-role.ts";
import { createSpaceInput, type spaceDoors } from "./space.ts";

/** Puts up a shelf, last of all, that whoever does manages and those it is open to write in. */
export async function createSpace(ctx: Ctx, input: unknown): Promise<Id<"space">> {
  const { open, ...fields } = createSpaceInput.parse(input);
  spacePolicy.require(ctx.actor, "create", null);
  const now = ctx.clock.now();
  const creator = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const { id } = await ctx.db
    .insertInto("space")
    .values({
      tenant_id: ctx.tenant.id,
      ...fields,
      rank: generateKeyBetween(await lastSpaceRank(ctx), null),
      created_by: creator,
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const scope = await ctx.db
    .insertInto("document_scope")
    .values({ tenant_id: ctx.tenant.id, space_id: id, is_space: true, inherits: false })
    .returning("id")
    .executeTakeFirstOrThrow();
  await grantFirst(ctx, scope.id, creator, open);
  await recordChange(ctx, {
    action: "space.created",
    subjectType: "space",
    subjectId: id,
    before: null,
    after: { ...fields, open },
  });
  await appendFact(ctx, "docs.space-created", { spaceId: id });
  return id;
}

/** One at a time: two shelves put up at once stand one after the other. */
export async function lastSpaceRank(ctx: Ctx): Promise<string | null> {
  await ctx.db.selectFrom("tenant").select("id").where("id", "=", ctx.tenant.id).forNoKeyUpdate().execute();
  const last = await ctx.db
    .selectFrom("space")
    .select("rank")
    .where("removed_at", "is", null)
    .orderBy("rank", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.rank ?? null;
}

async function grantFirst(
  ctx: Ctx,
  scopeId: Id<"document_scope">,
  creator: Id<"person"> | null,
  open: (typeof spaceDoors)[number],
): Promise<void> {
  const common = {
    tenant_id: ctx.tenant.id,
    scope_id: scopeId,
    granted_by: creator,
    granted_at: ctx.clock.now(),
  };
  const edit = levelOf("edit");
  if (creator)
    await ctx.db
      .insertInto("document_grant")
      .values({ ...common, grantee: "person", person_id: creator, role: levelOf("manage") })
      .execute();
  if (open === "me") return;
  const staff = await ctx.db
    .selectFrom("audience")
    .select("id")
    .where("kind", "=", "role")
    .where("source_key", "=", allStaff)
    .executeTakeFirst();
  if (staff)
    await ctx.db
      .insertInto("document_grant")
      .values({ ...common, grantee: "audience", audience_id: staff.id, role: edit })
      .execute();
  if (open === "members")
    await ctx.db
      .insertInto("document_grant")
      .values({ ...common, grantee: "members", role: edit })
      .execute();
}
