import { forbidden, type Id, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { peoplePolicy } from "../people/person.policy.ts";
import { viewPolicy } from "./view.policy.ts";
import { ownerOf } from "./view.queries.ts";
import { mostViews, saveViewInput } from "./view.ts";

/** Keeps a way of looking at a grid, for whoever asks or for everybody. */
export async function saveView(ctx: Ctx, input: unknown): Promise<Id<"saved_view">> {
  const { grid, name, shared, state } = saveViewInput.parse(input);
  peoplePolicy.require(ctx.actor, "view", null);
  const personId = ownerOf(ctx.actor);
  if (!personId) throw forbidden();
  if (shared) viewPolicy.require(ctx.actor, "share", { personId, shared });
  await requireRoom(ctx, personId, grid);

  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto("saved_view")
    .values({
      tenant_id: ctx.tenant.id,
      grid,
      name,
      person_id: personId,
      shared,
      state: JSON.stringify(state),
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordChange(ctx, {
    action: "view.saved",
    subjectType: "saved_view",
    subjectId: id,
    before: null,
    after: { grid, name, shared },
  });
  await appendFact(ctx, "people.view-changed", { viewId: id });
  return id;
}

/** Counted under the lock of whoever saves, so that many at once do not pass together. */
async function requireRoom(ctx: Ctx, personId: Id<"person">, grid: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`view ${ctx.tenant.id} ${personId}`}, 0))`.execute(ctx.db);
  const { count } = await ctx.db
    .selectFrom("saved_view")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("grid", "=", grid)
    .where("person_id", "=", personId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostViews) throw invalid("people.views-many", { name: "people.views-many" });
}
