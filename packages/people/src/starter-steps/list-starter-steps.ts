import { forbidden } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { type StarterStep, starterStepSchema, starterSteps } from "./starter-step.ts";

export interface StarterList {
  /** What the actor may do and has not put away, done or not. */
  readonly steps: readonly StarterStep[];
  /** Whether something was put away, and can be brought back. */
  readonly putAway: boolean;
}

/** The first steps as they stand for the actor: each is done when the hall itself shows it. */
export async function listStarterSteps(ctx: Ctx): Promise<StarterList> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw forbidden();
  const settled = await ctx.db
    .selectFrom("starter_step")
    .select(["step", "settled"])
    .where("person_id", "=", actor.personId)
    .execute();
  const dismissed = new Set(settled.filter((row) => row.settled === "dismissed").map((row) => row.step));
  const shown = starterStepSchema.options.filter((step) => actor.can(starterSteps[step]) && !dismissed.has(step));
  if (shown.length === 0) return { steps: [], putAway: dismissed.size > 0 };

  const { rows } = await sql<Record<keyof typeof starterSteps, boolean>>`
    select
      exists (select from person p where p.canonical_id is null
        and not exists (select from membership m where m.tenant_id = p.tenant_id and m.person_id = p.id)) as person,
      exists (select from person p where p.id = ${actor.personId} and p.avatar_file_id is not null) as self,
      exists (select from membership m where m.person_id <> ${actor.personId}) as staff,
      t.accent is not null or t.logo_file_id is not null as branding,
      t.joining <> 'invitation' or t.welcome_title is not null as portal,
      ${settled.some((row) => row.step === "language" && row.settled === "done")}::boolean as language
    from tenant t where t.id = ${ctx.tenant.id}`.execute(ctx.db);
  const [found] = rows;
  return { steps: shown.map((step) => ({ step, done: found?.[step] ?? false })), putAway: dismissed.size > 0 };
}
