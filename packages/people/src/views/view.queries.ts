import { type Actor, type Id, notFound } from "@guildhall/core";
import { gridStateSchema } from "@guildhall/core/grid";
import type { Ctx } from "@guildhall/db";
import type { GridName } from "../grid/grid-column.ts";
import { peoplePolicy } from "../people/person.policy.ts";
import { viewPolicy } from "./view.policy.ts";
import type { SavedView } from "./view.ts";

const most = 200;

/** The views of a grid that whoever asks can look through: their own, then those that others share. */
export async function listViews(ctx: Ctx, grid: GridName): Promise<readonly SavedView[]> {
  peoplePolicy.require(ctx.actor, "view", null);
  const own = ownerOf(ctx.actor);
  const rows = await ctx.db
    .selectFrom("saved_view")
    .select(["id", "name", "shared", "person_id as personId", "state"])
    .where("grid", "=", grid)
    .where((where) => where.or([where("shared", "=", true), ...(own ? [where("person_id", "=", own)] : [])]))
    .orderBy("name")
    .orderBy("id")
    .limit(most)
    .execute();
  const views = rows.map(({ personId, state, ...view }) => ({
    ...view,
    mine: personId === own,
    mayChange: viewPolicy.allows(ctx.actor, "change", { personId, shared: view.shared }),
    state: readState(state),
  }));
  return [...views.filter(({ mine }) => mine), ...views.filter(({ mine }) => !mine)];
}

/** A view to change; somebody else's private one is not there. */
export async function holdView(ctx: Ctx, id: Id<"saved_view">) {
  const view = await ctx.db
    .selectFrom("saved_view")
    .select(["id", "grid", "name", "shared", "person_id as personId", "state"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!view || !viewPolicy.allows(ctx.actor, "view", view)) throw notFound();
  return view;
}

/** Whose views are asked for; nobody's where a machine asks. */
export function ownerOf(actor: Actor): Id<"person"> | null {
  return actor.kind === "person" ? actor.personId : null;
}

/** A state that was kept when the language of grids had other words falls back to the grid's own. */
function readState(state: unknown) {
  const parsed = gridStateSchema.safeParse(state);
  return parsed.success ? parsed.data : gridStateSchema.parse({});
}
